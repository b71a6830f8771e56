package org.jianzheng.support.machine;

import java.time.Duration;
import java.util.ArrayList;
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
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.testing.Testing;
import org.springframework.context.ApplicationContext;

/** Specimens of any family at BJ01 that were received and ordered to be tested, and the machines of the order, connected. */
public final class SpecimensToTest implements AutoCloseable {

    private static final String LAB = "BJ01";
    /** As long as somebody takes to put the next specimen in. */
    private static final Duration CHANGE = Duration.ofMinutes(4);

    private final Acquisition acquisition;
    private final Testing testing;
    private final MutableClock clock;
    private final CaseDriver driver;
    private final String caseId;
    private final SampleView sample;
    private final Map<String, MachineHost> hosts = new LinkedHashMap<>();

    /** @param otherwise fields of the order that are not as the demo has them */
    public SpecimensToTest(
            ApplicationContext platform, DemoTest test, Map<String, Object> otherwise, String... machines) {
        acquisition = platform.getBean(Acquisition.class);
        testing = platform.getBean(Testing.class);
        clock = platform.getBean(MutableClock.class);
        driver = new CaseDriver(platform);
        caseId = driver.commission(test, otherwise);
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, test);
        sample = As.person("tester", () -> platform.getBean(Sampling.class).sample(caseId));
        // The other tests of this database type what these machines now send.
        new TypingWaived(platform).forItems(LAB, "mortar-cube", "cement", "rebar", "weld", "splice", "concrete-cube");
        int port = platform.getBean(BrokerSettings.class).port();
        for (String machine : machines) {
            String secret = As.person(
                    "labadmin", () -> platform.getBean(MachineLogins.class).renew(machine));
            hosts.put(machine, MachineHost.connect(port, LAB, machine, secret));
        }
    }

    public CaseDriver driver() {
        return driver;
    }

    public String caseId() {
        return caseId;
    }

    public MachineHost host(String machine) {
        return hosts.get(machine);
    }

    public String mark(int position) {
        return sample.specimens().get(position - 1).mark();
    }

    /** From opening it until it is sealed, at a person's pace. Answers its id. */
    public String run(String machine, String method, int position, Curve curve) {
        clock.advance(CHANGE);
        String runId = As.present("tester", clock.instant(), () -> acquisition.open(mark(position), method, machine))
                .id();
        MachineHost host = hosts.get(machine);
        clock.advance(Duration.ofMillis(curve.millis(curve.points() - 1)));
        host.send(Spool.of(runId, mark(position), method, curve, 50));
        host.hears(runId, "accepted");
        return runId;
    }

    /** The form of the record as the tester opens it: what machines measured stands in it. */
    public Map<String, Object> form() {
        return As.person("tester", () -> testing.form(caseId));
    }

    /** The rows of a list as the tester opens them, with what only a person sees of each. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String list, Map<String, Object> seen) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> shown : (List<Map<String, Object>>) form().get(list)) {
            Map<String, Object> row = new LinkedHashMap<>(shown);
            seen.forEach(row::putIfAbsent);
            rows.add(row);
        }
        return rows;
    }

    /** Leaves the machines free for the next. */
    @Override
    public void close() {
        hosts.values().forEach(MachineHost::close);
        clock.reset();
        As.person("tester", () -> acquisition.ofCase(caseId).stream()
                .filter(run -> run.state().isUnderWay())
                .forEach(run -> acquisition.abort(run.id(), "试验结束")));
    }
}
