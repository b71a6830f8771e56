package org.jianzheng.support.machine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.marking.YieldMarks;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.testing.Testing;
import org.springframework.context.ApplicationContext;

/** Bars of 20 mm of HRB400E that BJ01 has received and ordered to be pulled, and the machine of the order, connected. */
public final class BarsToTest implements AutoCloseable {

    private static final String MACHINE = DemoTest.REBAR.machines().get(0);

    private final Acquisition acquisition;
    private final Testing testing;
    private final Clock clock;
    private final CaseDriver driver;
    private final String caseId;
    private final SampleView sample;
    private final MachineHost host;

    public BarsToTest(ApplicationContext platform) {
        acquisition = platform.getBean(Acquisition.class);
        testing = platform.getBean(Testing.class);
        clock = platform.getBean(Clock.class);
        driver = new CaseDriver(platform);
        caseId = driver.toTest(DemoTest.REBAR);
        driver.assign(caseId, DemoTest.REBAR);
        sample = As.person("tester", () -> platform.getBean(Sampling.class).sample(caseId));
        // The other tests of this database type what this machine now sends.
        new TypingWaived(platform).forItems("BJ01", "rebar", "weld", "splice");
        String secret = As.person(
                "labadmin", () -> platform.getBean(MachineLogins.class).renew(MACHINE));
        host = MachineHost.connect(platform.getBean(BrokerSettings.class).port(), "BJ01", MACHINE, secret);
    }

    public CaseDriver driver() {
        return driver;
    }

    public String caseId() {
        return caseId;
    }

    /** From opening it until it is sealed. Answers its id. */
    public String run(int position, Curve curve) {
        String mark = sample.specimens().get(position - 1).mark();
        String runId = As.present("tester", clock.instant(), () -> acquisition.open(mark, YieldMarks.METHOD, MACHINE))
                .id();
        host.send(Spool.of(runId, mark, YieldMarks.METHOD, curve, 50));
        host.hears(runId, "accepted");
        return runId;
    }

    /** What its tester submits: the forces as the form shows them; where it shows no yield, one is typed. */
    public Map<String, Object> record(String typedYieldKn) {
        Map<String, Object> record =
                new LinkedHashMap<>(DemoTest.REBAR.records().get(0));
        List<Map<String, Object>> shown = As.person("tester", () -> testing.rows(caseId, "tensile"));
        List<Map<String, Object>> pulled = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Map<String, Object> row =
                    new LinkedHashMap<>(DemoTest.rowsOf(record, "tensile").get(i));
            row.put("maxForceKn", shown.get(i).getOrDefault("maxForceKn", "190.0"));
            row.put("yieldForceKn", shown.get(i).getOrDefault("yieldForceKn", typedYieldKn));
            pulled.add(row);
        }
        record.put("tensile", pulled);
        record.put("confirmation", "设备自动采集，读数属实");
        return record;
    }

    @Override
    public void close() {
        host.close();
    }
}
