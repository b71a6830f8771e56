package org.jianzheng.nonconformity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.jianzheng.commission.Commissions;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.SigningWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * A lot of rebar that fails and is followed to the station's close, every signature and every step of the loop in the
 * browser of the person whose turn it is. What comes before the signatures, the journey of a case shows.
 */
@BrowserJourney
class FailingRebarJourneyTest {

    private static ApplicationContext platform;
    private static CaseDriver cases;
    private static Desks desks;

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get().application();
        cases = new CaseDriver(platform);
        desks = new Desks();
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    @Clause("5.3.5")
    void aFailingLotIsTestedAgainOnDoubleSpecimensAndItsLoopIsClosed() {
        String failing = cases.toReview(DemoTest.weakRebar());
        cases.review(failing);
        sign(failing, "不合格");
        String reportNo = reportNo(failing);
        LoopWalk loop = new LoopWalk(desks, reportNo);
        assertThat(loop.line("supervisor")).containsText("待三方签收");
        desks.of("supervisor").screenshot("loop-register");

        loop.everyPartyConfirmsReceipt();
        loop.planDoubleRetest();
        loop.approvePlan();
        loop.commissionRetest();

        String again = retestOf(reportNo);
        walkToSigning(again);
        sign(again, "合格");

        loop.uploadPhoto();
        loop.reportCompletion();
        loop.check();
        loop.close();

        assertThat(loop.line("supervisor")).containsText("已销号");
        desks.of("supervisor").screenshot("loop-register-closed");
        Page page = loop.page("supervisor");
        assertThat(page.locator("main")).containsText("首次不合格记录保留");
        assertThat(page.locator("main")).containsText(reportNo(again));
        assertThat(page.locator("main")).containsText("同意销号");
        desks.of("supervisor").screenshot("loop-closed");
    }

    private static void sign(String caseId, String conclusion) {
        SigningWalk signing = new SigningWalk(desks, commissionNo(caseId));
        assertThat(signing.desk().form()).containsText(conclusion);
        signing.provePresence().approve().screenshot("loop-sign").complete();
        cases.goOn(caseId);
    }

    private static void walkToSigning(String caseId) {
        DemoTest doubled = DemoTest.rebarAgain(false);
        cases.accept(caseId);
        cases.take(caseId);
        cases.witness(caseId);
        cases.receive(caseId);
        cases.assign(caseId, doubled);
        cases.record(caseId, doubled.records().get(0));
        cases.review(caseId);
    }

    private static String commissionNo(String caseId) {
        return As.person("supervisor", () -> platform.getBean(Commissions.class).overview(caseId))
                .commissionNo();
    }

    private static String reportNo(String caseId) {
        return As.person("supervisor", () -> platform.getBean(Reporting.class).ofCase(caseId))
                .orElseThrow()
                .reportNo();
    }

    private static String retestOf(String reportNo) {
        List<String> again = platform.getBean(Commissions.class).retestsOf(reportNo);
        assertThat(again).hasSize(1);
        return again.get(0);
    }
}
