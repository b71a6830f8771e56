package org.jianzheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notices;
import org.jianzheng.notice.ReceivedNotice;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From what the station permits to what a report says; and whoever would like another yardstick for what is under way. */
@PlatformTest
class PolicyModuleTest {

    private static final String ITEM = "concrete-cube";
    private static final String INPUT = "sizeFactorStage";

    /** On these loads the two ways differ by 0.1 MPa, and in the verdict. */
    private static final DemoTest SMALL = DemoTest.CONCRETE.measuring(DemoTest.concrete("290.0", "325.0", "330.0"));

    @Autowired
    private Policies policies;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Testing testing;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Notices notices;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvc browser;

    private final CaseDriver driver;

    PolicyModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void whatIsFollowedOnTheDayOfAcceptanceJudgesTheOrderAndIsPrinted() throws Exception {
        LocalDate tomorrow = CityTime.today(clock).plusDays(1);
        String before = driver.commission(SMALL, Map.of("sizeMm", "100"));
        driver.accept(before);
        permit("PERMIT", "SPECIMEN", tomorrow);
        String choice = propose("SPECIMEN", tomorrow);
        assertThat(told("technicalhead"))
                .anyMatch(notice ->
                        notice.title().contains("待批准") && notice.title().contains("“每块试件”"));
        decide("technicalhead", choice, "APPROVE");
        assertThat(told("labadmin")).anyMatch(notice -> notice.title().contains("已批准"));
        String today = driver.commission(SMALL, Map.of("sizeMm", "100"));
        driver.accept(today);

        clock.advance(Duration.ofDays(1));
        String from = driver.commission(SMALL, Map.of("sizeMm", "100"));
        driver.accept(from);

        assertThat(List.of(before, today)).allSatisfy(each -> assertFollows(each, "GROUP"));
        assertFollows(from, "SPECIMEN");
        assertThat(accepted(from)).isEqualTo(Map.of(INPUT, "SPECIMEN"));
        assertThat(result(before)).extracting(one -> one.finding().conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(result(before).finding().facts())
                .containsEntry("representativeMpa", "29.9")
                .containsEntry(INPUT, "GROUP");
        assertThat(result(from)).extracting(one -> one.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(result(from).finding().facts())
                .containsEntry("representativeMpa", "30.0")
                .containsEntry(INPUT, "SPECIMEN");
        assertThat(result(from).finding().evaluations().get(0).decisions()).containsEntry("D4", "SPECIMEN");
        assertThat(printed(before)).contains("计算取法：尺寸换算系数用于“组代表值”。");
        assertThat(printed(from)).contains("计算取法：尺寸换算系数用于“每块试件”。");

        // Recorded once more while another value holds.
        driver.sendBack(before, "请核对破坏荷载");
        driver.record(before, again(SMALL));
        assertThat(testing.result(before).finding().facts())
                .containsEntry("representativeMpa", "29.9")
                .containsEntry(INPUT, "GROUP");

        stationWithdraws(from);
        assertThat(page("/cases/" + from)).contains("尺寸换算系数用于", "每块试件");
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void stationWithdraws(String earlier) {
        LocalDate tomorrow = CityTime.today(clock).plusDays(1);
        permit("FORBID", "SPECIMEN", tomorrow);
        for (String who : List.of("labadmin", "technicalhead")) {
            assertThat(told(who))
                    .anyMatch(notice -> notice.title().contains("检测取法变更")
                            && notice.text().contains("自 " + tomorrow)
                            && notice.text().contains("原为尺寸换算系数用于“每块试件”"));
        }
        clock.advance(Duration.ofDays(1));
        String after = driver.commission(SMALL, Map.of("sizeMm", "100"));
        driver.accept(after);

        assertFollows(after, "GROUP");
        assertFollows(earlier, "SPECIMEN");
        assertThat(As.person("tester", () -> policies.history("BJ01", ITEM, INPUT, 0, 20))
                        .items())
                .first()
                .satisfies(span -> {
                    assertThat(span.value()).isEqualTo("GROUP");
                    assertThat(span.lapsed()).isTrue();
                    assertThat(span.from()).isEqualTo(tomorrow);
                });
    }

    @Test
    void nobodyDatesBackNorApprovesTheirOwnNorAnotherHouses() {
        LocalDate today = CityTime.today(clock);
        LocalDate day = today.plusMonths(3);
        refused("policy.from.past", () -> permit("PERMIT", "SPECIMEN", today));
        refused("policy.from.past", () -> propose("GROUP", today));
        refused("policy.from.past", () -> propose("GROUP", today.minusDays(1)));
        refused("policy.from.far", () -> propose("GROUP", today.plusMonths(13)));
        refused("policy.value.notPermitted", () -> propose("SPECIMEN", day));
        refused("policy.value.notPermitted", () -> propose("ANY", day));
        refused("policy.permitted.last", () -> permit("FORBID", "GROUP", day));
        refused("policy.permitted.already", () -> permit("PERMIT", "GROUP", day));
        refused("policy.value.unknown", () -> permit("PERMIT", "ANY", day));
        for (String who : List.of("labadmin", "technicalhead", "supervisor", "commissioner")) {
            refused("policy.station", () -> permit(who, "PERMIT", "SPECIMEN", day));
        }
        for (String who : List.of("tester", "receiver", "technicalhead", "stationadmin")) {
            refused("policy.propose.role", () -> propose(who, "GROUP", day));
        }
        for (String who : List.of("tester2", "commissioner", "admin")) {
            refused("policy.lab.unknown", () -> propose(who, "GROUP", day));
        }

        String choice = propose("GROUP", day);
        refused("policy.propose.open", () -> propose("GROUP", day.plusDays(1)));
        for (String who : List.of("labadmin", "signatory", "stationadmin")) {
            refused("policy.decide.role", () -> decide(who, choice, "APPROVE"));
        }
        Person both = new Person("labadmin", "何建明", Set.of("labs/BJ01/labadmin", "labs/BJ01/technicalhead"));
        refused("policy.decide.own", () -> As.person(both, null, () -> policies.decide("BJ01", choice, approve())));
        Person other = new Person("head2", "外单位", Set.of("labs/BJ02/technicalhead"));
        refused("policy.lab.unknown", () -> As.person(other, null, () -> policies.decide("BJ01", choice, approve())));
        refused(
                "policy.choice.unknown",
                () -> As.person(other, null, () -> policies.decide("BJ02", choice, approve())));
        refused("kernel.form.empty", () -> decide("technicalhead", choice, "REFUSE"));

        clock.advance(Duration.between(clock.instant(), CityTime.endOf(day.minusDays(1))));
        refused("policy.from.past", () -> decide("technicalhead", choice, "APPROVE"));
        refused("policy.withdraw.late", () -> withdraw("labadmin", choice));
    }

    @Test
    void whatIsApprovedIsWithdrawnByATechnicalHeadAndOnlyBeforeItsDay() {
        LocalDate day = CityTime.today(clock).plusMonths(5);
        String refusedOne = proposeRatios(day);
        As.person(
                "technicalhead",
                () -> policies.decide(
                        "BJ01", refusedOne, new FormValues(Map.of("decision", "REFUSE", "reason", "不必"))));
        refused("policy.meanwhile", () -> decide("technicalhead", refusedOne, "APPROVE"));
        String taken = proposeRatios(day);
        withdraw("labadmin", taken);
        refused("policy.meanwhile", () -> decide("technicalhead", taken, "APPROVE"));

        String approved = proposeRatios(day);
        decide("technicalhead", approved, "APPROVE");
        refused("policy.meanwhile", () -> decide("technicalhead", approved, "APPROVE"));
        refused("policy.withdraw.role", () -> withdraw("labadmin", approved));
        String sameDay = proposeRatios(day);
        refused("policy.decide.sameDay", () -> decide("technicalhead", sameDay, "APPROVE"));
        withdraw("labadmin", sameDay);
        withdraw("technicalhead", approved);
        assertThat(As.person("labadmin", () -> policies.choices("BJ01", "rebar", "ratioFrom", 0, 20))
                        .items())
                .extracting(ChoiceView::state)
                .contains(ChoiceState.REFUSED, ChoiceState.WITHDRAWN)
                .doesNotContain(ChoiceState.PROPOSED);
        assertThat(ledger.ofSubject("policy-choice:" + approved))
                .extracting(LedgerLine::action)
                .containsExactly("policy.proposed", "policy.approved", "policy.withdrawn");
    }

    @Test
    void aTesterCannotSendAnotherValueNorCanARowBeChanged() {
        String caseId = driver.commission(SMALL, Map.of("sizeMm", "100"));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, SMALL);

        Map<String, Object> form = new HashMap<>(SMALL.records().get(0));
        form.put(INPUT, "SPECIMEN");
        refused("workflow.form.undeclared", () -> driver.record(caseId, form));
        // What an earlier form may send: the same, and no other.
        refused(
                "testing.record.notAsUsual",
                () -> As.person("tester", () -> transaction.execute(status -> testing.record(caseId, form))));
        for (String forged : List.of("'{\"sizeFactorStage\":\"SPECIMEN\"}'", "'{}'", "NULL")) {
            sql.update("UPDATE commission_order SET policies = " + forged + " WHERE case_id = ?", caseId);
            refused(
                    "commission.order.changed",
                    () -> driver.record(caseId, SMALL.records().get(0)));
        }
        sql.update(
                "UPDATE commission_order SET policies = '{\"sizeFactorStage\":\"GROUP\"}' WHERE case_id = ?", caseId);
        driver.record(caseId, SMALL.records().get(0));
        assertThat(testing.result(caseId).finding().facts()).containsEntry(INPUT, "GROUP");
    }

    @Test
    void aChoiceThatWasPutIntoTheTablesJudgesNothing() {
        String lab = "ZZ98";
        String id = UUID.randomUUID().toString();
        sql.update(
                "INSERT INTO policy_choice VALUES (?, ?, ?, ?, 'SPECIMEN', '2026-01-01', '—', 'x', 'x', NOW(6))",
                lab,
                id,
                ITEM,
                INPUT);
        sql.update("INSERT INTO policy_choice_act VALUES (?, ?, 'DECISION', 1, '', 'y', 'y', NOW(6))", lab, id);

        refused(
                "records.row.changed",
                () -> transaction.execute(
                        status -> policies.followed(lab, Catalogue.current().item(ITEM), CityTime.today(clock))));
    }

    @Test
    void pagesAreForTheLaboratoryItselfAndTheStation() throws Exception {
        String own = "/policies/BJ01/" + ITEM + "/" + INPUT;
        for (String page : List.of("/policies", own, own + "/choices", "/policies/permitted", permittedPage())) {
            for (String who : List.of("labadmin", "tester", "technicalhead", "supervisor", "stationadmin")) {
                assertThat(browser.perform(get(page).with(As.signedIn(who)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .as(page)
                        .doesNotContain("??");
            }
            for (String who : List.of("commissioner", "sampler", "witness", "admin")) {
                browser.perform(get(page).with(As.signedIn(who))).andExpect(status().isNotFound());
            }
        }
        browser.perform(get(own).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        browser.perform(get("/policies/BJ01/splice/x").with(As.signedIn("labadmin")))
                .andExpect(status().isNotFound());
        assertThat(As.person("tester2", () -> policies.list("", "", 0, 10)).items())
                .singleElement()
                .satisfies(
                        lines -> assertThat(lines).allMatch(line -> line.lab().equals("BJ02")));
        browser.perform(post(own)
                        .param("value", "GROUP")
                        .param("from", CityTime.today(clock).toString())
                        .param("reason", "当日生效")
                        .with(csrf())
                        .with(As.signedIn("labadmin")))
                .andExpect(status().isUnprocessableEntity());
    }

    private static String permittedPage() {
        return "/policies/permitted/" + ITEM + "/" + INPUT;
    }

    private void assertFollows(String caseId, String value) {
        assertThat(commissions.find(caseId).asked().policies()).containsExactly(Map.entry(INPUT, value));
    }

    private Object accepted(String caseId) {
        return ledger.ofSubject("commission:" + caseId).stream()
                .filter(entry -> entry.action().equals("commission.accepted"))
                .map(entry -> ledger.content(entry.id()).get("policies"))
                .findFirst()
                .orElseThrow();
    }

    private ResultView result(String caseId) {
        if (testing.find(caseId).isEmpty()) {
            driver.take(caseId);
            driver.witness(caseId);
            driver.receive(caseId);
            driver.assign(caseId, SMALL);
            driver.record(caseId, SMALL.records().get(0));
        }
        return testing.result(caseId);
    }

    private String printed(String caseId) {
        return sql.queryForObject(
                "SELECT content FROM reporting_report WHERE case_id = ? ORDER BY attempt DESC LIMIT 1",
                String.class,
                caseId);
    }

    private static Map<String, Object> again(DemoTest test) {
        Map<String, Object> form = new HashMap<>(test.records().get(0));
        form.put("correctionKind", "TRANSCRIPTION");
        form.put("correctionReason", "核对无误");
        return form;
    }

    private void permit(String decision, String value, LocalDate from) {
        permit("stationadmin", decision, value, from);
    }

    private void permit(String who, String decision, String value, LocalDate from) {
        As.person(
                who,
                () -> policies.permit(
                        ITEM,
                        INPUT,
                        new FormValues(Map.of("decision", decision, "value", value, "from", from, "reason", "全市统一"))));
    }

    private String propose(String value, LocalDate from) {
        return propose("labadmin", value, from);
    }

    private String proposeRatios(LocalDate from) {
        var form = new FormValues(Map.of("value", "ROUNDED", "from", from, "reason", "与旧系统一致"));
        return As.person("labadmin", () -> policies.propose("BJ01", "rebar", "ratioFrom", form));
    }

    private String propose(String who, String value, LocalDate from) {
        return As.person(
                who,
                () -> policies.propose(
                        "BJ01", ITEM, INPUT, new FormValues(Map.of("value", value, "from", from, "reason", "与旧系统一致"))));
    }

    private void decide(String who, String id, String decision) {
        As.person(who, () -> policies.decide("BJ01", id, new FormValues(Map.of("decision", decision))));
    }

    private static FormValues approve() {
        return new FormValues(Map.of("decision", "APPROVE"));
    }

    private void withdraw(String who, String id) {
        As.person(who, () -> policies.withdraw("BJ01", id, new FormValues(Map.of("reason", "另议"))));
    }

    private List<ReceivedNotice> told(String who) {
        return As.person(who, () -> notices.list(false, 0, 50)).items();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo(code));
    }
}
