package org.jianzheng.nonconformity.retest;

import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.Loops;
import org.springframework.stereotype.Component;

/** What a re-test that was ordered says, and where its loop goes from there. */
@Component
public class RetestResults {

    private final Loops loops;
    private final Duties duties;
    private final Retesting retesting;
    private final LoopNotices notices;
    private final LoopJournal journal;

    public RetestResults(Loops loops, Duties duties, Retesting retesting, LoopNotices notices, LoopJournal journal) {
        this.loops = loops;
        this.duties = duties;
        this.retesting = retesting;
        this.notices = notices;
        this.journal = journal;
    }

    /** Whether the re-test that was to come first has decided; when its time is over, it has not come. */
    public String firstRetest(String reportNo) {
        Loop loop = loops.get(reportNo);
        var said = retesting.decided(loop);
        if (said.isEmpty()) {
            object(loop);
            return journal.now().isBefore(loop.dueAt()) ? "WAITING" : "MISSING";
        }
        note(loop, said.get());
        if (!said.get().passed()) {
            return "FAILED";
        }
        loop.passedBeforeCall(journal.now());
        duties.now(loop, LoopStep.closeLoop);
        return "PASSED";
    }

    /** The developer says that it is commissioned; believed when it is. */
    public void orderRetest(String reportNo) {
        Loop loop = loops.get(reportNo);
        List<String> cases = retesting.underWay(loop);
        if (cases.isEmpty() && retesting.decided(loop).isEmpty()) {
            throw new RuleBroken("nonconformity.retest.notCommissioned", reportNo);
        }
        loop.retesting(journal.now());
        duties.now(loop, LoopStep.awaitRetest);
        journal.record(loop, "loop.retestCommissioned", null, LoopJournal.content("cases", cases));
    }

    /** Answers WAITING, PASSED or FAILED. */
    public String retestOutcome(String reportNo) {
        Loop loop = loops.get(reportNo);
        var said = retesting.decided(loop);
        if (said.isEmpty()) {
            object(loop);
            return "WAITING";
        }
        note(loop, said.get());
        if (said.get().passed()) {
            loop.treat(null, journal.now());
            duties.now(loop, LoopStep.reportCompletion);
            return "PASSED";
        }
        loop.replan("复检报告 " + said.get().retestNo() + " 不合格，请另选处置方式", journal.now());
        duties.now(loop, LoopStep.planTreatment);
        return "FAILED";
    }

    // It was signed, so somebody counts on it: they are told once that it does not count, and why.
    private void object(Loop loop) {
        retesting.objections(loop).forEach((retestNo, objection) -> {
            retesting.objected(loop, retestNo, objection, journal.now());
            journal.record(loop, "loop.retestRefused", objection, LoopJournal.content("retestNo", retestNo));
            notices.retestRefused(loop, retestNo, objection);
        });
    }

    private void note(Loop loop, Retesting.Said said) {
        loop.retested(said.retestNo(), said.conclusion());
        journal.record(
                loop,
                "loop.retested",
                null,
                LoopJournal.content(
                        "retestNo",
                        said.retestNo(),
                        "conclusion",
                        said.conclusion().name()));
    }
}
