package org.jianzheng.nonconformity;

import java.time.LocalDate;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.LoopPapers;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.loop.TreatmentDone;
import org.jianzheng.records.evidence.Paper;
import org.springframework.stereotype.Component;

/** The treatment is reported as done with what proves it, and checked by the witness. */
@Component
class TreatmentReporting {

    private final Loops loops;
    private final Duties duties;
    private final LoopPapers papers;
    private final LoopJournal journal;

    TreatmentReporting(Loops loops, Duties duties, LoopPapers papers, LoopJournal journal) {
        this.loops = loops;
        this.duties = duties;
        this.papers = papers;
        this.journal = journal;
    }

    void complete(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        form.required("completion");
        LocalDate today = journal.today();
        LocalDate finished = form.date("finishedOn").orElse(today);
        if (finished.isAfter(today)) {
            throw RuleBroken.at("finishedOn", "nonconformity.completion.day", finished);
        }
        loop.plannedOn().filter(finished::isBefore).ifPresent(planned -> {
            throw RuleBroken.at("finishedOn", "nonconformity.completion.before", finished, planned);
        });
        papers.require(loop);
        String text = form.text("completion", LoopJournal.LONGEST_PLAN);
        loop.complete(new TreatmentDone(text, finished, journal.by(), journal.now()));
        duties.now(loop, LoopStep.checkTreatment);
        journal.record(
                loop,
                "loop.completed",
                null,
                LoopJournal.content(
                        "completion",
                        text,
                        "finishedOn",
                        finished.toString(),
                        "papers",
                        papers.of(reportNo).stream().map(Paper::sha256).toList()));
    }

    /** The witness's. Answers PASSED or RETURNED. */
    String check(String reportNo, FormValues form) {
        Loop loop = loops.get(reportNo);
        String opinion = form.required("opinion", LoopJournal.LONGEST);
        if (form.choice("decision", "PASS", "RETURN").equals("RETURN")) {
            loop.treat(journal.said(opinion), journal.now());
            duties.now(loop, LoopStep.reportCompletion);
            journal.record(loop, "loop.checkReturned", opinion, Map.of());
            return "RETURNED";
        }
        loop.check(opinion, journal.by(), journal.now());
        duties.now(loop, LoopStep.closeLoop);
        journal.record(loop, "loop.checked", opinion, Map.of());
        return "PASSED";
    }
}
