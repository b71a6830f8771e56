package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.RealCurves;
import org.jianzheng.testing.procedure.ResultView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Real cubes, sent by their machine, become the record, the result and the report of a case. */
@PlatformTest
class MachineRecordModuleTest {

    private static final String METHOD = "concrete-cube";
    private static final List<String> GROUP = List.of("M01_7d_W1", "M01_7d_W2", "M01_7d_W3");

    @Autowired
    Acquisition acquisition;

    @Autowired
    MachineLogins logins;

    @Autowired
    BrokerSettings broker;

    @Autowired
    Sampling sampling;

    @Autowired
    Testing testing;

    @Test
    @Clause({"4.1.8", "5.3.2.3", "5.4.7"})
    void forcesAreReadOffTheSealedRunsAndNothingElseIsTaken(@Autowired ApplicationContext platform) {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        String machine = DemoTest.CONCRETE.machines().get(0);
        List<Curve> curves =
                GROUP.stream().map(name -> RealCurves.named(name).curve()).toList();
        SampleView sample = As.person("tester", () -> sampling.sample(caseId));
        try (MachineHost host = MachineHost.connect(
                broker.port(), "BJ01", machine, As.person("labadmin", () -> logins.renew(machine)))) {
            run(host, machine, sample.specimens().get(0).mark(), curves.get(0));
            Map<String, Object> early = record(peak(curves.get(0)), "1061.4", "1100");
            assertThatThrownBy(() -> driver.record(caseId, early)).hasStackTraceContaining("testing.run.missing");
            run(host, machine, sample.specimens().get(1).mark(), curves.get(1));
            run(host, machine, sample.specimens().get(2).mark(), curves.get(2));
        }
        // A tenth, as a slip of the pen has it.
        Map<String, Object> slip = record(peak(curves.get(0)), "106.138", peak(curves.get(2)));
        assertThatThrownBy(() -> driver.record(caseId, slip)).hasStackTraceContaining("testing.run.otherValue");

        List<Map<String, Object>> shown = As.person("tester", () -> testing.rows(caseId, "specimens"));
        assertThat(shown).extracting(row -> row.get("loadKn")).containsExactlyElementsOf(peaks(curves));
        driver.record(
                caseId,
                record(curves.stream().map(MachineRecordModuleTest::peak).toArray(String[]::new)));
        ResultView result = testing.result(caseId);
        ResultView.RecordVersion kept = result.records().get(0);
        assertThat(DemoTest.rowsOf(kept.values(), "specimens"))
                .extracting(row -> row.get("loadKn"))
                .containsExactlyElementsOf(peaks(curves));
        assertThat(DemoTest.rowsOf(kept.values(), "runs")).hasSize(3).allSatisfy(run -> assertThat(run)
                .containsKeys("no", "runId", "sha256"));
        driver.review(caseId);
        driver.sign(caseId);
        assertThat(driver.isFinished(caseId)).isTrue();
    }

    /** A machine that breaks down holds up no sample, and the record says which value was typed. */
    @Test
    void whereARunWasBrokenOffAndAnotherAllowedTheValueMayBeTyped(@Autowired ApplicationContext platform) {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        String machine = DemoTest.CONCRETE.machines().get(0);
        Curve curve = RealCurves.named("M03_7d_W1").curve();
        SampleView sample = As.person("tester", () -> sampling.sample(caseId));
        try (MachineHost host = MachineHost.connect(
                broker.port(), "BJ01", machine, As.person("labadmin", () -> logins.renew(machine)))) {
            run(host, machine, sample.specimens().get(0).mark(), curve);
        }
        for (SampleView.SpecimenView specimen : sample.specimens().subList(1, 3)) {
            String runId = As.person(
                    "tester",
                    () -> acquisition.open(specimen.mark(), METHOD, machine).id());
            As.person("tester", () -> acquisition.abort(runId, "油泵故障"));
            Map<String, Object> early = record(peak(curve), "920.0", "930.0");
            assertThatThrownBy(() -> driver.record(caseId, early)).hasStackTraceContaining("testing.run.missing");
            As.person("labadmin", () -> acquisition.allowAnother(runId, "设备故障，改用手工读数"));
        }
        driver.record(caseId, record(peak(curve), "920.0", "930.0"));
        assertThat(DemoTest.rowsOf(testing.result(caseId).records().get(0).values(), "runs"))
                .extracting(run -> run.get("typed"))
                .containsExactly(false, true, true);
    }

    private void run(MachineHost host, String machine, String mark, Curve curve) {
        String runId = As.person(
                "tester", () -> acquisition.open(mark, METHOD, machine).id());
        host.send(Spool.of(runId, mark, METHOD, curve, 5));
        host.hears(runId, "accepted");
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
