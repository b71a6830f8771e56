package org.jianzheng.sampling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Marks ordered by a sampler, and a sample taken in by scanning, each in a browser. */
@BrowserJourney
@Clause({"5.2.1", "5.4.6", "7.1.2"})
class ReceiptJourneyTest {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private final ApplicationContext platform = JourneyPlatform.get().application();
    private final Sampling sampling = platform.getBean(Sampling.class);
    private final CaseDriver cases = new CaseDriver(platform);

    @Test
    void aReceiverScansASampleInAndRefusesTheNext() {
        try (Chromium chromium = Chromium.start()) {
            orders(chromium);
            String caseId = witnessed();
            List<String> marks = marks(caseId);
            seenByAnybody(chromium, marks.get(0));
            try (Visitor receiver = chromium.visitor().signIn("receiver", "/receipts")) {
                Page page = receiver.page();
                type(page, marks.get(0));
                assertThat(page.locator("[data-told]")).containsText("正确");
                assertThat(page.locator("#sample")).containsText("本样品已由您扫码 1 / 3 件");
                type(page, "0".repeat(30));
                assertThat(page.locator("[data-told]")).containsText("不是本平台签发的标识");
                shots(receiver, "receipt-wrong");
                // As fast as a scanner types.
                type(page, marks.get(1));
                type(page, sampling.url(marks.get(2)));
                assertThat(page.locator("#sample")).containsText("3 / 3 件");
                List.of("外观完好", "标识完好", "封志完好且编号一致", "数量、尺寸与委托一致")
                        .forEach(check -> page.getByLabel(check).check());
                shots(receiver, "receipt-ready");
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("收样").setExact(true))
                        .click();
                page.waitForURL("**/cases/" + caseId);
                assertThat(sampling.sample(caseId).state()).isEqualTo("RECEIVED");
                refuses(receiver);
                registers(receiver);
            }
        }
    }

    private void orders(Chromium chromium) {
        try (Visitor sampler = chromium.visitor().signIn("sampler", "/marks")) {
            Page page = sampler.page();
            page.fill("#size", "24");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("订购标识"))
                    .click();
            page.waitForURL("**/marks/JZ-BQ-*");
            assertThat(page.locator("main")).containsText("渭河新城安置房一期");
            shots(sampler, "roll");
            sampler.go("/marks");
            shots(sampler, "rolls");
        }
    }

    private void seenByAnybody(Chromium chromium, String mark) {
        try (Visitor stranger = chromium.visitor()) {
            stranger.go("/s/" + mark);
            assertThat(stranger.page().locator("main")).containsText("已见证");
            shots(stranger, "mark-public");
        }
    }

    private void refuses(Visitor receiver) {
        String caseId = witnessed();
        Page page = receiver.go("/receipts?case=" + caseId).page();
        page.selectOption("#refusal", "MARK_BROKEN");
        page.fill("#note", "第 3 件二维码残缺");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("拒收并出具拒收单"))
                .click();
        page.waitForURL("**/cases/" + caseId);
        assertThat(page.locator("main")).containsText("拒收单 BJ01-JS-");
        shots(receiver, "case-refused");
    }

    private void registers(Visitor receiver) {
        receiver.go("/sampling-register");
        assertThat(receiver.page().locator("#rows")).containsText("王海涛");
        shots(receiver, "register-sampling");
        receiver.go("/witnessing-register");
        assertThat(receiver.page().locator("#rows")).containsText("赵敏");
        receiver.page().fill("[name=person]", "无此人");
        receiver.page().press("[name=person]", "Enter");
        assertThat(receiver.page().locator("#rows")).containsText("没有符合条件的记录");
        receiver.go("/witnessing-register");
        shots(receiver, "register-witnessing");
    }

    private String witnessed() {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        cases.take(caseId);
        cases.witness(caseId);
        return caseId;
    }

    private List<String> marks(String caseId) {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
    }

    private static void type(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
    }

    private static void shots(Visitor visitor, String name) {
        visitor.page().setViewportSize(PHONE, 844);
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits a phone")
                .isTrue();
        visitor.screenshot(name + "-390");
        visitor.page().setViewportSize(DESK, 860);
        visitor.screenshot(name + "-1280");
    }
}
