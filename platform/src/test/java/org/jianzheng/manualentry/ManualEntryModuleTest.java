package org.jianzheng.manualentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.TypingWaived;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever could have the force sent types it only on somebody else's word, and everybody reads whose. */
@PlatformTest
class ManualEntryModuleTest {

    private static final String ITEM = "concrete-cube";
    private static final String LAB = CubesToTest.LAB;
    private static final String MACHINE = CubesToTest.MACHINE;
    private static final String SPARE = "BJ01-YL-03";

    @Autowired
    ApplicationContext platform;

    @Autowired
    TypingWaivers waivers;

    @Autowired
    Outages outages;

    @Autowired
    SendingMachines machines;

    @Autowired
    ManualEntries entries;

    @Autowired
    Testing testing;

    @Autowired
    Warnings warnings;

    @Autowired
    Clock clock;

    @AfterEach
    void othersTypeAgain() {
        ((MutableClock) clock).reset();
        if (outages.isOut(MACHINE, clock.instant())) {
            As.person("labadmin", () -> outages.giveBack(MACHINE, "已修复"));
        }
        new TypingWaived(platform).forItems(LAB, ITEM);
    }

    @Test
    @Clause({"4.1.7", "4.1.10"})
    void whereAMachineSendsNobodyTypesWithoutTheStationsWord() {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            withoutWaiver();
            refused(cubes, "manualentry.required");

            new TypingWaived(platform).forItems(LAB, ITEM);
            cubes.driver().record(cubes.caseId(), record());
            ResultView result = testing.result(cubes.caseId());
            assertThat(result.course().abnormalities()).contains("力值为人工录入（监督站准许 BJ01-RL-");
            EntryLine line = As.person("supervisor", () -> entries.list("WAIVER", LAB, 0, 1000).items().stream()
                    .filter(one -> one.caseId().equals(cubes.caseId()))
                    .findFirst()
                    .orElseThrow());
            assertThat(line.reference()).startsWith("BJ01-RL-");
            assertThat(line.recordNo()).isEqualTo(result.records().get(0).recordNo());
        }
    }

    @Test
    @Clause({"4.1.7", "4.1.10"})
    void onTheDayOfAnOutageTheTechnicalHeadLetsForcesBeTypedAndTheStationIsWarned() {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            withoutWaiver();
            String outage = As.person("tester", () -> outages.report(MACHINE, "油泵漏油"));
            assertThatThrownBy(() -> cubes.open(1)).hasStackTraceContaining("testing.run.outOfOrder");
            refused(cubes, "manualentry.required");
            assertThatThrownBy(() -> As.person("labadmin", () -> outages.allowToday(MACHINE, "当日龄期")))
                    .hasStackTraceContaining("manualentry.day.head");
            As.person("technicalhead", () -> outages.allowToday(MACHINE, "试件当日到龄期"));
            assertThatThrownBy(() -> As.person("technicalhead", () -> outages.allowToday(MACHINE, "再次")))
                    .hasStackTraceContaining("manualentry.day.twice");

            cubes.driver().record(cubes.caseId(), record());
            assertThat(testing.result(cubes.caseId()).course().abnormalities())
                    .contains("力值为人工录入（设备 " + MACHINE + " 故障当日");
            assertThat(As.person(
                            "supervisor", () -> warnings.list(new Warnings.Filter("", "", "manualentry.day", LAB), 0, 1)
                                    .items()))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.sentence()).contains(MACHINE, "试件当日到龄期"));
            OutageView told = As.person("supervisor", () -> outages.of(MACHINE).get(0));
            assertThat(told.id()).isEqualTo(outage);
            assertThat(told.days()).hasSize(1);
        }
    }

    /** Else a spare that is left broken would let everything be typed. */
    @Test
    @Clause("4.1.10")
    void anotherMachineThatIsOutOfOrderLetsNobodyTypeWhatTheOrderedOneSends() {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            withoutWaiver();
            As.person("supervisor", () -> requireOnce(SPARE));
            As.person("tester", () -> outages.report(SPARE, "停用"));
            As.person("technicalhead", () -> outages.allowToday(SPARE, "当日到龄期"));
            refused(cubes, "manualentry.required");
            As.person("labadmin", () -> outages.giveBack(SPARE, "已修复"));
        }
    }

    /** So that it is not the laboratory's own word whether it owns one. */
    @Test
    @Clause("4.1.7")
    void aMachineThatTheStationWantsToSendIsNotTypedForThoughNobodyGaveItASecret() {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.SPLICE);
        driver.assign(caseId, DemoTest.SPLICE);
        assertThatThrownBy(() -> As.person("labadmin", () -> machines.require("BJ01-WN-02", "应自动采集")))
                .hasStackTraceContaining("manualentry.sending.station");
        As.person("supervisor", () -> requireOnce("BJ01-WN-02"));
        new TypingWaived(platform).revoke(LAB, "splice");
        ((MutableClock) clock).advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> driver.recordNext(caseId, DemoTest.SPLICE))
                .hasStackTraceContaining("manualentry.required");
        new TypingWaived(platform).forItems(LAB, "rebar", "weld", "splice");
        driver.recordNext(caseId, DemoTest.SPLICE);
        assertThat(testing.result(caseId).course().abnormalities()).contains("监督站准许");
    }

    private void requireOnce(String equipment) {
        if (machines.required(equipment).isEmpty()) {
            machines.require(equipment, "须自动采集");
        }
    }

    @Test
    void whoeverReportedTheOutageDoesNotLetForcesBeTypedThemselves() {
        As.person("technicalhead", () -> outages.report(MACHINE, "传感器故障"));
        assertThatThrownBy(() -> As.person("technicalhead", () -> outages.allowToday(MACHINE, "赶工")))
                .hasStackTraceContaining("manualentry.day.own");
        As.person("labadmin", () -> outages.giveBack(MACHINE, "更换传感器"));
        assertThatThrownBy(() -> As.person("labadmin", () -> outages.giveBack(MACHINE, "再次")))
                .hasStackTraceContaining("manualentry.outage.none");
    }

    @Test
    @Clause("4.1.10")
    void aRunThatWasOpenedIsNotTypedBesideUnderAWaiver() {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            cubes.open(1);
            refused(cubes, "testing.run.missing");
        }
    }

    @Test
    void onlyTheLaboratoryAsksAndOnlyTheStationDecides() {
        Map<String, String> wanted = wanted("cement-physical");
        assertThatThrownBy(() -> As.person("tester", () -> waivers.ask(wanted)))
                .hasStackTraceContaining("manualentry.waiver.lab");
        assertThatThrownBy(() -> As.person("supervisor", () -> waivers.ask(wanted)))
                .hasStackTraceContaining("manualentry.waiver.lab");
        String id = As.person("labadmin", () -> waivers.ask(wanted));
        assertThatThrownBy(() -> As.person("labadmin", () -> waivers.ask(wanted)))
                .hasStackTraceContaining("manualentry.waiver.twice");
        assertThatThrownBy(() -> As.person("labadmin", () -> waivers.decide(id, "GRANTED", "同意")))
                .hasStackTraceContaining("manualentry.waiver.station");
        assertThatThrownBy(() -> As.person("tester2", () -> waivers.find(id)))
                .hasStackTraceContaining("manualentry.waiver.unknown");
        assertThatThrownBy(() -> As.person("supervisor", () -> waivers.decide(id, "REVOKED", "x")))
                .isInstanceOf(RuleBroken.class);
        As.person("supervisor", () -> waivers.decide(id, "REFUSED", "设备正常"));
        assertThatThrownBy(() -> As.person("supervisor", () -> waivers.decide(id, "GRANTED", "同意")))
                .hasStackTraceContaining("manualentry.waiver.meanwhile");
        String again = As.person("labadmin", () -> waivers.ask(wanted));
        assertThatCode(() -> As.person("labadmin", () -> waivers.withdraw(again, "不再需要")))
                .doesNotThrowAnyException();
    }

    // What was tested in the minute in which it was revoked may be typed still.
    private void withoutWaiver() {
        new TypingWaived(platform).revoke(LAB, ITEM);
        ((MutableClock) clock).advance(Duration.ofMinutes(2));
    }

    private Map<String, String> wanted(String item) {
        String today = CityTime.today(clock).toString();
        return Map.of("item", item, "from", today, "until", today, "reason", "设备改造");
    }

    private void refused(CubesToTest cubes, String code) {
        assertThatThrownBy(() -> cubes.driver().record(cubes.caseId(), record()))
                .hasStackTraceContaining(code);
    }

    private Map<String, Object> record() {
        return new LinkedHashMap<>(DemoTest.CONCRETE.records().get(0));
    }
}
