package org.jianzheng.testing.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/**
 * What the bars of a sample came to, each by itself.
 *
 * @param bend verdicts
 * @param mass of all together; empty when what failed is tested again
 */
record BarResults(List<Outcome> tensile, List<String> bend, Optional<Outcome> mass) {

    List<String> tensileVerdicts() {
        return tensile.stream().map(Outcome::verdict).toList();
    }

    boolean light() {
        return mass.filter(outcome -> !"PASS".equals(outcome.verdict())).isPresent();
    }

    boolean cracked() {
        return bend.contains("FAIL");
    }

    /** Something is to be done over, and nothing failed: what failed is not excused by what says nothing. */
    boolean onlyVoid() {
        return all().anyMatch("INVALID"::equals) && all().noneMatch("FAIL"::equals) && !light();
    }

    private Stream<String> all() {
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
                .filter(outcome -> "INVALID".equals(outcome.verdict()) == ofVoidBars)
                .anyMatch(outcome -> outcome.list("failed").contains(item));
    }
}
