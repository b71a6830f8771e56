package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.line.CuttableProxy;
import org.jianzheng.support.line.LineTrial;
import org.jianzheng.support.line.MachinePark;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Machines send while the network or the broker between them and the platform goes away and comes back. */
@PlatformTest
@Clause("5.5")
class BrokenLineModuleTest {

    private static final int MACHINES = 4;
    private static final long SEED = 20261130;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Autowired
    ApplicationContext platform;

    @Autowired
    BrokerSettings settings;

    @Test
    void whatWasAcknowledgedIsThereOnceWhenTheNetworkIsCutAgainAndAgain() throws Exception {
        MachinePark park = new MachinePark(platform, "CUT", MACHINES);
        try (CuttableProxy network = new CuttableProxy(settings.port());
                LineTrial trial = new LineTrial(platform, park, network.port(), SEED)) {
            trial.begin();
            for (int i = 0; i < 8; i++) {
                Thread.sleep(100 + trial.random().nextInt(400));
                network.cut();
            }
            trial.end(LONGEST);
            trial.everythingIsThereOnce();
        }
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhenTheBrokerIsStoppedAndStarted(
            @Autowired List<SmartLifecycle> lifecycles,
            @Autowired @Qualifier("machineLineHealthIndicator") HealthIndicator health)
            throws Exception {
        SmartLifecycle broker = lifecycles.stream()
                .filter(one -> one.getClass().getSimpleName().equals("MachineBroker"))
                .findFirst()
                .orElseThrow();
        MachinePark park = new MachinePark(platform, "RESTART", MACHINES);
        try (LineTrial trial = new LineTrial(platform, park, settings.port(), SEED)) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            trial.begin();
            for (int i = 0; i < 2; i++) {
                Thread.sleep(500 + trial.random().nextInt(500));
                broker.stop();
                assertThat(health.health().getStatus().getCode()).isEqualTo("DELAYED");
                assertThat(health.health().getDetails()).containsEntry("broker", "down");
                broker.start();
            }
            trial.end(LONGEST);
            trial.everythingIsThereOnce();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
