package org.jianzheng.sampling.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.RollView;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.SiteBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sampler and witness on their phones, from the mark's QR code to the laboratory's counter. */
@BrowserJourney
class PhoneSamplingJourneyTest {

    private static ApplicationContext platform;
    private static CaseDriver cases;
    private static Sampling sampling;
    private static Desks desks;

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get().application();
        cases = new CaseDriver(platform);
        sampling = platform.getBean(Sampling.class);
        desks = new Desks();
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    @Clause({"5.2.1", "5.3.2.1", "5.4.6", "7.1.2"})
    void samplerAndWitnessRecordOnSiteAndTheReceiverSeesTheirPhotos() {
        String caseId = accepted();
        try (SiteBrowser sampler = SiteBrowser.withCamera("online-sampler", urls(caseId));
                SiteBrowser witness = SiteBrowser.withCamera("online-witness", urls(caseId))) {
            sampler.open().screenshot("first").signIn("sampler");
            register(sampler, "sampler");
            open(sampler, caseId, "取样登记");
            take(sampler, "sampler");
            assertThat(sampler.page().locator("[data-state=ACCEPTED]").first()).containsText("已受理");
            sampler.screenshot("sampler-sent");

            witness.open().signIn("witness");
            register(witness, "witness");
            witness.screenshot("witness-tasks");
            open(witness, caseId, "见证");
            assertThat(witness.page().locator("[role=timer]")).containsText("剩余时间");
            witness(witness, "witness");
            assertThat(witness.page().locator("[data-state=ACCEPTED]").first()).containsText("已受理");
        }
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        Page receiver = desks.of("receiver").page();
        desks.of("receiver").visitor().go("/cases/" + caseId);
        assertThat(receiver.locator("#site figure img")).hasCount(4);
        assertThat(receiver.locator("#site")).containsText("定位精度 ±12");
        receiver.locator("#site").scrollIntoViewIfNeeded();
        desks.of("receiver").screenshot("phone-case");
        cases.receive(caseId);
        assertThat(sampling.sample(caseId).state()).isEqualTo("RECEIVED");
    }

    @Test
    @Clause({"5.5", "7.1.2"})
    void whereNeitherHasNetworkAllIsKeptOnThePhonesAndTheWitnesssRecordMayComeFirst() {
        String caseId = accepted();
        try (SiteBrowser sampler = SiteBrowser.withCamera("pair-sampler", urls(caseId));
                SiteBrowser witness = SiteBrowser.withCamera("pair-witness", urls(caseId))) {
            sampler.open().signIn("sampler");
            register(sampler, "sampler");
            witness.open().signIn("witness");
            register(witness, "witness");
            withoutNetwork(sampler);
            withoutNetwork(witness);
            open(sampler, caseId, "取样登记");
            take(sampler, "pair");
            assertThat(sampler.page().locator("[data-state=WAITING]")).containsText("未发送");
            sampler.screenshot("offline-waiting");
            // Whoever closes the app loses nothing.
            sampler.page().reload();
            assertThat(sampler.page().locator("[data-state=WAITING]")).containsText("未发送");
            witness.screenshot("pair-early");
            open(witness, caseId, "见证");
            witness(witness, "pair");
            assertThat(witness.page().locator("[data-state=WAITING]")).containsText("未发送");

            witness.offline(false);
            assertThat(witness.page().locator("[data-state=HELD]")).containsText("等待取样记录");
            witness.screenshot("pair-held");
            assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
            sampler.offline(false);
            assertThat(sampler.page().locator("[data-state=ACCEPTED]")).containsText("已受理");
            assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
            witness.press("立即发送");
            assertThat(witness.page().locator("[data-state=ACCEPTED]")).containsText("已受理");
        }
        assertThat(platform.getBean(JdbcTemplate.class)
                        .queryForList("SELECT kind FROM sampling_phone_record WHERE case_id = ?", String.class, caseId))
                .containsExactlyInAnyOrder("TAKE", "WITNESS");
        for (String who : List.of("supervisor", "stationadmin")) {
            desks.of(who).visitor().go("/cases/" + caseId);
            assertThat(desks.of(who).page().locator("#site figure img")).hasCount(4);
            desks.of(who).page().locator("#site").scrollIntoViewIfNeeded();
            desks.of(who).screenshot("phone-pair-" + who);
        }
    }

    @Test
    void theSamplerGivesUpWithoutNetworkAndIsToldWhyATaskIsGone() {
        String caseId = accepted();
        String gone = accepted();
        try (SiteBrowser sampler = SiteBrowser.withCamera("gives-up", urls(caseId))) {
            sampler.open().signIn("sampler");
            register(sampler, "gives-up");
            open(sampler, gone, "取样登记");
            takeWithForgedMarks(sampler);
            assertThat(sampler.page().locator("[data-state=REFUSED]")).containsText("不是本平台签发的标识");
            cases.take(gone);
            sampler.press("重新填写");
            assertThat(sampler.page().locator("[data-state=REFUSED]")).containsText("已不在您的待办中");
            sampler.screenshot("gone").press("作为存证重新签名");
            assertThat(sampler.page().locator("main")).containsText("交监督站裁定");
            sampler.screenshot("gone-evidence").press("下一步：核对").press("签名并发送");
            assertThat(sampler.page().locator("[data-state=EVIDENCE]")).containsText("任务已办结");

            // A colleague claims the other one at a desk and goes home.
            platform.getBean(TaskService.class).setAssignee(cases.task(caseId).id(), "sampler.b");
            sampler.press("刷新");
            assertThat(sampler.page().locator("main")).containsText("已由同事认领");
            withoutNetwork(sampler);
            giveUp(sampler, caseId, "浇筑取消");
            sampler.offline(false);
            assertThat(sampler.page().locator("[data-state=VOID]")).containsText("不能取样：浇筑取消");
            sampler.screenshot("gave-up");
        }
        assertThat(sampling.sample(caseId).state()).isEqualTo("GIVEN_UP");
        assertThat(sampling.sample(gone).state()).isEqualTo("TAKEN");
    }

    /** Concrete is poured on a Sunday: nobody has ordered a test, and the witness stands beside it. */
    @Test
    @Clause({"5.2.1", "5.3.2.1", "7.1.2"})
    void aSampleIsTakenAndWitnessedBeforeItsTestIsOrderedAndTheClientJoinsTheOrder() {
        List<String> codes = roll().stream().map(sampling::url).toList();
        String number;
        try (SiteBrowser sampler = SiteBrowser.withCamera("alone-sampler", codes);
                SiteBrowser witness = SiteBrowser.withCamera("alone-witness", codes)) {
            sampler.open().signIn("sampler");
            register(sampler, "alone");
            sampler.press("登记无委托样品");
            assertThat(sampler.page().locator("h2").first()).containsText("登记无委托样品");
            withoutNetworkOpen(sampler);
            describe(sampler);
            sampler.scanAny(3).shoot("样品封样照片").shoot("本人照片");
            sampler.page().locator("#field-sealNo input").fill("FZ-0902");
            sampler.screenshot("alone-take").press("下一步：核对");
            assertThat(sampler.page().locator("main")).containsText("三层框架柱");
            sampler.screenshot("alone-review").press("签名并发送");
            assertThat(sampler.page().locator("[data-state=WAITING]")).containsText("未发送");
            sampler.offline(false);
            assertThat(sampler.page().locator("[data-state=HELD]")).containsText("等待委托");
            sampler.screenshot("alone-held");
            number = platform.getBean(JdbcTemplate.class)
                    .queryForObject(
                            "SELECT number FROM sampling_unordered ORDER BY arrived_at DESC LIMIT 1", String.class);

            witness.open().signIn("witness");
            register(witness, "alone-witness");
            witness.page()
                    .locator("section.card", new Page.LocatorOptions().setHasText(number))
                    .locator("button.primary")
                    .click();
            assertThat(witness.page().locator("[role=timer]")).containsText("剩余时间");
            witness(witness, "alone");
            assertThat(witness.page().locator("[data-state=HELD]")).containsText("等待委托");
        }
        String caseId = accepted();
        Page client = desks.of("commissioner").page();
        desks.of("commissioner").visitor().go("/unordered-samples");
        desks.of("commissioner").screenshot("unordered-list");
        client.locator("a", new Page.LocatorOptions().setHasText(number)).click();
        assertThat(client.locator("figure img")).hasCount(4);
        desks.of("commissioner").screenshot("unordered-join");
        client.locator(
                        "label",
                        new Page.LocatorOptions()
                                .setHasText(sampling.sample(caseId).label().replaceAll("-1$", "")))
                .locator("input")
                .check();
        client.locator("button.btn-primary", new Page.LocatorOptions().setHasText("关联委托"))
                .click();
        assertThat(client.locator("main")).containsText("已关联委托");
        desks.of("commissioner").screenshot("unordered-joined");
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        desks.of("receiver").visitor().go("/cases/" + caseId);
        assertThat(desks.of("receiver").page().locator("#site")).containsText(number);
        assertThat(desks.of("receiver").page().locator("#site figure img")).hasCount(4);
        desks.of("receiver").screenshot("unordered-case");
    }

    private static List<String> roll() {
        MarkRolls rolls = platform.getBean(MarkRolls.class);
        return As.person(
                "sampler",
                () -> rolls.story(rolls.order(Map.of("project", DemoCity.PROJECT, "size", 3))).labels().stream()
                        .map(RollView.Label::mark)
                        .toList());
    }

    // What it may choose from is on the phone by now.
    private static void withoutNetworkOpen(SiteBrowser phone) {
        withoutNetwork(phone);
        phone.press("登记无委托样品");
    }

    private static void describe(SiteBrowser phone) {
        phone.page().locator("#field-project select").selectOption(DemoCity.PROJECT);
        phone.page().locator("#field-item select").selectOption("concrete-cube");
        phone.page().locator("#field-grade select").selectOption("C30");
        phone.page().locator("#field-unitWorks input").fill("3号楼");
        phone.page().locator("#field-part input").fill("三层框架柱 KZ-1～KZ-12");
    }

    private static void takeWithForgedMarks(SiteBrowser phone) {
        for (int n = 1; n <= 3; n++) {
            phone.page().locator("#field-marks input").fill("X" + n);
            phone.press("添加");
            assertThat(phone.page().locator("main")).containsText(n + " / 3");
        }
        phone.shoot("样品封样照片").shoot("本人照片");
        phone.page().locator("#field-sealNo input").fill("FZ-0813");
        phone.press("下一步：核对").press("签名并发送");
    }

    private static void giveUp(SiteBrowser phone, String caseId, String why) {
        open(phone, caseId, "取样登记");
        phone.press("无法取样").press("下一步：核对");
        assertThat(phone.page().locator(".missing button")).hasText(new String[] {"接手原因", "原因"});
        phone.page().locator(".missing button").first().click();
        phone.page().locator("#field-takeOver textarea").fill("同事已离开工地");
        phone.page().locator("#field-note textarea").fill(why);
        phone.screenshot("give-up").press("下一步：核对");
        assertThat(phone.page().locator("#review")).isVisible();
        phone.screenshot("give-up-review").press("签名并发送");
        assertThat(phone.page().locator("[data-state=WAITING]").first()).containsText("未发送");
    }

    // The app and its scanner are on the phone by now.
    private static void withoutNetwork(SiteBrowser phone) {
        phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        phone.offline(true);
        phone.page().reload();
        assertThat(phone.page().locator("#network")).containsText("没有网络");
    }

    private static String accepted() {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        return caseId;
    }

    /** The phone asks to be theirs, and the station's administrator says so. */
    private static void register(SiteBrowser phone, String username) {
        phone.press("登记本机为我的手机");
        assertThat(phone.page().locator("main")).containsText("等待监督站确认");
        String code = phone.page().locator(".card .left").first().textContent();
        phone.screenshot("register-" + username);
        Page station = desks.of("stationadmin").page();
        desks.of("stationadmin").visitor().go("/phones");
        desks.of("stationadmin").screenshot("phones");
        station.locator("tr", new Page.LocatorOptions().setHasText(code))
                .locator("a")
                .click();
        assertThat(station.locator("main")).containsText(code);
        station.locator("button.btn-primary").click();
        assertThat(station.locator("#state, .jz-facts").first()).containsText("已确认");
        phone.press("刷新");
        assertThat(phone.page().locator("main")).not().containsText("等待监督站确认");
    }

    private static void open(SiteBrowser phone, String caseId, String what) {
        String label = sampling.sample(caseId).label();
        phone.page()
                .locator("section.card", new Page.LocatorOptions().setHasText(label))
                .locator("button.primary")
                .click();
        assertThat(phone.page().locator("h2").first()).containsText(what);
    }

    private static void take(SiteBrowser phone, String name) {
        assertThat(phone.page().locator("#position")).containsText("34.361000");
        phone.scan(3);
        phone.shoot("样品封样照片").shoot("本人照片");
        phone.page()
                .locator("label", new Page.LocatorOptions().setHasText("封志号"))
                .locator("input")
                .fill("FZ-0812");
        phone.screenshot("take-" + name).press("下一步：核对");
        assertThat(phone.page().locator("main")).containsText("FZ-0812");
        assertThat(phone.page().locator(".shots.large img")).hasCount(2);
        phone.screenshot("take-review-" + name).press("签名并发送");
    }

    private static void witness(SiteBrowser phone, String name) {
        phone.scan(3);
        phone.shoot("样品封样照片").shoot("本人照片");
        // What is missing leads to where it is filled in.
        phone.press("下一步：核对");
        assertThat(phone.page().locator("[role=alert]")).containsText("两项确认");
        assertThat(phone.button("签名并发送")).isDisabled();
        phone.screenshot("witness-missing-" + name).press("两项确认");
        assertThat(phone.page().locator("label.tick input").first()).isFocused();
        phone.page().locator("label.tick input").nth(0).check();
        phone.page().locator("label.tick input").nth(1).check();
        phone.screenshot("witness-" + name).press("下一步：核对");
        assertThat(phone.page().locator("#review")).isVisible();
        phone.screenshot("witness-review-" + name).press("签名并发送");
    }

    private static List<String> urls(String caseId) {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .map(sampling::url)
                .toList();
    }
}
