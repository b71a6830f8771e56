package org.jianzheng.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.kernel.Paged;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * Everything an evaluation says: what is shown, printed and held by the hash in its ledger entry.
 *
 * @param groups those it counts, in the order they were made
 * @param leftOut those of the same batch that would count and are not in it
 * @param uncounted those of the same batch that count for nobody
 */
public record EvaluationSheet(
        String no,
        Site site,
        BatchCriteria criteria,
        BatchChoice.Extent extent,
        List<Line> groups,
        List<Line> leftOut,
        List<Line> uncounted,
        OtherMixes otherMixes,
        Outcome outcome,
        Done done) {

    public EvaluationSheet {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
        uncounted = List.copyOf(uncounted);
    }

    /** Every group of the batch: those it counts, those left out, those that count for nobody. */
    public Paged<Line> lines(int page, int size) {
        return Paged.of(
                Stream.of(groups, leftOut, uncounted).flatMap(List::stream).toList(), page, size);
    }

    /** Left out, failing by themselves, and in no other evaluation. */
    public List<Line> failedOutside() {
        return leftOut.stream()
                .filter(line -> line.failed() && line.evaluatedIn() == null)
                .toList();
    }

    /** The project and its parties, by name, as they were on the day. */
    public record Site(String code, String name, String developer, String contractor, String supervision) {}

    /**
     * A group.
     *
     * @param value MPa, with the digits of its report; null where it has none
     * @param why name of a {@link BatchSelection.Fate} or {@link NotCounted}; null for a group that counts
     * @param evaluatedIn number of another standing evaluation that counts it, or null
     */
    public record Line(
            String reportNo,
            String place,
            LocalDate madeOn,
            String age,
            String nature,
            String value,
            Verdict conclusion,
            String why,
            String evaluatedIn) {

        boolean failed() {
            return conclusion == Verdict.FAIL;
        }

        static Line of(CubeGroup group, String why, String evaluatedIn) {
            return new Line(
                    group.reportNo(),
                    group.place().text(),
                    group.madeOn(),
                    group.age(),
                    group.nature(),
                    group.value() == null ? null : group.value().toPlainString(),
                    group.conclusion(),
                    why,
                    evaluatedIn);
        }
    }

    /** Groups that nothing but the number of their mix keeps out of the batch. */
    public record OtherMixes(int groups, int failed) {}

    /**
     * What the standard makes of the groups.
     *
     * @param procedure KNOWN_SIGMA, UNKNOWN_SIGMA or NON_STATISTICAL; null for mortar
     * @param sigma null unless known
     * @param figures mean, lowest, standard deviation, by the names of the evaluations' interface
     * @param decisions standards with their editions, rounding, software
     */
    public record Outcome(
            String procedure,
            KnownSigma sigma,
            Map<String, String> figures,
            List<Limit> limits,
            Map<String, String> decisions,
            String verdict) {}

    /** @param figure which of the figures must reach it */
    public record Limit(String figure, String relation, String value, String unit, String standard) {}

    /**
     * Who evaluated, when, and why so.
     *
     * @param supersedes numbers of the evaluations in whose place it stands
     */
    public record Done(
            String by,
            String employer,
            Instant at,
            String leaveReason,
            List<String> supersedes,
            String supersedeReason,
            String softwareVersion) {}
}
