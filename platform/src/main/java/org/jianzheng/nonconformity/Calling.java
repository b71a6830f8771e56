package org.jianzheng.nonconformity;

import java.util.List;
import org.jianzheng.commission.CommissionView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.testing.ResultView;
import org.jianzheng.testing.Testing;
import org.springframework.stereotype.Component;

/** What was found is told to those it concerns, and they confirm that they know. */
@Component
class Calling {

    private final Loops loops;
    private final Duties duties;
    private final Policy policy;
    private final Retesting retesting;
    private final Telling telling;
    private final Commissions commissions;
    private final Testing testing;
    private final Journal journal;

    Calling(
            Loops loops,
            Duties duties,
            Policy policy,
            Retesting retesting,
            Telling telling,
            Commissions commissions,
            Testing testing,
            Journal journal) {
        this.loops = loops;
        this.duties = duties;
        this.policy = policy;
        this.retesting = retesting;
        this.telling = telling;
        this.commissions = commissions;
        this.testing = testing;
        this.journal = journal;
    }

    /** What was found is written down and the station told. Answers when the parties are called. */
    String report(String reportNo) {
        Loop loop = loops.get(reportNo);
        Calls calls = Retesting.mayBeDoubled(loop) ? policy.of(loop.item()).calls() : Calls.FIRST_FAILURE;
        Failure failure = failure(loop.caseId());
        loop.describe(failure, calls);
        if (calls == Calls.AFTER_RETEST) {
            loop.retestFirst(journal.now());
            duties.now(loop, Step.awaitRetest);
            telling.retestFirst(
                    loop,
                    loop.dueAt(),
                    retesting.pieces(loop).map(Sheets::pieces).orElse("—"));
        }
        telling.reported(loop);
        journal.record(
                loop,
                "loop.reported",
                null,
                Journal.content("parameters", failure.parameters(), "calls", calls.name()));
        return calls.name();
    }

    private Failure failure(String caseId) {
        CommissionView order = commissions.find(caseId);
        ResultView result = testing.result(caseId);
        List<ResultView.RequirementRow> failed = result.rows().stream()
                .filter(row -> row.verdict() != null && !row.verdict().equals("PASS"))
                .toList();
        List<ResultView.RequirementRow> shown = failed.isEmpty() ? result.rows() : failed;
        return new Failure(
                order.projectCode(),
                order.represents(),
                Lines.of("、", 500, shown.stream().map(ResultView.RequirementRow::item)),
                Lines.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::requirement)),
                Lines.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::measured)),
                result.concludedAt());
    }

    void call(String reportNo) {
        Loop loop = loops.get(reportNo);
        loop.call(journal.now());
        duties.now(loop, Step.confirmDeveloper, Step.confirmContractor, Step.confirmSupervision);
        telling.called(loop);
        journal.record(loop, "loop.called", null, Journal.content("houses", Telling.parties(loop.parties())));
    }

    void acknowledge(String reportNo, Step step, FormValues form) {
        Loop loop = loops.get(reportNo);
        loop.awaitsReceipts();
        String remarks = form.text("remarks", Journal.LONGEST);
        if (duties.done(loop, step)) {
            loop.acknowledged(journal.now());
            duties.now(loop, Step.planTreatment);
        }
        journal.record(loop, "loop.acknowledged", remarks, Journal.content("house", step.party(loop.parties())));
    }
}
