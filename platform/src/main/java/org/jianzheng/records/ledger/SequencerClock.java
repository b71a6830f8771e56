package org.jianzheng.records.ledger;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs the sequencer every second; tests run it themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "jianzheng.ledger.sequencer", havingValue = "true", matchIfMissing = true)
class SequencerClock {

    private final Sequencer sequencer;

    SequencerClock(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Scheduled(fixedDelay = 1000)
    void run() {
        while (sequencer.run() > 0) {
            // Until nothing waits.
        }
    }
}
