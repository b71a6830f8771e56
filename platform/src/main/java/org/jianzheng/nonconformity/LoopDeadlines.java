package org.jianzheng.nonconformity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.Duty;
import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.LoopOverdue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks after the deadlines of a loop: reminds, tells the station, and says at last that a house lets things lie. */
@Component
class LoopDeadlines {

    /** A loop is looked at once a day at least, and to the minute where something falls due. */
    private static final Duration AT_LEAST = Duration.ofHours(24);

    private final Duties duties;
    private final LoopNotices notices;
    private final LoopJournal journal;
    private final ApplicationEventPublisher events;

    LoopDeadlines(Duties duties, LoopNotices notices, LoopJournal journal, ApplicationEventPublisher events) {
        this.duties = duties;
        this.notices = notices;
        this.journal = journal;
        this.events = events;
    }

    void look(Loop loop) {
        duties.open(loop).forEach(duty -> look(loop, duty));
    }

    private void look(Loop loop, Duty duty) {
        Instant now = journal.now();
        boolean overdue = duty.fallOverdue(now);
        if (overdue) {
            notices.overdue(loop, duty);
            record(loop, duty, "loop.overdue");
        } else if (duty.remind(now)) {
            notices.reminded(loop, duty);
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
        Map<String, Object> about = LoopJournal.content(
                "step",
                duty.step().name(),
                "house",
                duty.party(),
                "due",
                duty.dueAt().toString());
        journal.record(loop, action, null, about);
    }

    /** When there is something to see to next. */
    Instant next(Loop loop) {
        Instant now = journal.now();
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

    /** @return how many houses were pressed */
    int press(Loop loop) {
        List<Duty> open = duties.open(loop);
        String by = journal.by();
        Instant at = journal.now();
        open.forEach(duty -> notices.pressed(loop, duty, by, at));
        if (!open.isEmpty()) {
            journal.record(
                    loop,
                    "loop.pressed",
                    null,
                    LoopJournal.content("houses", open.stream().map(Duty::party).toList()));
        }
        return open.size();
    }
}
