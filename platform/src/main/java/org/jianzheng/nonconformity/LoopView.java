package org.jianzheng.nonconformity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jianzheng.identity.CaseParties;

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
        Instant acknowledgedAt,
        Planned planned,
        String retestNo,
        String retestConclusion,
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
            String conclusion,
            String represents,
            String parameters,
            String required,
            String measured,
            Instant foundAt) {}

    /** The latest plan. */
    public record Planned(
            Treatment treatment, String text, String responsible, LocalDate until, String by, Instant at) {}

    /** What the contractor reported as done. */
    public record Completed(String text, LocalDate finishedOn, String by, Instant at) {}

    /** Somebody's word on it. */
    public record Word(String by, Instant at, String opinion) {

        static Word of(String by, Instant at, String opinion) {
            return at == null ? null : new Word(by, at, opinion);
        }
    }
}
