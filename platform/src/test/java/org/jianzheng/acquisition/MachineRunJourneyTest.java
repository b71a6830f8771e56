package org.jianzheng.acquisition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.kernel.CityTime;
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

    private static LocalTime now() {
        return LocalTime.now(CityTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void test(CubesToTest cubes, int position, Visitor tester) {
        tester.go("/runs/new?mark=" + cubes.mark(position));
        Page page = tester.page();
        Locator prove = page.locator("main a", new Page.LocatorOptions().setHasText("验证身份"));
        if (prove.isVisible()) {
            prove.click();
            tester.typePassword();
        }
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
