package org.jianzheng.acquisition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Clause;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.Tasklist;
import org.jianzheng.support.Visitor;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A tester scans three cubes one after the other, the machine sends what it measures, and the record has it already. */
@BrowserJourney
class MachineRunJourneyTest {

    private static final List<String> GROUP = List.of("M01_7d_W1", "M01_7d_W2", "M01_7d_W3");

    private static ApplicationContext platform;
    private static Desks desks;

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get().application();
        desks = new Desks();
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    @Clause({"4.1.8", "5.3.2.3", "5.4.7"})
    void whatTheMachineSendsStandsInTheRecordBeforeAnybodyTypes() {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            Tasklist tester = desks.of("tester");
            LocalTime begun = now();
            for (int position = 1; position <= GROUP.size(); position++) {
                test(cubes, position, tester.visitor());
            }
            tester.screenshot("run-sealed");

            tester.open("混凝土抗压");
            for (int i = 0; i < GROUP.size(); i++) {
                Curve curve = curve(i + 1);
                Locator load = tester.form().locator("input[id*='loadKn']").nth(i);
                assertThat(load).hasValue(curve.kilonewtons(curve.peak()).toPlainString());
            }
            tester.fill("环境温度", "21.5")
                    .fill("相对湿度", "56")
                    .fill("可疑数值说明", "设备自动采集，读数属实")
                    .todayAt(0, begun)
                    .todayAt(1, now())
                    .screenshot("run-record")
                    .complete();
            cubes.driver().review(cubes.caseId());
            cubes.driver().sign(cubes.caseId());
        }
    }

    @Test
    @Clause("5.3.2.3")
    void aCardOfSomebodyElseOpensNothingAndLeadsToTheirPassword() {
        try (CubesToTest cubes = new CubesToTest(platform);
                Desks terminal = new Desks()) {
            Visitor visitor = terminal.of("tester").visitor();
            Page page = visitor.page();
            visitor.go("/runs/new?mark=" + cubes.mark(1));
            prove(visitor);
            page.fill("#workNumber", "1003");
            page.locator("main button", new Page.LocatorOptions().setHasText("打开采集"))
                    .click();
            shown(visitor, "run-new-other-card");
            assertThat(page.locator("#number-wrong")).containsText("当前登录的是 张伟，工号 1003 是 韩冰");
            // The refusal came as a whole page: it stands where the form stood, and the page lives on.
            assertThat(page).hasURL(Pattern.compile(".*/runs/new\\?mark=.*"));
            assertThat(page.locator("input[name=returnTo]")).hasValue("/runs/new?mark=" + cubes.mark(1));
            page.locator("main button", new Page.LocatorOptions().setHasText("以 韩冰 登录"))
                    .click();
            assertThat(page.locator("#username")).hasValue("tester.bj01b");
            visitor.typePassword();
            page.waitForURL(url -> url.contains("/runs/new?mark=" + cubes.mark(1)));
            assertThat(page.locator("input[name=mark]").first()).hasValue(cubes.mark(1));
            // Whom the order does not name tests nothing, whoever's card it was.
            assertThat(page.locator("#mark-wrong")).containsText("张伟");
        }
    }

    @Test
    @Clause("4.1.8")
    void anOperatorMakesAnOfflinePermitInPersonAndHandsTheFileOver() {
        try (CubesToTest cubes = new CubesToTest(platform);
                Desks terminal = new Desks()) {
            Visitor visitor = terminal.of("tester").visitor();
            Page page = visitor.page();
            visitor.go("/permits/new");
            prove(visitor);
            page.fill("#equipment", CubesToTest.MACHINE);
            page.fill("#specimens", cubes.mark(1) + "\n" + cubes.mark(2));
            String day = LocalDate.now(CityTime.ZONE).toString();
            page.fill("#from", day + "T00:00");
            page.fill("#until", day + "T23:59");
            page.fill("#workNumber", "1002");
            shown(visitor, "permit-new");
            page.locator("main button", new Page.LocatorOptions().setHasText("开具"))
                    .click();
            page.waitForURL("**/permits/*");
            assertThat(page.locator("main")).containsText("张伟（1002）");
            shown(visitor, "permit");
            Download file =
                    page.waitForDownload(() -> page.locator("main a", new Page.LocatorOptions().setHasText("下载许可文件"))
                            .click());
            assertTrue(file.suggestedFilename().endsWith(".jws"), file.suggestedFilename());
            visitor.go("/permits");
            shown(visitor, "permits");
        }
    }

    /** On a desk and on a phone. */
    private static void shown(Visitor visitor, String name) {
        visitor.screenshot(name);
        visitor.page().setViewportSize(390, 844);
        visitor.screenshot(name + "-phone");
        visitor.page().setViewportSize(1280, 860);
    }

    @Test
    @Clause("5.3.2.3")
    void aProgramOpensARunWithATokenOfAPasswordTypedJustNow() throws IOException, InterruptedException {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            JsonNode typed = token("grant_type=password&username=tester&password=Jianzheng-2026");
            // The realm says of a token made later than that, that nobody typed anything for it.
            Thread.sleep(11_000);
            String renewed = token("grant_type=refresh_token&refresh_token="
                            + typed.get("refresh_token").asText())
                    .get("access_token")
                    .asText();
            HttpResponse<String> refused = opening(cubes, renewed);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
            assertTrue(refused.body().contains("凭密码取得令牌"), refused.body());
            HttpResponse<String> opened =
                    opening(cubes, typed.get("access_token").asText());
            assertEquals(201, opened.statusCode(), opened.body());
            RunView run = As.person(
                    "tester", () -> platform.getBean(Acquisition.class).run(JsonPath.read(opened.body(), "$.runId")));
            assertEquals("张伟（1002）", run.source().named());
        }
    }

    private static JsonNode token(String grant) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(
                        URI.create(JourneyPlatform.get().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=jianzheng-cli&" + grant))
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(asked, BodyHandlers.ofString())
                        .body());
    }

    private static HttpResponse<String> opening(CubesToTest cubes, String token)
            throws IOException, InterruptedException {
        String body = """
                {"specimen":"%s","method":"%s","equipment":"%s"}"""
                .formatted(cubes.mark(1), CubesToTest.METHOD, CubesToTest.MACHINE);
        HttpRequest asked = HttpRequest.newBuilder(
                        URI.create(JourneyPlatform.get().url("/api/runs")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
    }

    /** Whoever signed in just now has proved it already. */
    private static void prove(Visitor visitor) {
        Locator prove = visitor.page().locator("main a", new Page.LocatorOptions().setHasText("验证身份"));
        if (prove.isVisible()) {
            prove.click();
            visitor.typePassword();
        }
    }

    private static LocalTime now() {
        return LocalTime.now(CityTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void test(CubesToTest cubes, int position, Visitor tester) {
        tester.go("/runs/new?mark=" + cubes.mark(position));
        Page page = tester.page();
        prove(tester);
        page.fill("#workNumber", "1002");
        page.locator("main button", new Page.LocatorOptions().setHasText("打开采集"))
                .click();
        page.waitForURL("**/runs/*-*");
        String url = page.url();
        String runId = url.substring(url.lastIndexOf('/') + 1);
        Spool spool = cubes.spool(runId, position, curve(position));
        cubes.host().hears(runId, "open");
        cubes.host().begin(spool);
        int half = spool.chunks().size() / 2;
        for (int seq = 0; seq < half; seq++) {
            cubes.host().chunk(spool, seq);
        }
        // Before the run is over, on the page that stands open.
        assertThat(page.locator("#force")).not().hasText("—");
        for (int seq = half; seq < spool.chunks().size(); seq++) {
            cubes.host().chunk(spool, seq);
        }
        cubes.host().end(spool);
        assertThat(page.locator("main")).containsText("已封存");
    }

    private static Curve curve(int position) {
        return RealCurves.named(GROUP.get(position - 1)).curve();
    }
}
