package org.jianzheng.testing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A welded bar that breaks in its base metal below the bar's own strength: JGJ 18 does not say what follows. */
@PlatformTest
class ReferredModuleTest {

    private static final DemoTest UNLISTED = DemoTest.WELD.measuring(DemoTest.welds("182.0", "166.0", "183.5"));
    private static final Map<String, Object> DECISION = Map.of("conclusion", "FAIL", "reason", "母材强度不足，该批钢筋另行处理");

    @Autowired
    private Testing testing;

    @Autowired
    private TestStore store;

    @Autowired
    private Processes processes;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Ledger ledger;

    private CaseDriver driver;
    private String caseId;

    @BeforeEach
    void tested(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
        caseId = driver.toReview(UNLISTED);
    }

    @Test
    void theTechnicalHeadDecidesWithAReasonAndTheReportSaysSo() {
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.REFER);
        decide("technicalhead", DECISION);

        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(result.finding().text()).contains("未列入", "技术负责人秦志远判定：不合格", "母材强度不足");
        assertThat(ledger.ofCase(caseId, 0, 100).items())
                .filteredOn(line -> line.action().equals("testing.decided"))
                .extracting(LedgerLine::actor, LedgerLine::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("technicalhead", "母材强度不足，该批钢筋另行处理"));
        driver.review(caseId);
        driver.sign(caseId);
        assertThat(reporting.ofCase(caseId)).map(ReportView::conclusion).hasValue(Verdict.FAIL);
    }

    @Test
    void nobodyElseDecidesAndNotWithoutAReason() {
        assertThatThrownBy(() -> decide("tester", DECISION)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide("signatory", DECISION)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> As.person("signatory", () -> testing.decide(caseId, DECISION)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.decide.otherRole"));
        assertThatThrownBy(() -> decide("technicalhead", Map.of("conclusion", "PASS")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).hasValue("reason"));
        assertThat(driver.task(caseId).key()).isEqualTo("decideReferred");
    }

    @Test
    void aDoubtStandsWithTheRecordThatIsDoubted() {
        decide("technicalhead", Map.of("conclusion", "RETURN", "reason", "断口位置与照片不符，请重新检测"));
        driver.goOn(caseId);

        assertThat(driver.task(caseId).key()).isEqualTo("assignTest");
        assertThat(store.handbacks(caseId)).singleElement().satisfies(doubt -> {
            assertThat(doubt.kind()).isEqualTo(Handback.Kind.DOUBTED);
            assertThat(doubt.pass()).isEqualTo(1);
        });
        assertThat(As.person("labadmin", () -> testing.sheet(caseId)).get("handedBack"))
                .asString()
                .contains("断口位置与照片不符", "秦志远");
    }

    @Test
    void aDecisionIsMadeOnce() {
        decide("technicalhead", DECISION);

        assertThatThrownBy(() -> As.person("technicalhead", () -> testing.decide(caseId, DECISION)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.decide.nothing"));
    }

    @Test
    void whoDecidedNeitherReviewsNorSignsNorAgreesToACorrectionOfIt() {
        decide("technicalhead", DECISION);
        driver.goOn(caseId);
        String id = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();

        refused(() -> reporting.review(id, Map.of("decision", "PASS")), "reporting.review.ownDecision");
        driver.review(caseId);
        refused(() -> reporting.sign(id, Map.of("decision", "PASS")), "reporting.sign.ownDecision");
        driver.sign(caseId);
        String number = As.person("supervisor", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .reportNo();
        String correction = As.person(
                "labadmin",
                () -> reporting.correct(number, Map.of("kind", "RECALL", "reason", "OTHER", "text", "结论依据的判定有误，应收回")));
        assertThat(As.person("supervisor", () -> corrections.find(correction)).barred())
                .contains("technicalhead");
    }

    /** As somebody who has every rank of the laboratory. */
    private static void refused(Runnable work, String code) {
        Person head = new Person(
                "technicalhead",
                As.whoIs("technicalhead").name(),
                Set.of("labs/BJ01/technicalhead", "labs/BJ01/reviewer", "labs/BJ01/signatory"));
        assertThatThrownBy(() -> As.person(head, Instant.now(), work))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    private void decide(String username, Map<String, Object> form) {
        As.person(username, () -> processes.complete(driver.task(caseId).id(), form));
    }
}
