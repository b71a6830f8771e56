package org.jianzheng.nonconformity.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.workflow.WorkingDays;
import org.springframework.stereotype.Component;

/** Who has to do what by when: kept beside the loop, and its row told of it. */
@Component
public class Duties {

    private final DutyStore store;
    private final LoopPolicy policy;
    private final WorkingDays workingDays;
    private final LoopNotices notices;
    private final Clock clock;

    public Duties(DutyStore store, LoopPolicy policy, WorkingDays workingDays, LoopNotices notices, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.workingDays = workingDays;
        this.notices = notices;
        this.clock = clock;
    }

    public List<Duty> open(Loop loop) {
        return store.findByReportNoAndDoneAtIsNullOrderByStep(loop.reportNo());
    }

    public List<Duty> all(String reportNo) {
        return store.findByReportNoOrderBySinceAscStepAsc(reportNo);
    }

    /** What was to be done is done or has lapsed; now it is these. Their houses are told. */
    public void now(Loop loop, LoopStep... steps) {
        settle(loop);
        LoopTerms terms = policy.of(loop.item());
        Instant now = CityTime.now(clock);
        List<Duty> opened = Arrays.stream(steps)
                .map(step -> store.save(new Duty(
                        loop.reportNo(), step, step.party(loop.parties()), now, due(loop, step, terms.daysFor(step)))))
                .toList();
        show(loop, opened);
        opened.forEach(duty -> notices.duty(loop, duty));
    }

    /** One of several is done. @return whether it was the last */
    public boolean done(Loop loop, LoopStep step) {
        List<Duty> open = open(loop);
        open.stream().filter(duty -> duty.step() == step).forEach(duty -> duty.done(CityTime.now(clock)));
        List<Duty> left = open.stream().filter(duty -> duty.step() != step).toList();
        show(loop, left);
        return left.isEmpty();
    }

    public void settle(Loop loop) {
        open(loop).forEach(duty -> duty.done(CityTime.now(clock)));
        show(loop, List.of());
    }

    private static void show(Loop loop, List<Duty> open) {
        loop.waitsFor(
                open.stream().map(Duty::party).distinct().toList(),
                open.stream().map(Duty::dueAt).min(Instant::compareTo).orElse(null));
    }

    // The days for a report of what was done run from the day it was planned to be done.
    private Instant due(Loop loop, LoopStep step, int days) {
        Instant now = clock.instant();
        if (step == LoopStep.reportCompletion && loop.plan() != null) {
            LocalDate planned = loop.plan().plannedUntil();
            Instant end = planned.atStartOfDay(CityTime.ZONE).toInstant();
            return workingDays.endOfDayAfter(end.isAfter(now) ? end : now, days);
        }
        return workingDays.endOfDayAfter(now, days);
    }
}
