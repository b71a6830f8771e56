package org.jianzheng.records.nightly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether what was recorded has been read back in time, and what was found. Says how many, never which: that is the page's. */
@Component("nightlyHealthIndicator")
class NightlyHealthIndicator extends AbstractHealthIndicator {

    /** A night and half a day: a run may take its time. */
    private static final Duration LATE = Duration.ofHours(36);

    private final NightlyChecks checks;
    private final Clock clock;
    private final Instant started;

    NightlyHealthIndicator(NightlyChecks checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<NightlyOutcome> latest = checks.latest();
        Instant last = latest.stream().map(NightlyOutcome::runAt).findFirst().orElse(started);
        long mismatches = latest.stream().mapToLong(NightlyOutcome::mismatches).sum();
        boolean late = last.isBefore(clock.instant().minus(LATE));
        health.status(status(mismatches, late)).withDetail("mismatches", mismatches);
        if (!latest.isEmpty()) {
            health.withDetail("readAt", last)
                    .withDetail(
                            "counted",
                            latest.stream()
                                    .collect(Collectors.toMap(
                                            NightlyOutcome::check, NightlyOutcome::counted, Math::max)));
        }
    }

    private static Status status(long mismatches, boolean late) {
        return mismatches > 0 ? RecordHealth.DAMAGED : late ? RecordHealth.DELAYED : Status.UP;
    }
}
