package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.reporting.TestedCase.PASS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.GapAudit;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.seal.Seals;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a finished test to a signed report, on the real database. */
@PlatformTest
class ReportingModuleTest {

    private static final Map<String, String> RETURN = Map.of("decision", "RETURN", "reason", "第 2 块荷载与曲线不符，请核对");

    @Autowired
    private Reporting reporting;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Seals seals;

    @Autowired
    private Clock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcTemplate sql;

    private TestedCase cases;

    @BeforeEach
    void cases() {
        cases = TestedCase.of(beans);
    }

    @Test
    @Clause("4.2.2.1")
    void threePeopleTakeAReportToItsSignedFile() {
        String caseId = cases.concrete();
        String id = cases.as("tester", () -> reporting.draft(caseId));
        assertThat(cases.as("reviewer", () -> reporting.review(id, PASS))).isEqualTo("PASSED");
        String number = cases.signed(id);

        var report = As.person("commissioner", () -> reporting.issued(number));
        assertThat(report.status()).isEqualTo(ReportStatus.SIGNED);
        assertThat(number).matches("BJ01-HNT-\\d{4}-\\d{5}");
        assertThat(report.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(report.about().method()).isEqualTo("concrete-cube");
        byte[] pdf = As.person("commissioner", () -> reporting.pdf(number));
        assertThat(seals.check(pdf).intact()).isTrue();
        assertThat(seals.check(pdf).labCode()).isEqualTo("BJ01");
        assertThat(actions(caseId)).containsSubsequence("report.drafted", "report.reviewed", "report.signed");
    }

    /** Order, result and report name one folder of the catalogue. */
    @Test
    void theReportSaysUnderWhichFolderItsCaseWasOrdered() {
        String caseId = cases.concrete();
        String number = cases.issued(caseId);
        String sha256 = Catalogue.current().item("concrete-cube").sha256();

        assertThat(sql.queryForList("SELECT method_sha256 FROM testing_result WHERE case_id = ?", String.class, caseId))
                .containsOnly(sha256);
        assertThat(sql.queryForObject("SELECT content FROM testing_result WHERE case_id = ?", String.class, caseId))
                .contains(sha256);
        assertThat(sql.queryForObject("SELECT content FROM reporting_issue WHERE report_no = ?", String.class, number))
                .contains(sha256);
    }

    @Test
    void theFileIsInTheLedgerUnderTheEntryItsCodeNames() {
        String number = cases.issued(cases.concrete());
        var report = As.person("signatory", () -> reporting.issued(number));

        var line = ledger.ofCase(report.caseId(), 0, 100).items().stream()
                .filter(each -> each.action().equals("report.signed"))
                .findFirst()
                .orElseThrow();
        assertThat(ledger.content(line.id()))
                .containsEntry("pdfSha256", report.issue().pdfSha256())
                .containsEntry("reportNo", number);
    }

    @Test
    @Clause("8.3.1")
    void nobodyDoesTwoOfTheThreeSteps() {
        String caseId = cases.concrete();
        String id = cases.as("tester", () -> reporting.draft(caseId));

        refused("tester", () -> reporting.review(id, PASS), "reporting.person.otherRole");
        refused("signatory", () -> reporting.review(id, PASS), "reporting.person.otherRole");
        refused("tester2", () -> reporting.review(id, PASS), "reporting.person.otherRole");
        cases.as("reviewer", () -> reporting.review(id, PASS));
        refused("reviewer", () -> reporting.sign(id, PASS), "reporting.person.otherRole");
    }

    @Test
    void aSignatureNeedsPresenceProvedInTheLastFiveMinutes() {
        String caseId = cases.concrete();
        String id = cases.reviewed(caseId);
        Instant now = clock.instant();

        refused("signatory", () -> reporting.sign(id, PASS), "reporting.sign.presence");
        assertThatThrownBy(() ->
                        cases.present("signatory", now.minus(Duration.ofMinutes(6)), () -> reporting.sign(id, PASS)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("reporting.sign.presence");
                    assertThat(broken.arguments()[1].toString()).startsWith("/step-up");
                });
        String number = cases.present("signatory", now.minus(Duration.ofMinutes(4)), () -> {
            assertThat(reporting.sign(id, PASS)).isEqualTo("ISSUED");
            return reporting.issue(id);
        });
        assertThat(number).startsWith("BJ01-HNT-");
    }

    @Test
    void aSignatureThatIssuesNothingIsNotKept() {
        String id = cases.reviewed(cases.concrete());

        assertThatThrownBy(() -> cases.present("signatory", clock.instant(), () -> reporting.sign(id, PASS)))
                .hasStackTraceContaining("appends no ledger entry");
    }

    @Test
    void aReturnedReportGoesBackToTheTestWithItsReasonAndComesAgain() {
        String caseId = cases.concrete();
        String first = cases.as("tester", () -> reporting.draft(caseId));

        assertThat(cases.as("reviewer", () -> reporting.review(first, RETURN))).isEqualTo("RETURNED");
        cases.record(caseId, DemoTest.concrete("787.5", "801.2", "812.9"));
        String second = cases.as("tester", () -> reporting.draft(caseId));
        assertThat(cases.as("reviewer", () -> reporting.sheet(second)).get("returns"))
                .asString()
                .contains("第 2 块荷载");
        var history = As.person("reviewer", () -> reporting.history(caseId));
        assertThat(history).extracting(ReportView::attempt).containsExactly(2, 1);
        assertThat(history.get(1).hands().returnReason()).contains("荷载");
        refused("reviewer", () -> reporting.review(first, PASS), "reporting.status.RETURNED");
    }

    @Test
    void theSignatoryMayReturnWithoutProvingPresence() {
        String caseId = cases.concrete();
        String id = cases.reviewed(caseId);

        assertThat(cases.as("signatory", () -> reporting.sign(id, RETURN))).isEqualTo("RETURNED");
        assertThat(As.person("tester", () -> reporting.ofCase(caseId))
                        .orElseThrow()
                        .status())
                .isEqualTo(ReportStatus.RETURNED);
    }

    @Test
    void aReturnSaysWhy() {
        String id = cases.as("tester", () -> reporting.draft(cases.concrete()));

        assertThatThrownBy(() -> cases.as("reviewer", () -> reporting.review(id, Map.of("decision", "RETURN"))))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    @Clause("9.1.2")
    void anIssueThatFailsGivesItsNumberBack() {
        String number = cases.issued(cases.concrete());
        String caseId = cases.concrete();
        String next = cases.reviewed(caseId);

        assertThatThrownBy(() -> cases.present("signatory", clock.instant(), () -> {
                    reporting.sign(next, PASS);
                    reporting.issue(next);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(As.person("tester", () -> reporting.history(caseId)).get(0).status())
                .isEqualTo(ReportStatus.REVIEWED);
        assertThat(serial(cases.signed(next))).isEqualTo(serial(number) + 1);
        assertThat(GapAudit.of(sql, "HNT", "BJ01", Integer.parseInt(number.split("-")[2]))
                        .gapless())
                .isTrue();
    }

    @Test
    void aFailingResultIsReportedAsWhatItIs() {
        String number = cases.issued(cases.concrete("600.0", "610.0", "620.0"));

        assertThat(As.person("supervisor", () -> reporting.issued(number)).conclusion())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void reportsOfOtherOrganisationsDoNotExist() {
        String number = cases.issued(cases.concrete());

        assertThatThrownBy(() -> As.person("tester2", () -> reporting.pdf(number)))
                .isInstanceOf(NotFound.class);
        assertThat(As.person("tester2", () -> reporting.list(number, "", 0, 10)).total())
                .isZero();
        assertThat(As.person("sampler", () -> reporting.list(number, "", 0, 10)).total())
                .isOne();
        assertThat(As.person("supervisor", () -> reporting.list(number, "SIGNED", 0, 10))
                        .total())
                .isOne();
    }

    @Test
    void draftsStayInTheirLaboratory() {
        String id = cases.as("tester", () -> reporting.draft(cases.concrete()));

        assertThat(As.person("reviewer", () -> reporting.draftPdf(id))).startsWith('%', 'P', 'D', 'F');
        assertThat(As.person("reviewer", () -> reporting.draftPicture(id))).contains('P', 'N', 'G');
        assertThatThrownBy(() -> As.person("tester2", () -> reporting.draftPicture(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> As.person("commissioner", () -> reporting.draftPdf(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> As.person("tester2", () -> reporting.draftPdf(id)))
                .isInstanceOf(NotFound.class);
    }

    private static int serial(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private void refused(String username, Supplier<?> work, String code) {
        assertThatThrownBy(() -> cases.as(username, work::get))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    private List<String> actions(String caseId) {
        return ledger.ofCase(caseId, 0, 100).items().stream()
                .map(line -> line.action())
                .toList();
    }
}
