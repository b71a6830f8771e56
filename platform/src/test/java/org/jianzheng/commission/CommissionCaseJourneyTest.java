package org.jianzheng.commission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.PrintedCode;
import org.jianzheng.support.Tasklist;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * The main path as its people walk it: real Keycloak, real Tasklist forms, one browser a person. The first journey walks all
 * of it; the others are driven through the same door as far as the step that they show.
 */
@BrowserJourney
class CommissionCaseJourneyTest {

    private static ApplicationContext platform;
    private static CaseDriver cases;
    private static Desks desks;

    private final ConcreteCaseWalk walk = new ConcreteCaseWalk(desks);

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
    @Clause({"4.1.5", "4.2.2.1", "5.3.1", "5.4.2"})
    void aConcreteSampleGoesFromCommissionToAReportThatAnyoneCanVerify() throws Exception {
        walk.commission("三层 3～9/A～D 轴梁、板");
        walk.accept();
        walk.take();
        walk.witness();
        walk.receive();
        walk.assign();
        walk.fillRecord(walk.atRecord()).screenshot("record").complete();
        Tasklist reviewer = walk.atReview();
        assertThat(reviewer.form()).containsText("35.6");
        reviewer.choose("通过，提交批准").screenshot("review").complete();
        Tasklist signatory = walk.atSigning();
        assertThat(signatory.form().locator("img[alt=报告预览]")).hasJSProperty("complete", true);
        signatory.choose("批准并签发").screenshot("sign").complete();

        byte[] report = reportOfTheCase();
        Files.write(Path.of("target", "screenshots", "report.pdf"), report);
        verifies(report);
        refusesWhatWasChanged(report);
    }

    @Test
    @Clause({"5.4.6", "7.1.2"})
    void theReceiverRefusesABrokenMarkAndTheSiteIsToldWhy() {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        cases.take(caseId);
        cases.witness(caseId);
        walk.goOnWith(commissionNo(caseId));
        walk.atReceipt()
                .choose("拒收")
                .pick("拒收原因", "标识破损")
                .fill("说明", "2 号试件二维码被刮花")
                .screenshot("receive-refused")
                .complete();

        Tasklist commissioner = desks.of("commissioner").open("处理拒收 " + walk.commissionNo());
        commissioner.screenshot("decide-after-refusal");
        assertThat(commissioner.form()).containsText("标识破损：2 号试件二维码被刮花");
    }

    @Test
    @Clause({"4.1.7", "5.4.4", "6.1.2"})
    void theReviewerReturnsARecordAndItsTesterRecordsItAnew() {
        walk.goOnWith(commissionNo(cases.toReview(DemoTest.CONCRETE)));
        walk.atReview()
                .choose("退回检测员")
                .fill("退回原因", "环境温度填写有误，请核对温湿度记录")
                .screenshot("review-returned")
                .complete();

        Tasklist tester = walk.atRecord();
        assertThat(tester.form()).containsText("环境温度填写有误，请核对温湿度记录");
        // What was recorded is there to be corrected, not to be typed again.
        tester.fill("环境温度", "20,8").pick("更正类别", "抄录或录入笔误").fill("更正原因", "已按温湿度记录核对");
        tester.send();
        assertThat(tester.page().locator(".page-notifications")).containsText("“20,8”中有逗号");
        assertThat(tester.input("环境温度")).hasValue("20,8");
        // As a Chinese keyboard types it.
        tester.fill("环境温度", "２０。８").screenshot("record-again").complete();

        assertThat(walk.atReview().form()).containsText("35.6");
        desks.of("reviewer").visitor().go("/cases?q=" + walk.commissionNo());
        Page page = desks.of("reviewer").page();
        page.locator("main a[href^='/cases/']").first().click();
        assertThat(page.locator("main")).containsText("已按温湿度记录核对");
        assertThat(page.locator("main")).containsText("20.8");
        desks.of("reviewer").screenshot("case-returned");
    }

    @Test
    void aFormThatMeetsAnExpiredSessionKeepsWhatWasTyped() {
        cases.commission(DemoTest.CONCRETE);
        Tasklist receiver = desks.of("receiver").open("合同评审");
        receiver.choose("退回委托单位").fill("退回原因", "委托数量与合同不符");
        receiver.visitor().loseSession();
        receiver.send();
        assertThat(receiver.page().locator(".page-notifications")).containsText("登录已过期");
        assertThat(receiver.form().locator("textarea").first()).hasValue("委托数量与合同不符");
        receiver.screenshot("session-expired");

        receiver.visitor().inAnotherTab("/");
        receiver.complete();

        assertThat(desks.of("commissioner").open("更正或撤回委托").form()).containsText("委托数量与合同不符");
    }

    private static String commissionNo(String caseId) {
        return As.person("supervisor", () -> platform.getBean(Commissions.class).overview(caseId))
                .commissionNo();
    }

    private byte[] reportOfTheCase() {
        Visitor signatory = desks.of("signatory").visitor().go("/reports");
        Page page = signatory.page();
        assertThat(page.locator("main")).containsText("BJ01-HNT-");
        signatory.screenshot("reports");
        signatory.go("/cases?q=" + walk.commissionNo());
        page.locator("main a[href^='/cases/']").first().click();
        assertThat(page.locator("main")).containsText("BJ01-HNT-");
        assertThat(page.locator(".djs-shape").first()).isVisible();
        signatory.screenshot("case");
        String pdf = page.locator("a[href^='/reports/'][href$='.pdf']").first().getAttribute("href");
        return page.request().get(JourneyPlatform.get().url(pdf)).body();
    }

    private static void verifies(byte[] report) throws Exception {
        try (Visitor anyone = desks.stranger()) {
            anyone.page().navigate(PrintedCode.of(report));
            assertThat(anyone.page().locator("main")).containsText("报告真实有效");
            assertThat(anyone.page().locator("main")).containsText("BJ01-HNT-");
            assertThat(anyone.isAskedToSignIn()).isFalse();
            compare(anyone, report);
            assertThat(anyone.page().locator("#compared")).containsText("报告真实有效");
            anyone.screenshot("verification");
        }
    }

    private static void refusesWhatWasChanged(byte[] report) {
        byte[] changed = report.clone();
        changed[changed.length / 2] ^= 1;
        try (Visitor anyone = desks.stranger()) {
            anyone.go("/v");
            compare(anyone, changed);
            assertThat(anyone.page().locator("#compared")).containsText("请勿使用");
            assertThat(anyone.page().locator("#compared")).not().containsText("报告真实有效");
            anyone.screenshot("verification-changed");
        }
    }

    private static void compare(Visitor anyone, byte[] pdf) {
        anyone.page().setInputFiles("input[type=file]", new FilePayload("report.pdf", "application/pdf", pdf));
        anyone.page().locator(".jz-compare button").click();
    }
}
