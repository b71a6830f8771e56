package org.jianzheng.testing.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the evaluation of a pass says, in full; kept as it was said, whatever a later version of the software would say.
 *
 * @param methodSha256 of the folder of the catalogue that the case was ordered under; null of what is older than folders
 */
public record TestFinding(
        String conclusion,
        String text,
        List<String> methodStandards,
        List<String> judgedBy,
        List<ResultView.RequirementRow> rows,
        List<Map<String, String>> specimens,
        Map<String, String> facts,
        List<ResultView.EvaluationLine> evaluations,
        String methodSha256) {

    private static final Set<String> USED = Set.of("PASS", "FAIL", "RETEST", "UNJUDGED");
    private static final Set<String> UNWANTED = Set.of("FAIL", "RETEST");
    private static final String LATE = "lateVerdict";

    public TestFinding(
            String conclusion,
            String text,
            List<String> methodStandards,
            List<String> judgedBy,
            List<ResultView.RequirementRow> rows,
            List<Map<String, String>> specimens,
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
        all.put(LATE, conclusion);
        return new TestFinding(
                "REFER", text + "；" + why, methodStandards, judgedBy, rows, specimens, all, evaluations, methodSha256);
    }

    /** What the standard says of a result that was referred only because it came late. */
    Optional<String> lateVerdict() {
        return Optional.ofNullable(facts.get(LATE));
    }

    /** What the technical head may come to, beside a new record. Specimens that failed do not cease to have failed by age. */
    public Set<String> open() {
        return lateVerdict()
                .map(verdict -> UNWANTED.contains(verdict) ? Set.of(verdict) : Set.of(verdict, "INVALID"))
                .orElse(Set.of("PASS", "FAIL", "RETEST"));
    }

    /** The same figures with the conclusion that a person came to. */
    public TestFinding decided(String conclusion, String text) {
        return new TestFinding(
                conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, methodSha256);
    }
}
