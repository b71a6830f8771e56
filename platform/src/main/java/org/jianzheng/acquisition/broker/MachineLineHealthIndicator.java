package org.jianzheng.acquisition.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianzheng.records.nightly.RecordHealth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether what machines send is taken in at this node. Never DOWN for it: people work on, and machines keep what was not
 * accepted, so a balancer must not take the node away.
 */
@Component("machineLineHealthIndicator")
class MachineLineHealthIndicator extends AbstractHealthIndicator {

    /** A batch takes a part of a second. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final BrokerSettings settings;
    private final MachineBroker broker;
    private final MachineLine line;
    private final Clock clock;

    MachineLineHealthIndicator(BrokerSettings settings, MachineBroker broker, MachineLine line, Clock clock) {
        this.settings = settings;
        this.broker = broker;
        this.line = line;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!settings.enabled()) {
            health.up().withDetail("broker", "off at this node");
            return;
        }
        boolean works = settings.isOutside() || broker.isUp() && broker.canStore();
        Optional<Instant> oldest = line.waitingSince().or(broker::waitingSince);
        boolean late = oldest.filter(since -> since.isBefore(clock.instant().minus(LONG)))
                .isPresent();
        health.status(works && line.isReading() && !late ? Status.UP : RecordHealth.DELAYED)
                .withDetail("reading", line.isReading());
        if (settings.isOutside()) {
            health.withDetail("broker", settings.url());
        } else {
            health.withDetail("broker", broker.isUp() ? "up" : "down").withDetail("canStore", broker.canStore());
        }
        oldest.ifPresent(since -> health.withDetail("waitingSince", since));
    }
}
