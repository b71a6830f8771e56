package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.record.HeldSettlement;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.NoTestClasses;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sampler and witness both without network: whoever's record comes first, each counts once and in its order. */
@PlatformTest
class OfflinePairModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    PhoneRecords records;

    @Autowired
    PhoneRegistrations phones;

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
    String caseId;

    @BeforeEach
    void acceptedCommission() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
        witness = SitePhone.confirmed(platform, "witness");
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Clause({"5.5", "7.1.2"})
    void bothWithoutNetworkForAnHourAreDecidedOnOneAfterTheOtherWhicheverComesFirst(boolean witnessFirst) {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> taking = taking();
            clock.advance(Duration.ofMinutes(10));
            Map<String, Object> witnessing = ahead(caseId);
            clock.advance(Duration.ofMinutes(50));
            if (witnessFirst) {
                assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
                assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
            }
            assertThat(sampler.send(taking).outcome()).isEqualTo("DEFERRED");
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            assertThat(sampling.sample(caseId).state()).isEqualTo("TAKING_UNDECIDED");
            clock.advance(Duration.ofHours(2));
            decide("ACCEPT");
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSING_UNDECIDED");
            assertThat(witness.send(witnessing).outcome()).isEqualTo("DEFERRED");
            decide("ACCEPT");
            driver.receive(caseId);
            sampling.requireProven(caseId);
            assertThat(rows()).isEqualTo(2);
            assertThat(open()).isZero();
        }
    }

    @Test
    @Clause("7.1.2")
    void backWithinHalfAnHourBothCountAtOnceAlthoughTheWitnesssCameFirst() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> taking = taking();
            clock.advance(Duration.ofMinutes(5));
            Map<String, Object> witnessing = ahead(caseId);
            clock.advance(Duration.ofMinutes(15));
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            assertThat(As.person("receiver", () -> records.ofCase(caseId)))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.outcome().name()).isEqualTo("HELD"));
            assertThat(sampler.send(taking).outcome()).isEqualTo("ACCEPTED");
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
            assertThat(witness.send(witnessing).outcome()).isEqualTo("ACCEPTED");
            SampleView sample = sampling.sample(caseId);
            assertThat(sample.witnessed().at()).isAfterOrEqualTo(sample.taken().at());
            assertThat(ledger.ofCase(caseId, 0, 50).items())
                    .extracting(LedgerLine::action)
                    .containsOnlyOnce("phone.record.HELD", "sample.taken", "sample.witnessed");
        }
    }

    /** By the two phones' own clocks, for no network was there to tell another time; the station has taken the sampler's word. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    @Clause("7.1.2")
    void theWitnessOneSecondEarlyIsDecidedOnAndOneSecondLateIsVoid(long seconds) {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> taking = taking();
            clock.advance(Duration.ofMinutes(30).plusSeconds(seconds));
            Map<String, Object> witnessing = ahead(caseId);
            clock.advance(Duration.ofMinutes(30));
            witness.send(witnessing);
            sampler.send(taking);
            decide("ACCEPT");
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            assertThat(witness.send(witnessing).outcome()).isEqualTo(seconds < 0 ? "DEFERRED" : "VOID");
            assertThat(driver.task(caseId).key()).isEqualTo(seconds < 0 ? "decideLateRecord" : "takeSample");
        }
    }

    @Test
    @Clause("7.1.2")
    void byTheServersClockAWitnesssRecordThatComesASecondAfterTheHalfHourIsDecidedOn() {
        for (long seconds : List.of(0L, 1L)) {
            try (var at = clock.at(Instant.now().plusSeconds(60))) {
                meet();
                Map<String, Object> taking = taking();
                Map<String, Object> witnessing = ahead(caseId);
                assertThat(sampler.send(taking).outcome()).isEqualTo("ACCEPTED");
                clock.advance(Duration.ofMinutes(30).plusSeconds(seconds));
                assertThat(witness.send(witnessing).outcome()).isEqualTo(seconds == 0 ? "ACCEPTED" : "DEFERRED");
            }
            acceptedCommission();
        }
    }

    @Test
    void theMarksAloneSayWhichSampleItIs() {
        Map<String, Object> taking = taking();
        Map<String, Object> witnessing = ahead(null);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        assertThat(sampler.send(taking).outcome()).isEqualTo("ACCEPTED");
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        assertThat(witness.send(witnessing).outcome()).isEqualTo("ACCEPTED");
    }

    @Test
    void theSameRecordManyTimesAtOnceAndFromBothSidesCountsOnce() throws Exception {
        Map<String, Object> taking = taking();
        String body = SitePhone.text(ahead(caseId));
        String signature = witness.sign(body);
        List<Callable<RecordAnswer>> senders = List.of(
                () -> witness.send(body, signature),
                () -> sampler.send(taking),
                () -> witness.send(body, signature),
                () -> {
                    settlement.settleDue();
                    return witness.send(body, signature);
                });
        AtOnce.all(senders);
        clock.advance(Duration.ofMinutes(1));
        settlement.settleDue();
        assertThat(witness.send(body, signature).outcome()).isEqualTo("ACCEPTED");
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        assertThat(rows()).isEqualTo(2);
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .containsOnlyOnce("sample.taken", "sample.witnessed");
    }

    @Test
    void anotherRecordOfTheSameNumberIsAConflictWhileTheFirstWaits() {
        Map<String, Object> witnessing = ahead(caseId);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        witnessing.put("marks", List.of("X"));
        assertThat(witness.send(witnessing).outcome()).isEqualTo("CONFLICT");
    }

    @Test
    void whoeverObjectsOrScannedNothingOrAnotherSampleWaitsForTheSampler() {
        Map<String, Object> objecting = ahead(caseId);
        objecting.put("form", Map.of("decision", "OBJECT", "note", "不属实"));
        assertThat(refusalOf(objecting)).contains("有异议请在取样记录到达后提出");
        Map<String, Object> none = ahead(caseId);
        none.put("marks", List.of());
        assertThat(refusalOf(none)).contains("须扫描试件标识");
        List<String> marks = marks();
        String first = caseId;
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        Map<String, Object> other = ahead(caseId);
        other.put("marks", marks);
        assertThat(refusalOf(other)).contains(sampling.sample(first).label());
        Map<String, Object> unknown = ahead("00000000-0000-0000-0000-000000000000");
        assertThat(refusalOf(unknown)).contains("没有这份样品");
        Map<String, Object> bare = ahead(caseId);
        bare.put("photos", List.of());
        assertThat(refusalOf(bare)).contains("缺少样品封样照片");
        assertThat(open()).isZero();
    }

    @Test
    void signedBeforeTheSamplerSignedItWasMadeUpInAdvance() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> witnessing = ahead(caseId);
            clock.advance(Duration.ofMinutes(5));
            Map<String, Object> taking = taking();
            witness.send(witnessing);
            sampler.send(taking);
            RecordAnswer answer = witness.send(witnessing);
            assertThat(answer.outcome()).isEqualTo("REFUSED");
            assertThat(answer.reason()).contains("早于它所记录的时间");
            assertThat(driver.task(caseId).key()).isEqualTo("witnessSample");
            // The witness has left the site with a phone that said: received.
            assertThat(sql.queryForList(
                            "SELECT body FROM notice WHERE case_id = ? AND notice_key LIKE 'phone-record:after-all:%'",
                            String.class, caseId))
                    .singleElement()
                    .asString()
                    .contains("未被受理", "早于它所记录的时间");
        }
    }

    @Test
    void theSamplersRecordThatNeverComesLeavesEvidenceToldToTheStation() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> witnessing = ahead(caseId);
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            clock.advance(Duration.ofHours(24));
            settlement.settleDue();
            assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            RecordAnswer answer = witness.send(witnessing);
            assertThat(answer.outcome()).isEqualTo("EVIDENCE");
            assertThat(answer.reason()).contains("24 小时内没有收到取样员的记录");
            assertThat(sql.queryForObject(
                            "SELECT COUNT(*) FROM notice WHERE case_id = ? AND notice_key LIKE ?",
                            Long.class,
                            caseId,
                            "phone-record:sampling.record.samplerMissing%"))
                    .isPositive();
            assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        }
    }

    @Test
    void aTakingThatTheStationDoesNotAcceptLeavesTheWitnesssRecordAsEvidence() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            meet();
            Map<String, Object> taking = taking();
            Map<String, Object> witnessing = ahead(caseId);
            clock.advance(Duration.ofHours(1));
            witness.send(witnessing);
            sampler.send(taking);
            decide("REFUSE");
            clock.advance(Duration.ofMinutes(1));
            settlement.settleDue();
            assertThat(witness.send(witnessing).outcome()).isEqualTo("EVIDENCE");
            assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
        }
    }

    @Test
    void whatIsTakenOffTheListPastThePlatformIsListedAgain() {
        Map<String, Object> witnessing = ahead(caseId);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        TestDatabase.owner().update("DELETE FROM sampling_held_open WHERE case_id = ?", caseId);
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        settlement.settleDue();
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    @Test
    void onlyAWitnessRecordsAhead() {
        Map<String, Object> record = new HashMap<>(sampler.record(
                driver.task(caseId), Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true), marks()));
        record.put("kind", "WITNESS");
        record.put("caseId", null);
        record.put("taskId", null);
        assertThat(sampler.send(record).outcome()).isEqualTo("REFUSED");
        assertThat(open()).isZero();
    }

    @Test
    void aPhoneThatWasLockedMeanwhileProvesNothingByItself() {
        Map<String, Object> witnessing = ahead(caseId);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        As.person("witness", () -> phones.lock(witness.id(), "丢失"));
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        assertThat(witness.send(witnessing).outcome()).isEqualTo("EVIDENCE");
        // It stands on its case, with its photos: whoever locks a phone makes no proof disappear.
        assertThat(sql.queryForList(
                        "SELECT outcome FROM sampling_phone_record WHERE case_id = ? AND kind = 'WITNESS'",
                        String.class,
                        caseId))
                .containsExactly("EVIDENCE");
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM sampling_record_photo n JOIN sampling_phone_record r"
                                + " ON r.arrival_id = n.arrival_id WHERE r.case_id = ? AND r.kind = 'WITNESS'",
                        Integer.class,
                        caseId))
                .isEqualTo(2);
    }

    /** Whoever has the database may change what waits, and gains nothing by it. */
    @Test
    void whatWasChangedWhileItWaitedIsNotCompleted() {
        Map<String, Object> witnessing = ahead(caseId);
        witness.send(witnessing);
        TestDatabase.owner()
                .update(
                        "UPDATE sampling_held_record SET arrived_at = arrived_at - INTERVAL 1 HOUR WHERE named_case = ?",
                        caseId);
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
        settlement.settleDue();
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        TestDatabase.owner()
                .update(
                        "UPDATE sampling_held_record SET arrived_at = arrived_at + INTERVAL 1 HOUR WHERE named_case = ?",
                        caseId);
        clock.advance(Duration.ofMinutes(2));
        settlement.settleDue();
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    /** The server is gone between the two: nothing of what it was about to do was anywhere but in the database. */
    @Test
    void aServerThatFellBetweenTheTwoIsFollowedByOneThatGoesOn() {
        Map<String, Object> witnessing = ahead(caseId);
        assertThat(witness.send(witnessing).outcome()).isEqualTo("HELD");
        driver.take(caseId);
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        // Half a minute later it is looked at again.
        TestDatabase.owner()
                .update(
                        "UPDATE sampling_held_open SET next_at = ? WHERE case_id = ?",
                        CityTime.utc(clock.instant()),
                        caseId);
        SpringApplication next = new SpringApplication(org.jianzheng.JianzhengApplication.class);
        next.setAdditionalProfiles("test");
        next.addInitializers(NoTestClasses::applyTo, SpecimensOfAnyAge::applyTo, new TestDatabase.Initializer());
        try (ConfigurableApplicationContext restarted =
                next.run("--server.port=0", "--camunda.bpm.process-engine-name=fallen")) {
            restarted.getBean(HeldSettlement.class).settleDue();
            assertThat(restarted.getBean(Sampling.class).sample(caseId).state()).isEqualTo("WITNESSED");
        }
        assertThat(witness.send(witnessing).outcome()).isEqualTo("ACCEPTED");
    }

    private void meet() {
        sampler.meet();
        witness.meet();
    }

    private void decide(String decision) {
        assertThat(driver.task(caseId).key()).isEqualTo("decideLateRecord");
        driver.submit(new CaseDriver.Submission(
                "supervisor", driver.task(caseId), Map.of("decision", decision, "reason", "现场无网络")));
    }

    private Map<String, Object> taking() {
        return sampler.record(
                driver.task(caseId),
                Map.of(
                        "decision",
                        "TAKE",
                        "madeAt",
                        clock.instant().toString(),
                        "marks",
                        String.join("\n", marks()),
                        "sealNo",
                        "FZ-0812"),
                List.of());
    }

    private Map<String, Object> ahead(String ofCase) {
        Map<String, Object> record = new HashMap<>(witness.record(
                driver.task(caseId), Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true), marks()));
        record.put("kind", "WITNESS");
        record.put("caseId", ofCase);
        record.put("taskId", null);
        return record;
    }

    private List<String> marks() {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
    }

    private String refusalOf(Map<String, Object> record) {
        RecordAnswer answer = witness.send(record);
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        return answer.reason();
    }

    private long rows() {
        return sql.queryForObject("SELECT COUNT(*) FROM sampling_phone_record WHERE case_id = ?", Long.class, caseId);
    }

    private long open() {
        return sql.queryForObject("SELECT COUNT(*) FROM sampling_held_open WHERE case_id = ?", Long.class, caseId);
    }
}
