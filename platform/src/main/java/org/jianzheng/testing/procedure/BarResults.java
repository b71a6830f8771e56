package org.jianzheng.testing.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/**
 * What the bars of a sample came to, each by itself.
 *
 * @param bend verdicts
 * @param mass of all together; empty when what failed is tested again
 */
record BarResults(List<Outcome> tensile, List<Verdict> bend, Optional<Outcome> mass) {

    List<Verdict> tensileVerdicts() {
        return tensile.stream().map(Outcome::verdict).toList();
    }

    boolean light() {
        return mass.filter(outcome -> outcome.verdict() != Verdict.PASS).isPresent();
    }

    boolean cracked() {
        return bend.contains(Verdict.FAIL);
    }

    /** Something is to be done over, and nothing failed: what failed is not excused by what says nothing. */
    boolean onlyVoid() {
        return all().anyMatch(Verdict.INVALID::equals) && all().noneMatch(Verdict.FAIL::equals) && !light();
    }

    private Stream<Verdict> all() {
        return Stream.concat(tensileVerdicts().stream(), bend.stream());
    }

    /** Whether a bar that counts failed for it. */
    boolean failed(String item) {
        return has(item, false);
    }

    /** Whether it is too low of a bar whose fracture does not count. */
    boolean isVoid(String item) {
        return has(item, true);
    }

    private boolean has(String item, boolean ofVoidBars) {
        return tensile.stream()
                .filter(outcome -> outcome.verdict() == Verdict.INVALID == ofVoidBars)
                .anyMatch(outcome -> outcome.list("failed").contains(item));
    }
}
