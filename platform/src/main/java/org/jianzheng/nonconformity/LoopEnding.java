package org.jianzheng.nonconformity;

import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.Loops;
import org.springframework.stereotype.Component;

/** The station ends a loop, or sends it back. */
@Component
class LoopEnding {

    private final Loops loops;
    private final Duties duties;
    private final LoopNotices notices;
    private final LoopJournal journal;

    LoopEnding(Loops loops, Duties duties, LoopNotices notices, LoopJournal journal) {
        this.loops = loops;
        this.duties = duties;
        this.notices = notices;
        this.journal = journal;
    }

    /** The station's. Answers CLOSED, REPLAN, REWORK or WITHDRAWN. */
    String close(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        String opinion = form.required("opinion", LoopJournal.LONGEST);
        String decision = form.choice("decision", "CLOSE", "REPLAN", "REWORK", "WITHDRAW");
        switch (decision) {
            case "CLOSE" -> {
                loop.close(opinion, journal.by(), journal.now());
                end(loop, "loop.closed", opinion);
                notices.ended(loop, "不合格已销号", "监督站已销号：" + opinion);
                return "CLOSED";
            }
            case "WITHDRAW" -> {
                withdraw(loop, opinion);
                return "WITHDRAWN";
            }
            case "REPLAN" -> {
                loop.replan(journal.said(opinion), journal.now());
                duties.now(loop, LoopStep.planTreatment);
            }
            default -> {
                // What was never planned has nothing to be proved by.
                if (loop.plan() == null) {
                    throw RuleBroken.at("decision", "nonconformity.rework.noPlan");
                }
                loop.treat(journal.said(opinion), journal.now());
                duties.now(loop, LoopStep.reportCompletion);
            }
        }
        journal.record(loop, "loop.sentBack", opinion, LoopJournal.content("to", decision));
        return decision;
    }

    /** A false alarm: the station's alone, with its reason. The first result stays in the register. */
    void withdraw(Loop loop, String reason) {
        loop.withdraw(reason, journal.by(), journal.now());
        end(loop, "loop.withdrawn", reason);
        notices.ended(loop, "不合格登记已撤销", "监督站撤销：" + reason);
    }

    private void end(Loop loop, String action, String opinion) {
        duties.settle(loop);
        journal.record(loop, action, opinion, Map.of());
    }
}
