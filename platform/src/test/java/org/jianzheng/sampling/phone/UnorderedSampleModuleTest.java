package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.mark.RollView;
import org.jianzheng.sampling.phone.record.HeldSettlement;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.sampling.phone.record.UnorderedJoining;
import org.jianzheng.sampling.phone.record.UnorderedSamples;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A sample that was taken before anybody had ordered its test: witnessed all the same, joined to an order, or reported. */
@PlatformTest
@Clause({"5.2.1", "5.3.2.1", "7.1.2"})
class UnorderedSampleModuleTest {

    private static final String UNITS = "3号楼";
    private static final String PART = "三层框架柱 KZ-1～KZ-12";

    @Autowired
    ApplicationContext platform;

    @Autowired
    MockMvc browser;

    @Autowired
    Sampling sampling;

    @Autowired
    MarkRolls rolls;

    @Autowired
    UnorderedSamples unordered;

    @Autowired
    UnorderedJoining joining;

    @Autowired
    HeldSettlement settlement;

    @Autowired
    Ledger ledger;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    CaseDriver driver;
    SitePhone sampler;
    SitePhone witness;
    List<String> marks;

    @BeforeEach
    void phonesAndMarks() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
        witness = SitePhone.confirmed(platform, "witness");
        marks = roll(3);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void takenAndWitnessedWithoutAnOrderItIsTheOrdersSampleAsOfThenOnceOneIsJoined() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Instant taken = clock.instant();
            Map<String, Object> taking = taking();
            RecordAnswer answer = sampler.send(taking);
            assertThat(answer.outcome()).isEqualTo("HELD");
            assertThat(answer.reason()).contains("JZ-XQ-", "请由委托方于");
            UnorderedSample sample = open();
            clock.advance(Duration.ofMinutes(10));
            assertThat(waitsForWitness(sample)).isTrue();
            Map<String, Object> witnessing = witnessing(sample);
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            assertThat(witness.send(witnessing).reason()).contains("一起等待委托");
            assertThat(waitsForWitness(sample)).isFalse();
            assertThat(sampling.stateOf(marks.get(0))).contains(MarkState.SEALED);
            clock.advance(Duration.ofDays(2));
            settlement.settleDue();
            String caseId = ordered();
            assertThat(offers(sample))
                    .filteredOn(offer -> offer.caseId().equals(caseId))
                    .singleElement()
                    .satisfies(offer -> assertThat(offer.differences()).isEmpty());
            join(sample, caseId, "");
            SampleView joined = sampling.sample(caseId);
            assertThat(joined.state()).isEqualTo("WITNESSED");
            assertThat(joined.taken().at()).isEqualTo(micros(taken));
            assertThat(joined.witnessed().at()).isEqualTo(micros(taken.plus(Duration.ofMinutes(10))));
            assertThat(joined.specimens())
                    .extracting(SampleView.SpecimenView::mark)
                    .containsExactlyElementsOf(marks);
            assertThat(sampler.send(taking).outcome()).isEqualTo("ACCEPTED");
            assertThat(witness.send(witnessing).outcome()).isEqualTo("ACCEPTED");
            driver.receive(caseId);
            sampling.requireProven(caseId);
            assertThat(ledger.ofCase(caseId, 0, 50).items())
                    .extracting(LedgerLine::action)
                    .containsOnlyOnce("sample.unordered.joined", "sample.taken", "sample.witnessed", "sample.received");
            assertThat(find(sample).state(clock.instant())).isEqualTo(UnorderedSample.State.JOINED);
            assertThat(As.person("receiver", () -> unordered.ofCase(caseId))).hasSize(1);
        }
    }

    /** Whoever first had no network for an hour is believed by a person, not by the platform. */
    @Test
    void whatCameLateFromOfflineIsDecidedOnOnceAnOrderIsJoined() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> taking = taking();
            clock.advance(Duration.ofMinutes(10));
            Map<String, Object> witnessing = witness.record("WITNESS", confirming(), marks);
            clock.advance(Duration.ofMinutes(50));
            // By its marks alone: the witness had no network either, and comes first.
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            assertThat(sampler.send(taking).outcome()).isEqualTo("HELD");
            UnorderedSample sample = open();
            assertThat(sample.times().cameLate()).isTrue();
            assertThat(sample.witnessed()).isNotNull();
            String caseId = ordered();
            join(sample, caseId, "");
            assertThat(sampling.sample(caseId).state()).isEqualTo("TAKING_UNDECIDED");
            decide(caseId);
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSING_UNDECIDED");
            decide(caseId);
            driver.receive(caseId);
            sampling.requireProven(caseId);
        }
    }

    @ParameterizedTest
    @CsvSource({"30, HELD", "31, REFUSED"})
    void thirtyMinutesCountByTheServersClockForTheSampler(int minutes, String outcome) {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            Instant made = clock.instant();
            clock.advance(Duration.ofMinutes(minutes));
            meet();
            Map<String, Object> taking = taking();
            put(taking, "form", "madeAt", made.toString());
            RecordAnswer answer = sampler.send(taking);
            assertThat(answer.outcome()).isEqualTo(outcome);
            if (outcome.equals("REFUSED")) {
                assertThat(answer.reason()).contains("取样登记超时", "请重新取样");
                assertThat(sampling.stateOf(marks.get(0))).contains(MarkState.BLANK);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void andForTheWitness(long seconds) {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            sampler.send(taking());
            UnorderedSample sample = open();
            clock.advance(Duration.ofMinutes(30).plusSeconds(seconds));
            meet();
            RecordAnswer answer = witness.send(witnessing(sample));
            assertThat(answer.outcome()).isEqualTo(seconds == 0 ? "HELD" : "REFUSED");
            if (seconds == 1) {
                assertThat(answer.reason()).contains("见证超时");
                assertThat(refusal(sample, ordered(), "")).contains("没有在", "请重新取样");
            }
        }
    }

    @Test
    void whileTheWitnesssTimeRunsAnOrderMayBeJoinedFirst() {
        sampler.send(taking());
        UnorderedSample sample = open();
        String caseId = ordered();
        join(sample, caseId, "");
        assertThat(driver.task(caseId).key()).isEqualTo("witnessSample");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    @Test
    void aMarkOfSuchASampleIsOnNoOtherSample() {
        sampler.send(taking());
        Map<String, Object> again = taking();
        assertThat(sampler.send(again).reason()).contains("已用于无委托取样的样品");
        String caseId = ordered();
        Map<String, Object> ofTask = sampler.record(driver.task(caseId), form(), List.of());
        assertThat(sampler.send(ofTask).reason()).contains("已用于无委托取样的样品");
        RollView roll = As.person(
                        "sampler",
                        () -> rolls.story(rolls.marks(marks).get(marks.get(0)).rollNo()))
                .roll();
        assertThat(roll.blank()).isZero();
        assertThat(roll.bound()).isEqualTo(3);
    }

    @Test
    void ofTwoThatWouldHaveOneMarkAtTheSameMomentOneHasIt() throws Exception {
        String caseId = ordered();
        Map<String, Object> ofTask = sampler.record(driver.task(caseId), form(), List.of());
        Map<String, Object> alone = taking();
        SitePhone second = SitePhone.confirmed(platform, "sampler");
        Map<String, Object> other = taking(second);
        List<Callable<RecordAnswer>> senders =
                List.of(() -> sampler.send(ofTask), () -> sampler.send(alone), () -> second.send(other));
        List<RecordAnswer> answers = AtOnce.all(senders);
        assertThat(answers.stream().filter(answer -> !answer.outcome().equals("REFUSED")))
                .hasSize(1);
    }

    @Test
    void theSameRecordSentManyTimesIsOneSample() throws Exception {
        Map<String, Object> taking = taking();
        Object id = taking.get("id");
        String body = SitePhone.text(taking);
        String signature = sampler.sign(body);
        Callable<RecordAnswer> sending = () -> sampler.send(body, signature);
        assertThat(AtOnce.all(List.of(sending, sending, sending)))
                .allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo("HELD"));
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM sampling_unordered_mark WHERE mark = ?", Long.class, marks.get(0)))
                .isEqualTo(1);
        Map<String, Object> other = taking();
        other.put("id", id);
        assertThat(sampler.send(other).outcome()).isEqualTo("CONFLICT");
    }

    @Test
    void aPhotoOfSuchASampleCountsForNoOther() {
        Map<String, Object> taking = taking();
        sampler.send(taking);
        marks = roll(3);
        Map<String, Object> second = taking();
        second.put("photos", taking.get("photos"));
        assertThat(sampler.send(second).reason()).contains("照片");
        assertThat(sampler.send(second).outcome()).isEqualTo("REFUSED");
    }

    @Test
    void whatIsNotTheOrdersIsNotJoined() {
        sampler.send(taking());
        UnorderedSample sample = open();
        assertThat(refusal(sample, ordered(DemoTest.MORTAR, Map.of()), "")).contains("不符");
        assertThat(refusal(sample, ordered(DemoTest.CONCRETE, Map.of("concreteGrade", "C40")), ""))
                .contains("不符");
        assertThat(open(sample)).isTrue();
        String caseId = ordered(DemoTest.CONCRETE, Map.of("part", "四层框架柱"));
        assertThat(refusal(sample, caseId, "")).contains("四层框架柱", "请写明原因");
        assertThat(offers(sample))
                .filteredOn(offer -> offer.caseId().equals(caseId))
                .singleElement()
                .satisfies(offer -> assertThat(offer.differences())
                        .singleElement()
                        .asString()
                        .contains("取样部位", "四层框架柱", PART));
        join(sample, caseId, "委托时部位写错，已核对");
        assertThat(find(sample).end().reason()).isEqualTo("委托时部位写错，已核对");
    }

    @Test
    void nobodyButTheOrdersClientJoinsIt() {
        sampler.send(taking());
        UnorderedSample sample = open();
        String caseId = ordered();
        for (String person : List.of("sampler", "witness", "supervisor")) {
            assertThat(As.person(person, () -> refusalOf(() -> joining.join(sample.id(), caseId, ""))))
                    .contains("只有该委托的委托方");
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> As.person("labadmin", () -> unordered.find(sample.id())));
        assertThat(As.person("labadmin", () -> unordered.list(true, 0, 10)).items())
                .isEmpty();
    }

    @Test
    void twoOrdersAtTheSameMomentAreNotBothJoined() throws Exception {
        sampler.send(taking());
        UnorderedSample sample = open();
        List<String> cases = List.of(ordered(), ordered());
        List<Callable<Boolean>> joins = new ArrayList<>();
        cases.forEach(caseId -> joins.add(() -> {
            try {
                join(sample, caseId, "");
                return true;
            } catch (RuleBroken second) {
                return false;
            }
        }));
        assertThat(AtOnce.all(joins)).containsExactlyInAnyOrder(true, false);
        assertThat(cases.stream().map(caseId -> sampling.sample(caseId).state()))
                .containsExactlyInAnyOrder("TAKEN", "ISSUED");
    }

    @Test
    void overItsTimeItIsReportedAndTheStationDecides() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            sampler.send(taking());
            UnorderedSample sample = open();
            witness.send(witnessing(sample));
            clock.advance(Duration.ofHours(72).plusSeconds(1));
            unordered.reportOverdue();
            unordered.reportOverdue();
            assertThat(notices(sample, "station")).singleElement().asString().contains("请裁定");
            String caseId = ordered();
            assertThat(refusal(sample, caseId, "")).contains("已经逾期", "监督站");
            assertThat(As.person("commissioner", () -> refusalOf(() -> unordered.extend(sample.id(), 3, "请延期"))))
                    .contains("监督站办理");
            As.person("supervisor", () -> unordered.extend(sample.id(), 3, "委托方人员生病"));
            join(sample, caseId, "");
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        }
    }

    @Test
    void givenUpItsMarksAreVoidItsPhonesHearOfItAndTheStationToo() {
        Map<String, Object> taking = taking();
        sampler.send(taking);
        UnorderedSample sample = open();
        Map<String, Object> witnessing = witnessing(sample);
        witness.send(witnessing);
        assertThat(As.person("commissioner", () -> refusalOf(() -> unordered.withdraw(sample.id(), "不要了"))))
                .contains("只有取样单位");
        assertThat(As.person("sampler", () -> refusalOf(() -> unordered.withdraw(sample.id(), " "))))
                .contains("必填");
        As.person("sampler", () -> unordered.withdraw(sample.id(), "试件摔坏"));
        assertThat(sampling.stateOf(marks.get(0))).contains(MarkState.VOID);
        assertThat(sampler.send(taking).outcome()).isEqualTo("VOID");
        assertThat(sampler.send(taking).reason()).contains("试件摔坏");
        assertThat(witness.send(witnessing).outcome()).isEqualTo("VOID");
        assertThat(refusal(sample, ordered(), "")).contains("已不再等待委托");
        assertThat(notices(sample, "station")).singleElement().asString().contains("试件摔坏");
    }

    @Test
    void aWitnessWhoObjectsClosesItWithTheReason() {
        sampler.send(taking());
        UnorderedSample sample = open();
        Map<String, Object> objecting =
                witness.record("WITNESS", Map.of("decision", "OBJECT", "note", "试件不是从现场取的"), List.of());
        objecting.put("unordered", sample.id());
        RecordAnswer answer = witness.send(objecting);
        assertThat(answer.outcome()).isEqualTo("VOID");
        assertThat(find(sample).state(clock.instant())).isEqualTo(UnorderedSample.State.OBJECTED);
        assertThat(find(sample).end().reason()).contains("试件不是从现场取的");
    }

    @Test
    void theWitnessScansItsMarksAndNoOthers() {
        sampler.send(taking());
        UnorderedSample sample = open();
        Map<String, Object> some = witnessing(sample);
        some.put("marks", marks.subList(0, 2));
        assertThat(witness.send(some).reason()).contains("1");
        Map<String, Object> other = witnessing(sample);
        other.put("marks", roll(3));
        assertThat(witness.send(other).outcome()).isEqualTo("REFUSED");
        assertThat(find(sample).witnessed()).isNull();
        witness.send(witnessing(sample));
        assertThat(witness.send(witnessing(sample)).reason()).contains("已经见证");
    }

    /** The order was joined while the witness was still on the site: their record completes the task all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"sample", "marks", "case"})
    void aWitnessWhoComesAfterTheOrderIsJoinedIsNotRefused(String by) {
        sampler.send(taking());
        UnorderedSample sample = open();
        String caseId = ordered();
        Map<String, Object> witnessing =
                by.equals("sample") ? witnessing(sample) : witness.record("WITNESS", confirming(), marks);
        if (by.equals("case")) {
            witnessing.put("caseId", caseId);
        }
        join(sample, caseId, "");
        assertThat(witness.send(witnessing).outcome()).isEqualTo("ACCEPTED");
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    /** The witness took it for the sample of an order that was there. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWitnessWhoNamesAnotherCaseIsTiedByTheMarks(boolean witnessFirst) {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            String other = ordered();
            Map<String, Object> taking = taking();
            Map<String, Object> witnessing = witness.record("WITNESS", confirming(), marks);
            witnessing.put("caseId", other);
            if (witnessFirst) {
                assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            }
            sampler.send(taking);
            if (!witnessFirst) {
                assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            }
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            UnorderedSample sample = open();
            assertThat(sample.witnessed()).isNotNull();
            clock.advance(Duration.ofDays(2));
            settlement.settleDue();
            String caseId = ordered();
            join(sample, caseId, "");
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        }
    }

    @Test
    void aPhotoOfTheWitnesssCountsForOneSampleOnly() {
        sampler.send(taking());
        UnorderedSample first = open();
        Map<String, Object> witnessing = witnessing(first);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        marks = roll(3);
        sampler.send(taking());
        UnorderedSample second = open();
        Map<String, Object> again = witnessing(second);
        again.put("photos", witnessing.get("photos"));
        assertThat(witness.send(again).outcome()).isEqualTo("REFUSED");
        assertThat(find(second).witnessed()).isNull();
    }

    /** A sample that a witness objected to is followed by one that is taken after that, not by one in store. */
    @Test
    void theNextAttemptIsNoSampleOfBefore() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            sampler.send(taking());
            UnorderedSample stored = open();
            witness.send(witnessing(stored));
            clock.advance(Duration.ofHours(1));
            String caseId = ordered();
            driver.take(caseId);
            driver.submit(new CaseDriver.Submission(
                    "witness", driver.task(caseId), Map.of("decision", "OBJECT", "note", "试件不实")));
            assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
            assertThat(refusal(stored, caseId, "")).contains("须重新取样");
        }
    }

    @Test
    void anOrderOfAnotherPlaceIsToldToTheStationAndTheWitnesssFirm() {
        sampler.send(taking());
        UnorderedSample sample = open();
        join(sample, ordered(DemoTest.CONCRETE, Map.of("part", "五层梁")), "笔误");
        for (String house : List.of("station", "supervision/HC")) {
            assertThat(notices(sample, house))
                    .anySatisfy(text -> assertThat(text).contains("五层梁", PART, "笔误"));
        }
    }

    /** Taken off the list, or said to be reported, past the platform. */
    @Test
    void whatIsOverdueIsReportedAlsoWhereTheListSaysOtherwise() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            sampler.send(taking());
            UnorderedSample gone = open();
            marks = roll(3);
            sampler.send(taking());
            UnorderedSample late = open();
            TestDatabase.owner().update("DELETE FROM sampling_unordered_open WHERE arrival_id = ?", gone.id());
            TestDatabase.owner()
                    .update(
                            "UPDATE sampling_unordered_open SET join_by = '2099-01-01' WHERE arrival_id = ?",
                            late.id());
            clock.advance(Duration.ofHours(73));
            unordered.reportOverdue();
            assertThat(notices(gone, "station")).hasSize(1);
            assertThat(notices(late, "station")).hasSize(1);
        }
    }

    @Test
    void aWitnessOrMoreTimeThatNobodyGaveIsNotBelieved() {
        sampler.send(taking());
        UnorderedSample sample = open();
        String caseId = ordered();
        TestDatabase.owner()
                .update(
                        "INSERT INTO sampling_unordered_witness (arrival_id, witness_arrival_id) VALUES (?, UUID())",
                        sample.id());
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> join(sample, caseId, ""));
        TestDatabase.owner().update("DELETE FROM sampling_unordered_witness WHERE arrival_id = ?", sample.id());
        TestDatabase.owner().update("DELETE FROM sampling_unordered_mark WHERE mark = ?", marks.get(2));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> join(sample, caseId, ""));
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        // It can be looked at, and closed, all the same.
        As.person("supervisor", () -> unordered.refuse(sample.id(), "数据被改动"));
        assertThat(find(sample).state(clock.instant())).isEqualTo(UnorderedSample.State.REFUSED);
    }

    /** Whoever has the database may change what waits, and gains nothing by it. */
    @Test
    void whatWasChangedWhileItWaitedIsNotJoined() {
        sampler.send(taking());
        UnorderedSample sample = open();
        String caseId = ordered();
        TestDatabase.owner()
                .update(
                        "UPDATE sampling_unordered SET arrived_at = arrived_at - INTERVAL 1 HOUR WHERE arrival_id = ?",
                        sample.id());
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> join(sample, caseId, ""));
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @ParameterizedTest
    @CsvSource({
        "project, P-OTHER, 在建工程",
        "item, unknown-item, 检测项目",
        "grade, C31, 没有等级",
        "part, '', 取样部位",
    })
    void whatItSaysOfItselfIsChecked(String field, String value, String said) {
        Map<String, Object> taking = taking();
        put(taking, "site", field, value);
        RecordAnswer answer = sampler.send(taking);
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.reason()).contains(said);
    }

    @Test
    void itsPageShowsEachWhatTheyMayDo() throws Exception {
        // Nobody else in the city orders it.
        Map<String, Object> taking = taking();
        put(taking, "site", "grade", "C75");
        sampler.send(taking);
        UnorderedSample sample = open();
        witness.send(witnessing(sample));
        page("commissioner", sample, "没有可以关联的委托", "/commissions/new?item=concrete-cube&amp;projectCode=");
        browser.perform(get("/commissions/new")
                        .param("item", sample.what().item())
                        .param("part", sample.site().part())
                        .param("concreteGrade", "C75")
                        .with(As.signedIn("commissioner")))
                .andExpect(content().string(containsString(PART)));
        String caseId = ordered(DemoTest.CONCRETE, Map.of("concreteGrade", "C75"));
        page("sampler", sample, "放弃本样品", "赵敏");
        page("supervisor", sample, "延期", "不予认可");
        page("commissioner", sample, "关联委托", sampling.sample(caseId).label().replaceAll("-1$", ""));
        for (UnorderedSamples.Shown photo : As.person("witness", () -> unordered.photos(sample))) {
            browser.perform(get(photo.page(sample.id())).with(As.signedIn("commissioner")))
                    .andExpect(status().isOk());
            browser.perform(get(photo.page(sample.id())).with(As.signedIn("receiver")))
                    .andExpect(status().isNotFound());
        }
        browser.perform(post("/unordered-samples/{id}/order", sample.id())
                        .param("caseId", caseId)
                        .with(As.signedIn("commissioner"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/unordered-samples/" + sample.id()));
        page("commissioner", sample, "已关联委托", sampling.sample(caseId).label());
        browser.perform(get("/unordered-samples").param("open", "false").with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString(sample.number())));
        browser.perform(get("/m/api/new-sample").with(As.signedIn("sampler")))
                .andExpect(jsonPath("$.items[?(@.code == 'concrete-cube')].grades[0].code")
                        .value("C15"));
    }

    private void page(String person, UnorderedSample sample, String... said) throws Exception {
        ResultActions page =
                browser.perform(get("/unordered-samples/{id}", sample.id()).with(As.signedIn(person)));
        page.andExpect(status().isOk());
        for (String text : said) {
            page.andExpect(content().string(containsString(text)));
        }
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private void meet() {
        sampler.meet();
        witness.meet();
    }

    private List<String> roll(int size) {
        return As.person("sampler", () -> {
            String rollNo = rolls.order(Map.of("project", DemoCity.PROJECT, "size", size));
            return rolls.story(rollNo).labels().stream()
                    .map(RollView.Label::mark)
                    .toList();
        });
    }

    private Map<String, Object> form() {
        return Map.of(
                "decision", "TAKE",
                "madeAt", clock.instant().toString(),
                "marks", String.join("\n", marks),
                "sealNo", "FZ-0901",
                "note", "");
    }

    private Map<String, Object> taking() {
        return taking(sampler);
    }

    private Map<String, Object> taking(SitePhone phone) {
        Map<String, Object> record = phone.record("TAKE", form(), List.of());
        record.put(
                "site",
                Map.of(
                        "project",
                        DemoCity.PROJECT,
                        "unitWorks",
                        UNITS,
                        "part",
                        PART,
                        "item",
                        "concrete-cube",
                        "grade",
                        "C30",
                        "batch",
                        ""));
        return record;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> record, String group, String field, String value) {
        Map<String, Object> changed = new HashMap<>((Map<String, Object>) record.get(group));
        changed.put(field, value);
        record.put(group, changed);
    }

    private static Map<String, Object> confirming() {
        return Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true, "note", "");
    }

    private Map<String, Object> witnessing(UnorderedSample sample) {
        Map<String, Object> record = witness.record("WITNESS", confirming(), marks);
        record.put("unordered", sample.id());
        return record;
    }

    private String ordered() {
        return ordered(DemoTest.CONCRETE, Map.of());
    }

    private String ordered(DemoTest test, Map<String, Object> otherwise) {
        String caseId = driver.commission(test, otherwise);
        driver.accept(caseId);
        return caseId;
    }

    private UnorderedSample open() {
        String id = sql.queryForObject(
                "SELECT arrival_id FROM sampling_unordered_mark WHERE mark = ?", String.class, marks.get(0));
        return As.person("commissioner", () -> unordered.find(id));
    }

    private UnorderedSample find(UnorderedSample sample) {
        return As.person("supervisor", () -> unordered.find(sample.id()));
    }

    private boolean open(UnorderedSample sample) {
        return find(sample).end() == null;
    }

    private boolean waitsForWitness(UnorderedSample sample) {
        return As.person("witness", () -> unordered.toWitness()).stream()
                .anyMatch(one -> one.id().equals(sample.id()));
    }

    private List<UnorderedJoining.Offer> offers(UnorderedSample sample) {
        return As.person("commissioner", () -> joining.offers(find(sample)));
    }

    private void join(UnorderedSample sample, String caseId, String reason) {
        As.person("commissioner", () -> joining.join(sample.id(), caseId, reason));
    }

    private String refusal(UnorderedSample sample, String caseId, String reason) {
        return As.person("commissioner", () -> refusalOf(() -> joining.join(sample.id(), caseId, reason)));
    }

    private String refusalOf(Runnable work) {
        ThrowableAssertAlternative<RuleBroken> refused =
                assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run);
        RuleBroken[] caught = new RuleBroken[1];
        refused.satisfies(broken -> caught[0] = broken);
        return platform.getMessage(caught[0].code(), caught[0].arguments(), java.util.Locale.CHINA);
    }

    private List<String> notices(UnorderedSample sample, String to) {
        return sql.queryForList(
                "SELECT body FROM notice WHERE notice_key LIKE ? AND recipient = ?",
                String.class,
                "unordered:%" + sample.number(),
                to);
    }

    private void decide(String caseId) {
        assertThat(driver.task(caseId).key()).isEqualTo("decideLateRecord");
        driver.submit(new CaseDriver.Submission(
                "supervisor", driver.task(caseId), Map.of("decision", "ACCEPT", "reason", "现场无网络")));
    }
}
