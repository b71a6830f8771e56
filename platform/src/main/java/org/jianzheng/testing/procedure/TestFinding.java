package org.jianzheng.testing.procedure;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What the evaluation of a pass says, in full; kept as it was said, whatever a later version of the software would say.
 *
 * @param methodSha256 of the folder of the catalogue that the case was ordered under; null of what is older than folders
 */
public record TestFinding(
        Verdict conclusion,
        String text,
        List<String> methodStandards,
        List<String> judgedBy,
        List<ResultView.RequirementRow> rows,
        List<SpecimenResult> specimens,
        Map<String, String> facts,
        List<ResultView.EvaluationLine> evaluations,
        String methodSha256) {

    private static final Set<Verdict> USED = EnumSet.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST, Verdict.UNJUDGED);
    private static final Set<Verdict> UNWANTED = EnumSet.of(Verdict.FAIL, Verdict.RETEST);
    private static final String LATE = "lateVerdict";

    public TestFinding(
            Verdict conclusion,
            String text,
            List<String> methodStandards,
            List<String> judgedBy,
            List<ResultView.RequirementRow> rows,
            List<SpecimenResult> specimens,
            Map<String, String> facts,
            List<ResultView.EvaluationLine> evaluations) {
        this(conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, null);
    }

    public TestFinding under(String sha256) {
        return new TestFinding(
                conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, sha256);
    }

    /** Whether somebody may rely on its figures. */
    public boolean isUsed() {
        return USED.contains(conclusion);
    }

    /** Tested after its age: whether it serves, a person decides. */
    public TestFinding late(String why) {
        var all = new LinkedHashMap<>(facts);
        all.put(LATE, conclusion.name());
        return new TestFinding(
                Verdict.REFER,
                text + "；" + why,
                methodStandards,
                judgedBy,
                rows,
                specimens,
                all,
                evaluations,
                methodSha256);
    }

    /** What the standard says of a result that was referred only because it came late. */
    Optional<Verdict> lateVerdict() {
        return Optional.ofNullable(facts.get(LATE)).map(Verdict::valueOf);
    }

    /** What the technical head may come to, beside a new record. Specimens that failed do not cease to have failed by age. */
    public Set<Verdict> open() {
        return lateVerdict()
                .map(verdict -> UNWANTED.contains(verdict) ? Set.of(verdict) : Set.of(verdict, Verdict.INVALID))
                .orElse(Set.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST));
    }

    /** The same figures with the conclusion that a person came to. */
    public TestFinding decided(Verdict conclusion, String text) {
        return new TestFinding(
                conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, methodSha256);
    }
}
