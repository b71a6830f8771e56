package org.jianzheng.nonconformity;

import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.reporting.report.ReportRecalled;
import org.jianzheng.reporting.report.ReportReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a failing report is written into its loop and told to the station. The loop stays where it is: what was
 * found wrong with the material is settled by the station alone, whatever happens to the paper.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReportFate {

    private final Loops loops;
    private final LoopNotices notices;
    private final LoopJournal journal;

    ReportFate(Loops loops, LoopNotices notices, LoopJournal journal) {
        this.loops = loops;
        this.notices = notices;
        this.journal = journal;
    }

    @EventListener
    public void on(ReportRecalled recalled) {
        loops.findById(recalled.reportNo()).ifPresent(loop -> {
            journal.record(
                    loop, "loop.reportRecalled", recalled.reason(), LoopJournal.content("voided", recalled.voided()));
            notices.reportEnded(loop, recalled.voided() ? "已作废" : "已收回", recalled.reason());
        });
    }

    @EventListener
    public void on(ReportReplaced replaced) {
        loops.findById(replaced.reportNo()).ifPresent(loop -> {
            journal.record(
                    loop,
                    "loop.reportReplaced",
                    replaced.reason(),
                    LoopJournal.content("replacedBy", replaced.replacedBy(), "conclusion", replaced.after()));
            notices.reportEnded(loop, "已由报告 " + replaced.replacedBy() + " 替代", replaced.reason());
        });
    }
}
