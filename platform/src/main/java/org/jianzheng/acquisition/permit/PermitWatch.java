package org.jianzheng.acquisition.permit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of tests for which a permit was made and of which nothing came by the time it could: a specimen may have been tested, and its
 * curve not have pleased.
 */
@Component
public class PermitWatch {

    private static final Duration LOOKED_BACK = Duration.ofDays(3);

    private final StandingPermits permits;
    private final ApplicationEventPublisher events;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PermitWatch(
            StandingPermits permits,
            ApplicationEventPublisher events,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.permits = permits;
        this.events = events;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Told twice, it is warned of once. */
    @Scheduled(initialDelay = 180_000, fixedDelay = 3_600_000)
    public void run() {
        Instant over = clock.instant().minus(PermitContent.LATE);
        identity.as(Person.SYSTEM, () -> {
            List<PermitView> ended = transaction.execute(
                    status -> permits.overBetween(over.minus(LOOKED_BACK), over).toList());
            ended.forEach(permit -> transaction.executeWithoutResult(status -> tell(permit)));
            return null;
        });
    }

    void tell(PermitView permit) {
        permits.unused(permit)
                .forEach(piece -> events.publishEvent(new RunEvents.PermitUnused(
                        permit.id(),
                        permit.runId(piece),
                        permit.labCode(),
                        piece.caseId(),
                        piece.sampleNo(),
                        piece.position())));
    }
}
