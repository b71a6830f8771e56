package org.jianzheng.acquisition;

import java.time.Duration;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.line.LineNode;
import org.jianzheng.support.line.LineTrial;
import org.jianzheng.support.line.MachinePark;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A node is killed while machines send; {@link LineFaultsTest} kills it fifty times. */
@PlatformTest
class KilledNodeModuleTest {

    private static final long SEED = 20261130;

    @Autowired
    ApplicationContext platform;

    @Test
    @Clause("5.5")
    void whatWasAcknowledgedIsThereOnceWhenTheNodeIsKilledInTheMiddle() throws Exception {
        MachinePark park = new MachinePark(platform, "KILL-ONCE", 4);
        try (LineNode node = new LineNode("killed-once");
                LineTrial trial = new LineTrial(platform, park, node.port(), SEED)) {
            node.start();
            trial.begin();
            Thread.sleep(1500);
            node.kill();
            node.start();
            trial.end(Duration.ofMinutes(1));
            trial.everythingIsThereOnce();
        }
    }
}
