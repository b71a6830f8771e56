package org.jianzheng.nonconformity;

import java.util.List;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.duty.LoopPolicy;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.CallTiming;
import org.jianzheng.nonconformity.loop.ColumnText;
import org.jianzheng.nonconformity.loop.Failure;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.retest.Retesting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;

/** What was found is told to those it concerns, and they confirm that they know. */
@Component
class PartiesCalling {

    private final Loops loops;
    private final Duties duties;
    private final LoopPolicy policy;
    private final Retesting retesting;
    private final LoopNotices notices;
    private final Commissions commissions;
    private final Testing testing;
    private final LoopJournal journal;

    PartiesCalling(
            Loops loops,
            Duties duties,
            LoopPolicy policy,
            Retesting retesting,
            LoopNotices notices,
            Commissions commissions,
            Testing testing,
            LoopJournal journal) {
        this.loops = loops;
        this.duties = duties;
        this.policy = policy;
        this.retesting = retesting;
        this.notices = notices;
        this.commissions = commissions;
        this.testing = testing;
        this.journal = journal;
    }

    /** What was found is written down and the station told. Answers when the parties are called. */
    String report(String reportNo) {
        Loop loop = loops.get(reportNo);
        CallTiming calls = Retesting.mayBeDoubled(loop) ? policy.of(loop.item()).calls() : CallTiming.FIRST_FAILURE;
        Failure failure = failure(loop.caseId());
        loop.describe(failure, calls);
        if (calls == CallTiming.AFTER_RETEST) {
            loop.retestFirst(journal.now());
            duties.now(loop, LoopStep.awaitRetest);
            notices.retestFirst(
                    loop,
                    loop.dueAt(),
                    retesting.pieces(loop).map(LoopSheets::pieces).orElse("—"));
        }
        notices.reported(loop);
        journal.record(
                loop,
                "loop.reported",
                null,
                LoopJournal.content("parameters", failure.parameters(), "calls", calls.name()));
        return calls.name();
    }

    private Failure failure(String caseId) {
        CommissionView order = commissions.find(caseId);
        ResultView result = testing.result(caseId);
        List<ResultView.RequirementRow> failed = result.finding().rows().stream()
                .filter(row -> row.verdict() != null && row.verdict() != Verdict.PASS)
                .toList();
        List<ResultView.RequirementRow> shown =
                failed.isEmpty() ? result.finding().rows() : failed;
        return new Failure(
                order.site().projectCode(),
                order.sample().represents(),
                ColumnText.of("、", 500, shown.stream().map(ResultView.RequirementRow::item)),
                ColumnText.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::requirement)),
                ColumnText.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::measured)),
                result.concludedAt());
    }

    void call(String reportNo) {
        Loop loop = loops.get(reportNo);
        loop.call(journal.now());
        duties.now(loop, LoopStep.confirmDeveloper, LoopStep.confirmContractor, LoopStep.confirmSupervision);
        notices.called(loop);
        journal.record(loop, "loop.called", null, LoopJournal.content("houses", LoopNotices.parties(loop.parties())));
    }

    void acknowledge(String reportNo, LoopStep step, FormValues form) {
        Loop loop = loops.get(reportNo);
        loop.awaitsReceipts();
        String remarks = form.text("remarks", LoopJournal.LONGEST);
        if (duties.done(loop, step)) {
            loop.acknowledged(journal.now());
            duties.now(loop, LoopStep.planTreatment);
        }
        journal.record(loop, "loop.acknowledged", remarks, LoopJournal.content("house", step.party(loop.parties())));
    }
}
