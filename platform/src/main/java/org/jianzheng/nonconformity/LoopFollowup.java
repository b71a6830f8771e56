package org.jianzheng.nonconformity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.nonconformity.retest.RetestResults;
import org.jianzheng.nonconformity.retest.Retesting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the diagram of a loop asks for, step by step. */
@Service
@Transactional
public class LoopFollowup {

    private static final Duration ASK_AGAIN = Duration.ofHours(12);

    private final PartiesCalling parties;
    private final RetestResults results;
    private final TreatmentPlanning planning;
    private final TreatmentReporting reporting;
    private final LoopEnding ending;
    private final LoopDeadlines deadlines;
    private final LoopSheets sheets;
    private final Loops loops;
    private final ActingParty party;
    private final Clock clock;

    LoopFollowup(
            PartiesCalling parties,
            RetestResults results,
            TreatmentPlanning planning,
            TreatmentReporting reporting,
            LoopEnding ending,
            LoopDeadlines deadlines,
            LoopSheets sheets,
            Loops loops,
            ActingParty party,
            Clock clock) {
        this.parties = parties;
        this.results = results;
        this.planning = planning;
        this.reporting = reporting;
        this.ending = ending;
        this.deadlines = deadlines;
        this.sheets = sheets;
        this.loops = loops;
        this.party = party;
        this.clock = clock;
    }

    /** Writes down what was found. Answers FIRST_FAILURE or AFTER_RETEST: when the parties are called. */
    public String report(String reportNo) {
        return parties.report(reportNo);
    }

    /** Answers WAITING, PASSED, FAILED or MISSING. */
    public String firstRetest(String reportNo) {
        return results.firstRetest(reportNo);
    }

    /** Calls developer, contractor and supervision firm. */
    public void call(String reportNo) {
        parties.call(reportNo);
    }

    /** The acting person's house confirms that it knows. */
    public void acknowledge(String reportNo, String task, Map<String, ?> form) {
        LoopStep step = LoopStep.valueOf(task);
        party.require(loops.get(reportNo), step);
        parties.acknowledge(reportNo, step, new FormValues(form));
    }

    /** The contractor's plan. Answers REVIEW or DISPUTE. */
    public String plan(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.planTreatment);
        return planning.plan(reportNo, new FormValues(form));
    }

    /** The supervision firm's word on the plan. Answers TREAT, RETEST or RETURNED. */
    public String review(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.reviewPlan);
        return planning.review(reportNo, new FormValues(form));
    }

    /** The station's word on an objection. Answers ORDERED, REJECTED or WITHDRAWN. */
    public String settleDispute(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.decideDispute);
        return planning.settleDispute(reportNo, new FormValues(form));
    }

    /** @throws RuleBroken when no re-test of this report was commissioned */
    public void orderRetest(String reportNo) {
        results.orderRetest(reportNo);
    }

    /** Answers WAITING, PASSED or FAILED. */
    public String retestOutcome(String reportNo) {
        return results.retestOutcome(reportNo);
    }

    /** @throws RuleBroken when a photo or paper that the treatment has to be proved by is missing */
    public void complete(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.reportCompletion);
        reporting.complete(reportNo, new FormValues(form));
    }

    /** The witness's check. Answers PASSED or RETURNED. */
    public String check(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.checkTreatment);
        return reporting.check(reportNo, new FormValues(form));
    }

    /** The station's decision. Answers CLOSED, REPLAN, REWORK or WITHDRAWN. */
    public String close(String reportNo, Map<String, ?> form) {
        party.require(loops.get(reportNo), LoopStep.closeLoop);
        return ending.close(reportNo, new FormValues(form));
    }

    /** Reminds and presses where it is time. @return whether the loop goes on */
    public boolean watch(String reportNo) {
        Loop loop = loops.get(reportNo);
        deadlines.look(loop);
        return loop.state().open();
    }

    /** When the loop is to be looked at next. */
    @Transactional(readOnly = true)
    public Instant watchAt(String reportNo) {
        return seconds(deadlines.next(loops.get(reportNo)));
    }

    /** When a re-test is asked about next, unless its result comes before. */
    @Transactional(readOnly = true)
    public Instant retestAt(String reportNo) {
        Instant due = loops.get(reportNo).dueAt();
        Instant again = clock.instant().plus(ASK_AGAIN);
        boolean sooner = due != null && due.isBefore(again) && due.isAfter(clock.instant());
        return seconds(sooner ? due : again);
    }

    /** By when the first of those who are waited for has to act. */
    @Transactional(readOnly = true)
    public Instant dueAt(String reportNo) {
        Instant due = loops.get(reportNo).dueAt();
        return seconds(due == null ? clock.instant() : due);
    }

    // Up, never down: a timer that fires a moment too early finds nothing to do.
    private static Instant seconds(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(at) ? at : whole.plusSeconds(1);
    }

    /** What the forms show of it. */
    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String reportNo) {
        return sheets.sheet(loops.get(reportNo));
    }

    /** What the plan's form offers. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> treatments(String reportNo) {
        Loop loop = loops.get(reportNo);
        return Arrays.stream(Treatment.values())
                .filter(treatment -> Retesting.offers(loop, treatment))
                .map(treatment -> Map.<String, Object>of("label", treatment.label(), "value", treatment.name()))
                .toList();
    }
}
