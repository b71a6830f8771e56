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
 * @param conclusion PENDING while a later stage is not there yet
 * @param text the sentence under 检测结论
 * @param methodStandards 检测依据, number and title
 * @param judgedBy 判定依据, number and title
 * @param rows 技术要求 against 实测值, one row per judged item
 * @param specimens one per specimen and kind of test
 * @param facts what the family prints beside the rows: {@code sizeMm}, {@code curing}, {@code sizeFactor},
 *     {@code representativeMpa}, {@code percentOfGrade}, {@code grade}, {@code diameterMm}, {@code edition} … as far as the
 *     family has them
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

    /**
     * Those of one kind, in order. Kinds and their figures:
     *
     * <ul>
     *   <li>CONCRETE, MORTAR: {@code cube} — loadKn, strengthMpa
     *   <li>CEMENT: {@code flexural} — loadN, strengthMpa; {@code compressive} — loadKn, strengthMpa
     *   <li>REBAR: {@code tensile} — yieldForceKn, maxForceKn, relMpa, rmMpa, aPercent, agtPercent, rmOverRel,
     *       relOverStandard; {@code bend} — bendType, mandrelMm, outcome; {@code mass} — lengthMm
     *   <li>WELD: {@code tensile} — maxForceKn, rmMpa, place, mode; {@code bend} — crackWidthMm, outcome
     *   <li>SPLICE: {@code tensile} — maxForceKn, strengthMpa, failure
     * </ul>
     */
    public List<SpecimenResult> specimens(String kind) {
        return specimens.stream().filter(one -> kind.equals(one.kind())).toList();
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
