package org.jianzheng.nonconformity;

import java.time.LocalDate;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Component;

/** The treatment is reported as done with what proves it, and checked by the witness. */
@Component
class Treating {

    private final Loops loops;
    private final Duties duties;
    private final Papers papers;
    private final Journal journal;

    Treating(Loops loops, Duties duties, Papers papers, Journal journal) {
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
        String text = form.text("completion", Journal.LONGEST_PLAN);
        loop.complete(new Done(text, finished, journal.by(), journal.now()));
        duties.now(loop, Step.checkTreatment);
        journal.record(
                loop,
                "loop.completed",
                null,
                Journal.content(
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
        form.required("opinion");
        String opinion = form.text("opinion", Journal.LONGEST);
        if (form.choice("decision", "PASS", "RETURN").equals("RETURN")) {
            loop.treat(journal.said(opinion), journal.now());
            duties.now(loop, Step.reportCompletion);
            journal.record(loop, "loop.checkReturned", opinion, Map.of());
            return "RETURNED";
        }
        loop.check(opinion, journal.by(), journal.now());
        duties.now(loop, Step.closeLoop);
        journal.record(loop, "loop.checked", opinion, Map.of());
        return "PASSED";
    }
}
