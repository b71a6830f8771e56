package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.hamcrest.Matchers;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.reporting.verifying.Verification;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Wrong reports that were signed: amended, voided, recalled; and failing ones, which nobody gets rid of alone. */
@PlatformTest
class ReportRecallModuleTest {

    private static final String[] WEAK = {"550.0", "552.0", "548.0"};
    private static final String[] STRONG = {"787.5", "801.2", "812.6"};
    private static final Map<String, Object> AGREED = Map.of("decision", "GRANT", "opinion", "已核对设备原始记录与委托单");
    private static final Map<String, Object> REFUSED = Map.of("decision", "REFUSE", "opinion", "依据不足，报告应予保留");

    @Autowired
    private Reporting reporting;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Sampling sampling;

    @Autowired
    private Processes processes;

    @Autowired
    private Notices notices;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc pages;

    private final CaseDriver driver;
    private String caseId;
    private String number;

    ReportRecallModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void anAmendedReportHasItsOwnNumberAndNamesWhatItReplacesAndWhy() throws Exception {
        signed(STRONG);
        String token = token(number);
        ask("labadmin", Map.of("kind", "RECORD"));
        say("technicalhead", "approveCorrection", AGREED);
        again("787.9", "801.2", "812.6");
        driver.review(caseId);
        driver.sign(caseId);

        List<ReportView> history = As.person("supervisor", () -> reporting.history(caseId));
        ReportView amended = history.get(0);
        assertThat(amended.reportNo()).isNotEqualTo(number);
        assertThat(amended.replaces()).isEqualTo(number);
        assertThat(history.get(1).status()).isEqualTo(ReportStatus.REPLACED);
        assertThat(history.get(1).ended().replacedBy()).isEqualTo(amended.reportNo());
        assertThat(reporting.verify(token).status()).isEqualTo(Verification.Status.REPLACED);
        assertThat(reporting.verify(token(amended.reportNo())).status()).isEqualTo(Verification.Status.VALID);
        assertThat(reporting.proven(amended.reportNo()).orElseThrow().text().get("remarks"))
                .contains("替代报告 " + number, "抄写时数字颠倒", "原始记录更正 1 次", "787.5 → 787.9");
        // The old file stays readable, marked on every page.
        assertThat(As.person("commissioner", () -> reporting.pdf(number))).isNotEmpty();
        pages.perform(get("/cases/" + caseId + "/report").with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(number)))
                .andExpect(content().string(Matchers.containsString("已被更正报告替代")));
        for (String party : List.of("commissioner", "sampler", "witness", "supervisor")) {
            assertThat(titles(party)).contains("报告更正 " + number);
        }
        assertThat(commissions.overview(caseId).stage()).isEqualTo(CaseStage.ARCHIVED);
        assertThat(actions()).contains("report.replaced", "correction.done", "case.refiled");
    }

    @Test
    void aVoidReportKeepsItsNumberAndNothingIsReportedAfterIt() {
        signed(STRONG);
        String token = token(number);
        ask("signatory", Map.of("kind", "VOID"));
        assertThat(reporting.verify(token).status()).isEqualTo(Verification.Status.VALID);
        say("technicalhead", "approveCorrection", AGREED);

        assertThat(reporting.verify(token).status()).isEqualTo(Verification.Status.RECALLED);
        assertThat(view().ended().as()).isEqualTo("VOIDED");
        assertThat(numbers.isVoid(number)).isTrue();
        assertThat(actions()).contains("report.voided");
        assertThat(titles("commissioner")).contains("报告作废 " + number);
        refused(() -> ask("labadmin", Map.of("kind", "RECALL")), "reporting.correction.ended");
        refused(
                () -> As.person("tester", () -> transaction.execute(status -> reporting.draft(caseId))),
                "reporting.draft.recalled");
        // Nor does the sample come back under another commission: its marks are used.
        String other = driver.commission(DemoTest.CONCRETE);
        driver.accept(other);
        String marks = As.person("receiver", () -> sampling.sample(caseId)).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> As.person(
                        "sampler",
                        () -> processes.complete(
                                task(other, "takeSample").id(),
                                Map.of(
                                        "madeAt",
                                        java.time.Instant.now()
                                                .atZone(CityTime.ZONE)
                                                .toOffsetDateTime()
                                                .withSecond(0)
                                                .withNano(0)
                                                .toString(),
                                        "marks",
                                        marks,
                                        "sealNo",
                                        "F-1"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("sampling.scan.wrong"));
    }

    @Test
    void twoWhoAskInTheSameMomentAreNotBothHeard() throws Exception {
        signed(STRONG);
        List<Boolean> heard = AtOnce.all(List.of(() -> heard("labadmin"), () -> heard("signatory")));

        assertThat(heard).containsExactlyInAnyOrder(true, false);
        assertThat(keys()).containsExactly("approveCorrection");
    }

    private boolean heard(String username) {
        try {
            ask(username, Map.of("kind", "RECALL"));
            return true;
        } catch (RuleBroken refused) {
            assertThat(refused.code()).isEqualTo("testing.correction.open");
            return false;
        }
    }

    @Test
    void aFailingReportIsRecalledBySiteHeadWitnessAndStationTogetherAndItsLoopStaysOpen() {
        signed(WEAK);
        LoopState before = loop();
        ask("labadmin", Map.of("kind", "RECALL"));
        assertThat(keys()).contains("requestCorrection").doesNotContain("approveCorrection");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> say("technicalhead", "requestCorrection", AGREED));
        say("commissioner", "requestCorrection", AGREED);
        say("technicalhead", "approveCorrection", AGREED);
        say("witness", "consentCorrection", AGREED);
        assertThat(view().status()).isEqualTo(ReportStatus.SIGNED);
        say("supervisor", "decideCorrection", AGREED);

        assertThat(view().status()).isEqualTo(ReportStatus.RECALLED);
        assertThat(loop()).isEqualTo(before);
        assertThat(loop().open()).isTrue();
        assertThat(titles("supervisor")).anyMatch(title -> title.startsWith("不合格报告已收回 " + number));
        assertThat(As.person("supervisor", () -> nonconformity.reportEnded(number))
                        .as())
                .isEqualTo("RECALLED");
    }

    @Test
    void whatTheStationRefusesStandsAndMayBeAskedForOnceMore() {
        signed(WEAK);
        ask("labadmin", Map.of("kind", "VOID"));
        say("commissioner", "requestCorrection", AGREED);
        say("technicalhead", "approveCorrection", AGREED);
        say("witness", "consentCorrection", AGREED);
        say("supervisor", "decideCorrection", REFUSED);

        assertThat(view().status()).isEqualTo(ReportStatus.SIGNED);
        assertThat(numbers.isVoid(number)).isFalse();
        assertThat(keys()).doesNotContain("decideCorrection");
        ask("labadmin", Map.of("kind", "RECALL"));
        assertThat(keys()).contains("requestCorrection");
    }

    @Test
    void ofTwoWhoRecallAtOnceOneIsHeardAndNothingIsRecalledInTheMidstOfACorrection() {
        signed(STRONG);
        ask("labadmin", Map.of("kind", "RECORD"));

        refused(() -> ask("signatory", Map.of("kind", "RECALL")), "testing.correction.open");
        refused(() -> ask("reviewer", Map.of("kind", "RECORD")), "testing.correction.open");
        say("technicalhead", "approveCorrection", AGREED);
        refused(() -> ask("signatory", Map.of("kind", "RECALL")), "testing.correction.open");
        assertThat(view().status()).isEqualTo(ReportStatus.SIGNED);
    }

    @Test
    @Clause("8.3.1")
    void nobodyAgreesToWhatTheyProposedTestedReviewedOrSigned() {
        signed(STRONG);
        ask("technicalhead", Map.of("kind", "VOID"));

        refused(() -> say("technicalhead", "approveCorrection", AGREED), "testing.correction.ownWork");
        for (String hand : List.of("tester", "reviewer", "signatory")) {
            Person head =
                    new Person(hand, As.whoIs(hand).name(), Set.of("labs/BJ01/" + hand, "labs/BJ01/technicalhead"));
            refused(
                    () -> As.person(
                            head,
                            null,
                            () -> processes.complete(
                                    task(caseId, "approveCorrection").id(), AGREED)),
                    "testing.correction.ownWork");
        }
        say("labadmin", "approveCorrection", AGREED);
        assertThat(view().status()).isEqualTo(ReportStatus.RECALLED);
    }

    @Test
    void aFailureIsNotAmendedToAPassThatTheStationWasNotTold() {
        signed(WEAK);
        ask("labadmin", Map.of("kind", "RECORD"));
        everybodyAgrees();
        again(STRONG);

        refused(() -> say("labadmin", "approveCorrection", AGREED), "testing.correction.ownWork");
        refused(() -> say("technicalhead", "approveCorrection", AGREED), "reporting.draft.otherVerdict");
        say("technicalhead", "approveCorrection", REFUSED);
        again(WEAK);
        complete("reviewer", "reviewReport", Map.of("decision", "PASS"));
        sign();
        assertThat(view().status()).isEqualTo(ReportStatus.REPLACED);
        assertThat(newest().conclusion()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFailureThatWasNoneIsAmendedWithTheStationAndItsLoopIsTheStationsToEnd() {
        signed(WEAK);
        ask("labadmin", Map.of("kind", "RECORD", "expected", "PASS"));
        everybodyAgrees();
        again(STRONG);
        say("technicalhead", "approveCorrection", AGREED);
        complete("reviewer", "reviewReport", Map.of("decision", "PASS"));
        sign();

        assertThat(newest().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(newest().replaces()).isEqualTo(number);
        assertThat(view().status()).isEqualTo(ReportStatus.REPLACED);
        assertThat(loop().open()).isTrue();
        assertThat(titles("supervisor")).anyMatch(title -> title.contains("替代 " + number));
        assertThat(corrections.ofCase(caseId))
                .filteredOn(each -> each.title().equals(number))
                .extracting(each -> each.state())
                .containsExactly(CorrectionState.DONE);
    }

    @Test
    void aRowThatSaysPassDoesNotOpenTheShortWayNorDoesAnEndedLoop() {
        signed(WEAK);
        sql.update("UPDATE reporting_report SET conclusion = 'PASS' WHERE report_no = ?", number);
        ask("labadmin", Map.of("kind", "RECALL"));
        assertThat(keys()).contains("requestCorrection");
        sql.update("UPDATE reporting_report SET conclusion = 'FAIL' WHERE report_no = ?", number);
        say("commissioner", "requestCorrection", REFUSED);

        As.person("supervisor", () -> nonconformity.withdraw(number, "核实为误报，材料已另行检测"));
        ask("labadmin", Map.of("kind", "RECALL"));
        assertThat(keys()).contains("requestCorrection").doesNotContain("approveCorrection");
    }

    @Test
    void factsOfTheSampleAreTheSitesToCorrectAndNoFigureChanges() {
        signed(STRONG);
        refused(() -> ask("labadmin", Map.of("kind", "SAMPLE_FACTS", "part", "四层框架柱")), "reporting.correction.kind");
        refused(() -> ask("sampler", Map.of("kind", "SAMPLE_FACTS")), "reporting.correction.nothing");
        ask("sampler", Map.of("kind", "SAMPLE_FACTS", "part", "四层框架柱 KZ-1～KZ-12", "reason", "SAMPLE_FACT"));
        assertThat(keys()).containsExactly("approveCorrection");
        say("technicalhead", "approveCorrection", AGREED);
        say("witness", "consentCorrection", AGREED);
        say("supervisor", "decideCorrection", AGREED);

        assertThat(keys()).containsExactly("reviewReport");
        driver.review(caseId);
        driver.sign(caseId);
        var amended = reporting.proven(newest().reportNo()).orElseThrow();
        assertThat(amended.text().get("part")).contains("四层框架柱");
        assertThat(reporting.proven(number).orElseThrow().text().get("part")).doesNotContain("四层框架柱");
        assertThat(amended.items())
                .isEqualTo(reporting.proven(number).orElseThrow().items());
    }

    @Test
    void aStandingReportIsNotReportedAnewWithoutAnAgreedCorrectionAndStrangersMayNotAsk() {
        signed(STRONG);
        refused(
                () -> As.person("tester", () -> transaction.execute(status -> reporting.draft(caseId))),
                "reporting.draft.issued");
        refused(() -> ask("tester", Map.of("kind", "RECALL")), "reporting.correction.otherRole");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ask("tester2", Map.of("kind", "RECALL")));
    }

    private void signed(String... loads) {
        caseId = driver.finish(DemoTest.CONCRETE.measuring(DemoTest.concrete(loads)));
        number = newest().reportNo();
    }

    private void ask(String username, Map<String, String> form) {
        var all = new HashMap<>(Map.of("reason", "TRANSCRIPTION", "text", "抄写时数字颠倒，与设备记录不符"));
        all.putAll(form);
        As.person(username, () -> transaction.execute(status -> reporting.correct(number, all)));
        driver.goOn(caseId);
    }

    private void everybodyAgrees() {
        say("commissioner", "requestCorrection", AGREED);
        say("technicalhead", "approveCorrection", AGREED);
        say("witness", "consentCorrection", AGREED);
        say("supervisor", "decideCorrection", AGREED);
    }

    private void say(String username, String task, Map<String, Object> form) {
        complete(username, task, form);
    }

    private void complete(String username, String task, Map<String, Object> form) {
        As.person(username, () -> processes.complete(task(caseId, task).id(), form));
        driver.goOn(caseId);
    }

    private void sign() {
        driver.submit(new CaseDriver.Submission("signatory", task(caseId, "signReport"), Map.of("decision", "PASS")));
    }

    private void again(String... loads) {
        var form = new HashMap<String, Object>(DemoTest.concrete(loads));
        form.putAll(Map.of(
                "decision", "RECORD",
                "correctionKind", "TRANSCRIPTION",
                "correctionReason", "抄写时数字颠倒",
                "temperature", "21.5",
                "humidity", "56",
                "startedAt", minute(),
                "finishedAt", minute()));
        complete("tester", "record", form);
    }

    private static String minute() {
        return java.time.Instant.now()
                .atZone(CityTime.ZONE)
                .toOffsetDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private OpenTask task(String ofCase, String key) {
        return processes.openTasks(List.of(ofCase)).stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + key + " in " + keys()));
    }

    private List<String> keys() {
        return processes.openTasks(List.of(caseId)).stream().map(OpenTask::key).toList();
    }

    private ReportView newest() {
        return As.person("supervisor", () -> reporting.ofCase(caseId)).orElseThrow();
    }

    private ReportView view() {
        return As.person("supervisor", () -> reporting.issued(number));
    }

    private String token(String reportNo) {
        String url =
                As.person("signatory", () -> reporting.issued(reportNo)).issue().verifyUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private LoopState loop() {
        return As.person("supervisor", () -> nonconformity.find(number)).state();
    }

    private List<String> titles(String username) {
        return As.person(username, () -> notices.list(false, 0, 200)).items().stream()
                .map(notice -> notice.title())
                .toList();
    }

    private List<String> actions() {
        return ledger.ofCase(caseId, 0, 200).items().stream()
                .map(LedgerLine::action)
                .toList();
    }

    private static ThrowableAssertAlternative<RuleBroken> refused(Runnable work, String code) {
        return assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
