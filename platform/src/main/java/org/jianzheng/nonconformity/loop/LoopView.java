package org.jianzheng.nonconformity.loop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * A loop as others read it. What has not happened yet is null.
 *
 * @param waitingFor group paths of the houses that have to do something now
 * @param dueAt by when the first of them has to
 * @param retestNo number of the re-test's report that counted
 */
public record LoopView(
        String reportNo,
        String caseId,
        CaseParties parties,
        Found found,
        Instant openedAt,
        LoopState state,
        Instant since,
        Instant dueAt,
        List<String> waitingFor,
        Instant notifiedAt,
        Planned planned,
        String retestNo,
        Verdict retestConclusion,
        Completed completed,
        Word checked,
        Word closed) {

    /** The failing result. */
    public record Found(
            String commissionNo,
            String projectName,
            String place,
            String item,
            String sample,
            Verdict conclusion,
            String represents,
            String parameters,
            String required,
            String measured) {

        /** @param failure null until it is written down */
        static Found of(LoopSubject about, Failure failure) {
            return new Found(
                    about.commissionNo(),
                    about.projectName(),
                    about.place(),
                    about.item(),
                    about.sample(),
                    about.conclusion(),
                    failure == null ? null : failure.represents(),
                    failure == null ? null : failure.parameters(),
                    failure == null ? null : failure.required(),
                    failure == null ? null : failure.measured());
        }
    }

    /** The latest plan. */
    public record Planned(
            Treatment treatment, String text, String responsible, LocalDate until, String by, Instant at) {

        static Planned of(TreatmentPlan plan) {
            return plan == null
                    ? null
                    : new Planned(
                            plan.treatment(),
                            plan.text(),
                            plan.responsible(),
                            plan.plannedUntil(),
                            plan.plannedBy(),
                            plan.plannedAt());
        }
    }

    /** What the contractor reported as done. */
    public record Completed(String text, LocalDate finishedOn, String by, Instant at) {

        static Completed of(TreatmentDone done) {
            return done == null
                    ? null
                    : new Completed(done.text(), done.finishedOn(), done.completedBy(), done.completedAt());
        }
    }

    /** Somebody's word on it. */
    public record Word(String by, Instant at, String opinion) {

        static Word of(WitnessCheck checked) {
            return checked == null ? null : new Word(checked.checkedBy(), checked.checkedAt(), checked.checkOpinion());
        }

        static Word of(StationClosing closed) {
            return closed == null ? null : new Word(closed.closedBy(), closed.closedAt(), closed.closeOpinion());
        }
    }
}
