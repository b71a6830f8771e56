package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.RealCurves;
import org.jianzheng.support.machine.TypingWaived;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Real cubes, sent by their machine, become the record, the result and the report of a case. */
@PlatformTest
class MachineRecordModuleTest {

    private static final List<String> GROUP = List.of("M01_7d_W1", "M01_7d_W2", "M01_7d_W3");

    @Autowired
    Acquisition acquisition;

    @Autowired
    Warnings warnings;

    @Autowired
    Clock clock;

    @Autowired
    Testing testing;

    @Test
    @Clause({"4.1.8", "5.3.2.3", "5.4.7"})
    void forcesAreReadOffTheSealedRunsAndNothingElseIsTaken(@Autowired ApplicationContext platform) {
        List<Curve> curves =
                GROUP.stream().map(name -> RealCurves.named(name).curve()).toList();
        try (CubesToTest cubes = new CubesToTest(platform)) {
            new TypingWaived(platform).revoke(CubesToTest.LAB, "concrete-cube");
            ((MutableClock) clock).advance(Duration.ofMinutes(2));
            cubes.run(1, curves.get(0));
            refused(cubes, "testing.run.missing", peak(curves.get(0)), "1061.4", "1100");
            cubes.run(2, curves.get(1));
            cubes.run(3, curves.get(2));
            // A tenth, as a slip of the pen has it.
            refused(cubes, "testing.run.otherValue", peak(curves.get(0)), "106.138", peak(curves.get(2)));

            String caseId = cubes.caseId();
            Map<String, Object> later = record(peaks(curves).toArray(String[]::new));
            later.put(
                    "startedAt",
                    clock.instant()
                            .plus(Duration.ofHours(2))
                            .atOffset(ZoneOffset.UTC)
                            .toString());
            assertThatThrownBy(() -> cubes.driver().record(caseId, later))
                    .hasStackTraceContaining("testing.run.startedLate");
            List<Map<String, Object>> shown = As.person("tester", () -> testing.rows(caseId, "specimens"));
            assertThat(shown).extracting(row -> row.get("loadKn")).containsExactlyElementsOf(peaks(curves));
            CaseDriver driver = cubes.driver();
            driver.record(caseId, record(peaks(curves).toArray(String[]::new)));
            ResultView.RecordVersion kept = testing.result(caseId).records().get(0);
            assertThat(DemoTest.rowsOf(kept.values(), "specimens"))
                    .extracting(row -> row.get("loadKn"))
                    .containsExactlyElementsOf(peaks(curves));
            assertThat(DemoTest.rowsOf(kept.values(), "runs")).hasSize(3).allSatisfy(run -> assertThat(run)
                    .containsKeys("no", "runId", "sha256"));
            driver.review(caseId);
            driver.sign(caseId);
            assertThat(driver.isFinished(caseId)).isTrue();
        }
    }

    @AfterEach
    void othersTypeAgain(@Autowired ApplicationContext platform) {
        ((MutableClock) clock).reset();
        new TypingWaived(platform).forItems(CubesToTest.LAB, "concrete-cube");
    }

    /** Who opened a run and did not like what came cannot type instead: a second person has to allow it, and the station is told. */
    @Test
    @Clause({"4.1.10", "5.4.7"})
    void typingBesideARunTakesASecondPersonAndIsWarnedOf(@Autowired ApplicationContext platform) {
        Curve weak = RealCurves.named("M03_7d_W1").curve();
        try (CubesToTest cubes = new CubesToTest(platform)) {
            String first = cubes.open(1).id();
            Spool spool = cubes.spool(first, 1, weak);
            cubes.host().begin(spool);
            cubes.host().chunk(spool, 0);
            awaitBegin(first);
            refused(cubes, "testing.run.missing", "990.0", "920.0", "930.0");
            for (int position = 1; position <= 3; position++) {
                String runId = position == 1 ? first : cubes.open(position).id();
                cubes.abort(runId, "油泵故障");
                refused(cubes, "testing.run.missing", "990.0", "920.0", "930.0");
                As.person("labadmin", () -> acquisition.allowAnother(runId, "设备故障，改用手工读数"));
            }
            cubes.driver().record(cubes.caseId(), record("990.0", "920.0", "930.0"));
            var kept = testing.result(cubes.caseId()).records().get(0);
            assertThat(DemoTest.rowsOf(kept.values(), "runs"))
                    .extracting(run -> run.get("typed"))
                    .containsExactly(true, true, true);
            assertThat(As.person("supervisor", () -> warnings.ofCase(cubes.caseId())))
                    .extracting(WarningView::rule)
                    .containsExactly(
                            "acquisition.sent.brokenOff", "acquisition.sent.notBegun", "acquisition.sent.notBegun");
        }
    }

    private void awaitBegin(String runId) {
        for (int i = 0;
                i < 200 && As.person("tester", () -> acquisition.run(runId)).state() == RunState.OPEN;
                i++) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void refused(CubesToTest cubes, String code, String... loadsKn) {
        assertThatThrownBy(() -> cubes.driver().record(cubes.caseId(), record(loadsKn)))
                .hasStackTraceContaining(code);
    }

    private static String peak(Curve curve) {
        return curve.kilonewtons(curve.peak()).toPlainString();
    }

    private static List<Object> peaks(List<Curve> curves) {
        return curves.stream().<Object>map(MachineRecordModuleTest::peak).toList();
    }

    private static Map<String, Object> record(String... loadsKn) {
        Map<String, Object> record =
                new LinkedHashMap<>(DemoTest.CONCRETE.records().get(0));
        record.putAll(DemoTest.concrete(loadsKn));
        record.put("confirmation", "设备自动采集，读数属实");
        return record;
    }
}
