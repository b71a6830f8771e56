package org.jianzheng.nonconformity;

import java.time.LocalDate;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.nonconformity.loop.TreatmentPlan;
import org.jianzheng.nonconformity.retest.Retesting;
import org.springframework.stereotype.Component;

/** How the contractor means to treat what failed, and what witness and station say to that. */
@Component
class TreatmentPlanning {

    private static final int LATEST_PLAN_DAYS = 365;

    private final Loops loops;
    private final Duties duties;
    private final LoopEnding ending;
    private final LoopJournal journal;

    TreatmentPlanning(Loops loops, Duties duties, LoopEnding ending, LoopJournal journal) {
        this.loops = loops;
        this.duties = duties;
        this.ending = ending;
        this.journal = journal;
    }

    /** Answers REVIEW, or DISPUTE where the contractor objects instead. */
    String plan(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        Treatment treatment = Treatment.of(form.required("treatment"));
        mayBe(loop, treatment);
        LocalDate today = journal.today();
        LocalDate until = form.date("plannedUntil").orElse(today);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LATEST_PLAN_DAYS))) {
            throw RuleBroken.at(
                    "plannedUntil", "nonconformity.plan.day", until, today, today.plusDays(LATEST_PLAN_DAYS));
        }
        form.required("plan");
        loop.propose(new TreatmentPlan(
                treatment,
                form.text("plan", LoopJournal.LONGEST_PLAN),
                form.text("responsible", 100),
                until,
                journal.by(),
                journal.now()));
        boolean disputed = treatment == Treatment.DISPUTE;
        duties.now(loop, disputed ? LoopStep.decideDispute : LoopStep.reviewPlan);
        journal.record(
                loop,
                disputed ? "loop.disputed" : "loop.planned",
                null,
                LoopJournal.content(
                        "treatment", treatment.name(), "plan", form.text("plan"), "until", until.toString()));
        return disputed ? "DISPUTE" : "REVIEW";
    }

    // No testing until it passes: once on double specimens where the standard knows such a thing, once elsewhere.
    private static void mayBe(Loop loop, Treatment treatment) {
        if (treatment == Treatment.DOUBLE_RETEST && !Retesting.mayBeDoubled(loop)) {
            throw RuleBroken.at("treatment", "nonconformity.retest.notAllowed");
        }
        if (!Retesting.offers(loop, treatment)) {
            boolean disputed = treatment == Treatment.DISPUTE;
            throw RuleBroken.at("treatment", "nonconformity." + (disputed ? "dispute" : "retest") + ".once");
        }
    }

    /** Answers RETURNED, RETEST or TREAT. */
    String review(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        if (form.choice("decision", "PASS", "RETURN").equals("RETURN")) {
            form.required("reason");
            loop.replan(journal.said(form.text("reason", LoopJournal.LONGEST)), journal.now());
            duties.now(loop, LoopStep.planTreatment);
            journal.record(loop, "loop.planReturned", form.text("reason", LoopJournal.LONGEST), Map.of());
            return "RETURNED";
        }
        loop.approve(journal.now());
        boolean retest = loop.state() == LoopState.RETEST_ORDERED;
        duties.now(loop, retest ? LoopStep.commissionRetest : LoopStep.reportCompletion);
        journal.record(loop, "loop.planApproved", form.text("reason", LoopJournal.LONGEST), Map.of());
        return retest ? "RETEST" : "TREAT";
    }

    /** Answers ORDERED, REJECTED or WITHDRAWN. */
    String settleDispute(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        String reason = form.required("reason", LoopJournal.LONGEST);
        switch (form.choice("decision", "ORDER", "REJECT", "WITHDRAW")) {
            case "WITHDRAW" -> {
                ending.withdraw(loop, reason);
                return "WITHDRAWN";
            }
            case "ORDER" -> {
                loop.orderDispute(journal.now());
                duties.now(loop, LoopStep.commissionRetest);
                journal.record(loop, "loop.disputeOrdered", reason, Map.of());
                return "ORDERED";
            }
            default -> {
                loop.replan(journal.said(reason), journal.now());
                duties.now(loop, LoopStep.planTreatment);
                journal.record(loop, "loop.disputeRejected", reason, Map.of());
                return "REJECTED";
            }
        }
    }
}
