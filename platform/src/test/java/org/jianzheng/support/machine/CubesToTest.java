package org.jianzheng.support.machine;

import java.time.Clock;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.springframework.context.ApplicationContext;

/** Concrete cubes of BJ01 that were received and ordered to be tested, and the machine of the order, connected. */
public final class CubesToTest implements AutoCloseable {

    public static final String METHOD = "concrete-cube";
    public static final String LAB = "BJ01";
    public static final String MACHINE = DemoTest.CONCRETE.machines().get(0);

    private final ApplicationContext platform;
    private final Acquisition acquisition;
    private final CaseDriver driver;
    private final String caseId;
    private final SampleView sample;
    private final MachineHost host;

    public CubesToTest(ApplicationContext platform) {
        this.platform = platform;
        acquisition = platform.getBean(Acquisition.class);
        driver = new CaseDriver(platform);
        caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        sample = As.person("tester", () -> platform.getBean(Sampling.class).sample(caseId));
        waiveTyping();
        host = MachineHost.connect(port(), LAB, MACHINE, secret());
    }

    /** Where the broker of this platform listens. */
    public int port() {
        return platform.getBean(BrokerSettings.class).port();
    }

    // The other tests of this database type what this machine now sends.
    private void waiveTyping() {
        new TypingWaived(platform).forItems(LAB, "concrete-cube", "mortar-cube");
    }

    /** A new one: the machine's old one holds no longer. */
    private String secret() {
        return As.person("labadmin", () -> platform.getBean(MachineLogins.class).renew(MACHINE));
    }

    public CaseDriver driver() {
        return driver;
    }

    public String caseId() {
        return caseId;
    }

    public SampleView sample() {
        return sample;
    }

    public MachineHost host() {
        return host;
    }

    /** @param position of the cube, from 1 */
    public String mark(int position) {
        return sample.specimens().get(position - 1).mark();
    }

    /** The tester opens a run of the cube on the machine. */
    public RunView open(int position) {
        return As.present(
                "tester",
                platform.getBean(Clock.class).instant(),
                () -> acquisition.open(mark(position), METHOD, MACHINE));
    }

    public void abort(String runId, String reason) {
        As.person("tester", () -> acquisition.abort(runId, reason));
    }

    /** What the machine sends of a run of that cube. */
    public Spool spool(String runId, int position, Curve curve) {
        return Spool.of(runId, mark(position), METHOD, curve, 20);
    }

    /** From opening it until it is sealed. Answers its id. */
    public String run(int position, Curve curve) {
        String runId = open(position).id();
        host.send(spool(runId, position, curve));
        host.hears(runId, "accepted");
        return runId;
    }

    /** Leaves the machine free for the next. */
    @Override
    public void close() {
        host.close();
        As.person("tester", () -> acquisition.ofCase(caseId).stream()
                .filter(run -> run.state().isUnderWay())
                .forEach(run -> acquisition.abort(run.id(), "试验结束")));
    }
}
