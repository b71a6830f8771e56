package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.line.CuttableProxy;
import org.jianzheng.support.line.LineNode;
import org.jianzheng.support.line.LineTrial;
import org.jianzheng.support.line.MachinePark;
import org.jianzheng.support.line.OutsideBroker;
import org.jianzheng.support.line.SpoolingMachine;
import org.jianzheng.support.machine.MachineHost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Twenty machines send without a pause, and nothing around them lasts. */
@Tag("faults")
@PlatformTest
class LineFaultsTest {

    private static final int MACHINES = 20;
    private static final int KILLS = Integer.getInteger("faults.kills", 50);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Autowired
    ApplicationContext platform;

    @Autowired
    JdbcTemplate sql;

    @Test
    void aNodeThatIsKilledAtAnyMomentLosesNothingThatItAcknowledged() throws Exception {
        long seed = System.nanoTime();
        MachinePark park = new MachinePark(platform, "KILL", MACHINES);
        try (LineNode node = new LineNode("killed");
                LineTrial trial = new LineTrial(platform, park, node.port(), seed)) {
            node.start();
            trial.begin();
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(trial.random().nextInt(2500));
                if (kill % 2 == 1) {
                    trial.crashOne();
                }
                node.kill();
                node.start();
            }
            trial.end(LONGEST);
            System.out.printf("%d kills, %d runs, seed %d%n", KILLS, trial.runs(), seed);
            trial.everythingIsThereOnce();
            everyRunIsChecked();
        }
    }

    private void everyRunIsChecked() {
        await().atMost(LONGEST).untilAsserted(() -> assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM acquisition_run r LEFT JOIN acquisition_trait t ON t.run_id = r.id"
                                + " WHERE r.equipment LIKE 'KILL-%' AND t.run_id IS NULL",
                        Integer.class))
                .isZero());
    }

    @Test
    void anOutsideBrokerThatIsKilledLosesNothingEitherAndNobodySendsForAnother() throws Exception {
        MachinePark park = new MachinePark(platform, "OUT", 6);
        List<SpoolingMachine.Login> logins =
                park.machines().stream().map(code -> park.login(0, code)).toList();
        try (OutsideBroker broker = new OutsideBroker("outside-broker", logins);
                LineNode node = new LineNode("outside-node")
                        .with("jianzheng.machines.url", broker.url())
                        .with("jianzheng.machines.user", OutsideBroker.USER)
                        .with("jianzheng.machines.password", OutsideBroker.PASSWORD)) {
            broker.start();
            node.start();
            try (LineTrial trial = new LineTrial(platform, park, broker.port(), System.nanoTime())) {
                trial.begin();
                for (int i = 0; i < 3; i++) {
                    Thread.sleep(2000);
                    broker.kill();
                    broker.start();
                }
                node.kill();
                node.start();
                trial.end(LONGEST);
                trial.everythingIsThereOnce();
            }
            SpoolingMachine.Login one =
                    park.login(broker.port(), park.machines().get(0));
            String topic = "jz/v1/" + MachinePark.LAB + "/" + park.machines().get(1) + "/run/x/begin";
            try (MachineHost host = host(one)) {
                host.isCutOffFor(topic, "{}");
            }
            // With all rights at the broker, and still not the machine.
            try (MachineHost host = host(new SpoolingMachine.Login(
                    broker.port(), MachinePark.LAB, OutsideBroker.USER, OutsideBroker.PASSWORD))) {
                host.sendTo(topic, "{}");
            }
            await().untilAsserted(() -> assertThat(why(park.machines().get(1))).containsExactly("FOREIGN"));
        }
    }

    private static MachineHost host(SpoolingMachine.Login login) {
        return MachineHost.connect(login.port(), login.labCode(), login.equipment(), login.secret());
    }

    private List<String> why(String machine) {
        return sql.queryForList("SELECT why FROM acquisition_quarantine WHERE equipment = ?", String.class, machine);
    }

    @Test
    void whileTheDatabaseIsAwayWhatMachinesSendWaitsInTheBroker() throws Exception {
        MachinePark park = new MachinePark(platform, "AWAY", 6);
        URI database = URI.create(TestDatabase.url().substring("jdbc:".length()));
        try (CuttableProxy between = new CuttableProxy(database.getPort());
                LineNode node = new LineNode("away-node")
                        .with(
                                "spring.datasource.url",
                                TestDatabase.url().replace(":" + database.getPort(), ":" + between.port()));
                LineTrial trial = new LineTrial(platform, park, node.port(), System.nanoTime())) {
            node.start();
            trial.begin();
            Thread.sleep(3000);
            between.shut();
            // Longer than the broker remembers who has logged in.
            Thread.sleep(25_000);
            between.reopen();
            trial.end(LONGEST);
            trial.everythingIsThereOnce();
            assertThat(node.said()).contains("could not be stored; it is tried again");
            assertThat(trial.cuts()).as("connections that machines lost").isZero();
        }
    }
}
