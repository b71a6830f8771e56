package org.jianzheng.sampling.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.SiteBrowser;
import org.jianzheng.support.SiteChannels;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A witness asks for alerts on their phone, and the phone shows the next sample to witness while nobody looks at it. */
@BrowserJourney
class PushJourneyTest {

    /** Chromium subscribes at Google's, which a test does not ask: what it would get there is given to it. */
    private static final String SUBSCRIBING =
            """
            (() => {
              const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
              const made = (key) => ({
                endpoint: '%1$s', options: { applicationServerKey: key },
                toJSON: () => ({ endpoint: '%1$s', keys: { p256dh: '%2$s', auth: '%3$s' } }),
                unsubscribe: async () => { localStorage.removeItem('subscribed'); return true; },
              });
              PushManager.prototype.getSubscription = async () => {
                const key = localStorage.getItem('subscribed');
                return key ? made(new Uint8Array(key.split(',').map(Number)).buffer) : null;
              };
              PushManager.prototype.subscribe = async (asked) => {
                if (!asked.userVisibleOnly || bytes('%2$s').length !== 65) throw new Error('not as a browser wants it');
                localStorage.setItem('subscribed', [...asked.applicationServerKey].join(','));
                return made(asked.applicationServerKey.buffer);
              };
            })();""";

    private final ApplicationContext platform = JourneyPlatform.get().application();
    private final JdbcTemplate sql = platform.getBean(JdbcTemplate.class);

    @Test
    @Clause("5.3.2.1")
    void theAppOffersAlertsByAButtonAndItsWorkerShowsWhatWasSent() throws Exception {
        assumeThat(SiteBrowser.canBeNotified()).isTrue();
        CaseDriver cases = new CaseDriver(platform);
        SiteChannels.Browser subscription = SiteChannels.get().browser();
        try (SiteBrowser phone = SiteBrowser.notified("alerts");
                Desks desks = new Desks()) {
            Page page = phone.page();
            page.addInitScript(
                    SUBSCRIBING.formatted(subscription.endpoint(), subscription.p256dh(), subscription.auth()));
            phone.open().signIn("witness");
            assertThat(page.locator("#reminders")).not().containsText("任务提醒");
            phone.press("登记本机为我的手机");
            assertThat(page.locator("main")).containsText("等待监督站确认");
            confirm(page.locator(".card .left").first().textContent());
            phone.press("刷新");
            assertThat(page.locator("#reminders")).containsText("不打开本页也能收到");
            // Nothing is asked of anybody before they press.
            assertThat(addresses()).isZero();
            phone.screenshot("alerts-offered").press("开启任务提醒");
            assertThat(page.locator("#reminders")).containsText("锁屏只显示样品编号");
            phone.screenshot("alerts-on");
            assertThat(addresses()).isOne();
            page.navigate(JourneyPlatform.get().url("/notices/ways"));
            assertThat(page.locator("main")).containsText("手机浏览器提醒");
            phone.screenshot("alerts-ways").open();
            // Long ago: Keycloak is asked whether it is still this person's.
            sql.update("UPDATE notice_address SET checked_at = '2020-01-01'");

            String caseId = cases.commission(DemoTest.CONCRETE);
            cases.accept(caseId);
            cases.take(caseId);
            String label = platform.getBean(Sampling.class).sample(caseId).label();
            String said = subscription.read(received(subscription));
            assertThat(said).contains("有新的见证任务", label);
            assertThat(sql.queryForObject(
                            "SELECT COUNT(*) FROM notice_address WHERE checked_at > '2020-01-02'", Long.class))
                    .isOne();

            assertThat(shown(page)).isEqualTo("[]");
            deliver(page, said);
            assertThat(shown(page)).isEqualTo("[[\"有新的见证任务\",\"" + label + "\",\"zh-CN\"]]");
            // Sent again it is still one.
            deliver(page, said);
            assertThat(shown(page)).isEqualTo("[[\"有新的见证任务\",\"" + label + "\",\"zh-CN\"]]");

            desks.of("witness").visitor().go("/notices/ways");
            assertThat(desks.of("witness").page().locator("main")).containsText("手机浏览器提醒");
            desks.of("witness").screenshot("notice-ways");
            desks.of("witness").visitor().go("/notices");
            assertThat(desks.of("witness").page().locator("main")).containsText("有新的见证任务 " + label);
            desks.of("witness").screenshot("notice-duty");

            page.reload();
            phone.press("关闭任务提醒");
            assertThat(page.locator("#reminders")).containsText("不打开本页也能收到");
            assertThat(addresses()).isZero();
        }
    }

    private void confirm(String code) {
        PhoneRegistrations phones = platform.getBean(PhoneRegistrations.class);
        As.person("stationadmin", () -> phones.list(0, 50).items().stream()
                .filter(phone -> phone.checkCode().equals(code))
                .forEach(phone -> phones.confirm(phone.id())));
    }

    private long addresses() {
        return sql.queryForObject("SELECT COUNT(*) FROM notice_address WHERE username = 'witness'", Long.class);
    }

    private static SiteChannels.Received received(SiteChannels.Browser subscription) throws InterruptedException {
        for (int i = 0; i < 300 && subscription.received().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(subscription.received()).hasSize(1);
        return subscription.received().get(0);
    }

    /** As the push service would hand it to the browser. */
    private static void deliver(Page page, String said) throws Exception {
        CDPSession devtools = page.context().newCDPSession(page);
        CompletableFuture<String> registration = new CompletableFuture<>();
        devtools.on("ServiceWorker.workerRegistrationUpdated", event -> event.getAsJsonArray("registrations")
                .forEach(one -> registration.complete(
                        one.getAsJsonObject().get("registrationId").getAsString())));
        devtools.send("ServiceWorker.enable");
        for (int i = 0; i < 100 && !registration.isDone(); i++) {
            page.waitForTimeout(50);
        }
        JsonObject message = new JsonObject();
        message.addProperty("origin", page.url().replaceFirst("/m.*", ""));
        message.addProperty("registrationId", registration.get(1, TimeUnit.SECONDS));
        message.addProperty("data", said);
        devtools.send("ServiceWorker.deliverPushMessage", message);
        page.waitForFunction(
                "async () => (await (await navigator.serviceWorker.getRegistration('/m/')).getNotifications()).length > 0");
        devtools.detach();
    }

    private static String shown(Page page) {
        return String.valueOf(
                page.evaluate(
                        "async () => JSON.stringify((await (await navigator.serviceWorker.getRegistration('/m/')).getNotifications()).map((one) => [one.title, one.body, one.lang]))"));
    }
}
