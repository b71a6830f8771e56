package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has the application's database account changes rows between two pairs of hands: none of it gets signed. */
@PlatformTest
class ForgedRowsModuleTest {

    private static final Map<String, Object> PASS = Map.of("decision", "PASS");
    private static final String[] WEAK = {"550.0", "552.0", "548.0"};
    private static final String[] STRONG = {"787.5", "801.2", "812.6"};

    @Autowired
    private Reporting reporting;

    @Autowired
    private Testing testing;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Processes processes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate sql;

    private final CaseDriver driver;
    private String caseId;

    ForgedRowsModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void aDraftThatWasChangedIsNeitherReviewedNorSigned() {
        caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(STRONG)));
        change("content = REPLACE(content, '787.5', '987.5')");
        refused(() -> send("reviewer"), "reporting.draft.changed");
        change("content = REPLACE(content, '987.5', '787.5')");
        driver.review(caseId);

        change("content = REPLACE(content, '787.5', '987.5')");
        refused(() -> send("signatory"), "reporting.draft.changed");
        change("content = REPLACE(content, '987.5', '787.5')");
        change("lab_code = 'BJ02'");
        refused(() -> send("signatory"), null);
        change("lab_code = 'BJ01'");
        driver.sign(caseId);
        assertThat(view().status()).isEqualTo(ReportStatus.SIGNED);
    }

    @Test
    void aFailureThatTheRowCallsAPassIsNotSignedAndAReviewerWhomTheRowForgetsSignsNothing() {
        caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        change("conclusion = 'PASS'");
        refused(() -> send("reviewer"), "reporting.draft.changed");
        change("conclusion = 'FAIL'");
        driver.review(caseId);

        change("reviewer = 'somebody'");
        Person both = new Person(
                "reviewer", As.whoIs("reviewer").name(), Set.of("labs/BJ01/reviewer", "labs/BJ01/signatory"));
        String id = view().id();
        refused(
                () -> As.person(both, Instant.now(), () -> transaction.execute(status -> reporting.sign(id, PASS))),
                null);
        change("reviewer = 'reviewer'");
        assertThat(view().status()).isEqualTo(ReportStatus.REVIEWED);
    }

    @Test
    void aCorrectionThatOnlyItsRowCallsAgreedSettlesNothingNorDoesOneThatIsGone() {
        caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        driver.sendBack(caseId, "第 1 块破坏荷载与设备记录不符");
        again(STRONG);
        assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
        String correction = corrections.ofCase(caseId).get(0).id();

        sql.update("UPDATE testing_correction SET state = 'DONE', open_key = NULL WHERE id = ?", correction);
        refused(() -> testing.requireCorrected(caseId), "testing.correction.unproven");
        sql.update("UPDATE testing_correction SET changes_verdict = 0 WHERE id = ?", correction);
        refused(() -> testing.requireCorrected(caseId), "testing.correction.unproven");
        sql.update("UPDATE testing_correction SET subject_id = 'elsewhere' WHERE id = ?", correction);
        refused(() -> testing.requireCorrected(caseId), "testing.correction.missing");
    }

    @Test
    void aResultThatWasPutIntoTheTableIsNobodys() {
        caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        sql.update(
                "INSERT INTO testing_result (id, case_id, number_in_case, pass, conclusion, content, software_version,"
                        + " concluded_at) SELECT UUID(), case_id, 99, pass, 'PASS',"
                        + " REPLACE(content, 'FAIL', 'PASS'), software_version, concluded_at"
                        + " FROM testing_result WHERE case_id = ?",
                caseId);

        refused(() -> send("reviewer"), "testing.result.unproven");
        refused(
                () -> As.person("tester", () -> transaction.execute(status -> reporting.draft(caseId))),
                "testing.result.unproven");
    }

    @Test
    void aRecordThatWasPutIntoTheTableJudgesNothing() {
        caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        driver.sendBack(caseId, "请核对破坏荷载");
        sql.update(
                "INSERT INTO testing_raw_record (record_no, case_id, stage, pass, version, content, equipment,"
                        + " tester_certificate, recorded_by, recorded_by_name, recorded_at, started_at, finished_at)"
                        + " SELECT CONCAT('X', RIGHT(record_no, 30)), case_id, stage, 2, 9, REPLACE(content, '55', '95'),"
                        + " equipment, tester_certificate, recorded_by, recorded_by_name,"
                        + " recorded_at + INTERVAL 1 DAY, started_at, finished_at"
                        + " FROM testing_raw_record WHERE case_id = ?",
                caseId);

        refused(() -> As.person("reviewer", () -> reporting.rawRecords(caseId)), "testing.record.unproven");
        refused(() -> again(WEAK), "testing.record.unproven");
    }

    @Test
    void anOrderWhoseRowHasAnotherYardstickJudgesNothing() {
        caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        Map.of(
                        "grade = 'C20'", "grade = 'C30'",
                        "details = REPLACE(details, 'STANDARD', 'SAME_CONDITION_600')",
                                "details = REPLACE(details, 'SAME_CONDITION_600', 'STANDARD')",
                        "retest_of = 'BJ01-TJ-2026-00001'", "retest_of = NULL")
                .forEach((forged, whole) -> {
                    order(forged);
                    refused(() -> record(STRONG), "commission.order.changed");
                    order(whole);
                });
        record(STRONG);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
    }

    @Test
    void whatIsPrintedOfOrderAndSampleIsWhatThePlatformWrote() {
        caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        order("reviewed_by = 'somebody'");
        refused(() -> record(STRONG), "records.row.changed");
        order("reviewed_by = 'receiver'");
        sample("seal_no = CONCAT(seal_no, 'X')");
        refused(() -> record(STRONG), "records.row.changed");
        sample("seal_no = LEFT(seal_no, CHAR_LENGTH(seal_no) - 1)");
        record(STRONG);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
    }

    private void sample(String what) {
        sql.update("UPDATE sampling_sample SET " + what + " WHERE case_id = ?", caseId);
    }

    private void order(String what) {
        sql.update("UPDATE commission_order SET " + what + " WHERE case_id = ?", caseId);
    }

    private void record(String... loads) {
        driver.record(caseId, DemoTest.concrete(loads));
    }

    @Test
    void whatTheStationAgreedToIsReadFromTheLedger() {
        caseId = driver.finish(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        String number = view().reportNo();
        String correction = As.person(
                "labadmin",
                () -> transaction.execute(status -> reporting.correct(
                        number, Map.of("kind", "RECALL", "reason", "TRANSCRIPTION", "text", "抄写时数字颠倒，与设备记录不符"))));

        sql.update("UPDATE testing_correction SET state = 'GRANTED' WHERE id = ?", correction);
        refused(
                () -> As.person(
                        "labadmin", () -> transaction.executeWithoutResult(status -> reporting.recall(correction))),
                "testing.correction.notGranted");
        assertThat(view().status()).isEqualTo(ReportStatus.SIGNED);
        sql.update("UPDATE testing_correction SET state = 'PROPOSED' WHERE id = ?", correction);
    }

    @Test
    void anIssuedReportThatItsRowCallsReturnedIsNotReportedAnew() {
        caseId = driver.finish(DemoTest.CONCRETE.measuring(DemoTest.concrete(WEAK)));
        change("status = 'RETURNED'");

        refused(
                () -> As.person("tester", () -> transaction.execute(status -> reporting.draft(caseId))),
                "reporting.draft.recalled");
        change("status = 'SIGNED'");
    }

    private void change(String what) {
        sql.update("UPDATE reporting_report SET " + what + " WHERE case_id = ?", caseId);
    }

    private void again(String... loads) {
        var form = new HashMap<String, Object>(DemoTest.concrete(loads));
        form.put("correctionKind", "TRANSCRIPTION");
        form.put("correctionReason", "抄写时数字颠倒");
        driver.record(caseId, form);
    }

    private void send(String who) {
        As.person(
                As.whoIs(who),
                Instant.now(),
                () -> processes.complete(driver.task(caseId).id(), PASS));
    }

    private ReportView view() {
        return As.person("supervisor", () -> reporting.ofCase(caseId)).orElseThrow();
    }

    /** @param code null where one of several rules may be the first to be broken */
    private static void refused(Runnable work, String code) {
        var refused = assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run);
        if (code != null) {
            refused.withMessage(code);
        }
    }
}
