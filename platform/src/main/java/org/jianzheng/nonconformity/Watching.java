package org.jianzheng.nonconformity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks after the deadlines of a loop: reminds, tells the station, and says at last that a house lets things lie. */
@Component
class Watching {

    /** A loop is looked at once a day at least, and to the minute where something falls due. */
    private static final Duration AT_LEAST = Duration.ofHours(24);

    private final Duties duties;
    private final Telling telling;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watching(Duties duties, Telling telling, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.duties = duties;
        this.telling = telling;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void look(Loop loop) {
        duties.open(loop).forEach(duty -> look(loop, duty));
    }

    private void look(Loop loop, Duty duty) {
        Instant now = CityTime.now(clock);
        boolean overdue = duty.fallOverdue(now);
        if (overdue) {
            telling.overdue(loop, duty);
            record(loop, duty, "loop.overdue");
        } else if (duty.remind(now)) {
            telling.reminded(loop, duty);
        }
        if (duty.escalate(now)) {
            record(loop, duty, "loop.escalated");
            events.publishEvent(new LoopOverdue(
                    loop.reportNo(),
                    loop.caseId(),
                    loop.parties().labCode(),
                    duty.step().name(),
                    duty.party(),
                    now));
        }
    }

    private void record(Loop loop, Duty duty, String action) {
        ledger.append(Ledger.Fact.of(
                action,
                loop.ledgerSubject(),
                loop.caseId(),
                Map.of(
                        "step",
                        duty.step().name(),
                        "house",
                        duty.party(),
                        "due",
                        duty.dueAt().toString())));
    }

    /** When there is something to see to next. */
    Instant next(Loop loop) {
        Instant now = clock.instant();
        List<Duty> open = duties.open(loop);
        return open.stream()
                .flatMap(duty -> Stream.of(
                        duty.dueAt().minus(Duty.REMINDER),
                        duty.dueAt(),
                        duty.dueAt().plus(Duty.ESCALATION).plusSeconds(1)))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .filter(moment -> moment.isBefore(now.plus(AT_LEAST)))
                .orElse(now.plus(AT_LEAST));
    }
}
