package org.jianzheng.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.RenderedFace;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** From a sampler's portrait to what the receiver says who sees it beside the photo. */
@BrowserJourney
@Clause("7.1.2")
class FaceJourneyTest {

    private static final RenderedFace SAMPLER = new RenderedFace(9);

    private final ApplicationContext platform = JourneyPlatform.get().application();
    private final Sampling sampling = platform.getBean(Sampling.class);
    private final CaseDriver cases = new CaseDriver(platform);

    @Test
    void aSamplerEnrolsAndTheReceiverComparesAtTheCounter() {
        try (Chromium chromium = Chromium.start()) {
            enrols(chromium);
            String caseId = recorded();
            try (Visitor receiver = chromium.visitor().signIn("receiver", "/receipts?case=" + caseId)) {
                compares(receiver);
                receiver.go("/faces");
                assertThat(receiver.page().locator("#rows")).containsText("人工比对：同一人");
                shots(receiver, "faces-list");
                receiver.go("/cases/" + caseId);
                assertThat(receiver.page().locator("#faces")).containsText("人工比对：不是同一人");
                receiver.page().locator("#faces").scrollIntoViewIfNeeded();
                shots(receiver, "faces-case");
            }
            withdraws(chromium);
        }
    }

    private void enrols(Chromium chromium) {
        try (Visitor sampler = chromium.visitor().signIn("sampler", "/my/portrait")) {
            shots(sampler, "portrait-none");
            byte[] face = SAMPLER.jpeg(480, 640, new RenderedFace.View(0, -0.4, 0.8));
            sampler.page().setInputFiles("#file", new FilePayload("本人.jpg", "image/jpeg", face));
            sampler.page().getByLabel("我已阅读并同意").check();
            button(sampler.page(), "登记").click();
            assertThat(sampler.page().locator("main")).containsText("撤回同意并删除人像");
            assertThat(drawn(sampler.page().locator("img.jz-likeness"))).isTrue();
            shots(sampler, "portrait");
        }
    }

    private void compares(Visitor receiver) {
        Page page = receiver.page();
        Locator faces = page.locator("#faces");
        // Two photos wait, the sampler's and the witness's; the program has its turn when the clock is still in tests.
        platform.getBean(FaceComparing.class).round();
        page.reload();
        assertThat(faces.getByText("待人工比对")).hasCount(2);
        assertThat(faces).containsText("平台没有配置人脸比对程序");
        assertThat(drawn(faces.locator("img").first())).isTrue();
        assertThat(faces).containsText("没有可供对照的人像");
        shots(receiver, "faces-counter");
        Locator first = faces.locator("form").first();
        first.getByLabel("是同一人", new Locator.GetByLabelOptions().setExact(true)).check();
        first.getByText("记录比对结果").click();
        assertThat(faces).containsText("人工比对：同一人");
        Locator second = faces.locator("form").first();
        second.getByLabel("不是同一人", new Locator.GetByLabelOptions().setExact(true))
                .check();
        second.getByText("记录比对结果").click();
        assertThat(page.locator("#notices")).containsText("请在“说明”中写明所见");
        second.getByLabel("说明").fill("照片中是另一个人");
        second.getByText("记录比对结果").click();
        assertThat(faces).containsText("人工比对：不是同一人");
    }

    private void withdraws(Chromium chromium) {
        try (Visitor sampler = chromium.visitor().signIn("sampler", "/my/portrait")) {
            button(sampler.page(), "撤回同意并删除人像").click();
            assertThat(sampler.page().locator("main")).containsText("尚未登记人像");
        }
    }

    private String recorded() {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        List<String> marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        Map<String, Object> taking = Map.of(
                "decision",
                "TAKE",
                "madeAt",
                platform.getBean(Clock.class).instant().toString(),
                "marks",
                String.join("\n", marks),
                "sealNo",
                "FZ-0901");
        send("sampler", caseId, taking, List.of(), SAMPLER, new RenderedFace.View(0.18, 0.5, 0.7));
        send(
                "witness",
                caseId,
                Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true),
                marks,
                new RenderedFace(10),
                new RenderedFace.View(-0.1, 0.2, 0.7));
        return caseId;
    }

    private void send(
            String username,
            String caseId,
            Map<String, Object> form,
            List<String> marks,
            RenderedFace face,
            RenderedFace.View view) {
        SitePhone phone = SitePhone.confirmed(platform, username);
        Map<String, Object> record = phone.bare(cases.task(caseId), form, marks);
        record.put(
                "photos",
                List.of(
                        Map.of("sha256", phone.send(SitePhone.picture(640, 480)), "purpose", "SEALED"),
                        Map.of("sha256", phone.send(face.jpeg(480, 640, view)), "purpose", "PERSON")));
        assertThat(phone.send(record).outcome()).isEqualTo("ACCEPTED");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static boolean drawn(Locator image) {
        image.scrollIntoViewIfNeeded();
        return Boolean.TRUE.equals(image.evaluate("image => image.decode().then(() => image.naturalWidth > 0)"));
    }

    private static void shots(Visitor visitor, String name) {
        visitor.page().setViewportSize(390, 844);
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits a phone")
                .isTrue();
        visitor.screenshot(name + "-390");
        visitor.page().setViewportSize(1280, 860);
        visitor.screenshot(name + "-1280");
    }
}
