package org.jianzheng.testing.procedure;

import java.util.List;
import java.util.Map;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * A first test that did not pass, and what is tested again of it.
 *
 * @param passed whether each specimen passed, by kind of test, where specimens are judged one by one
 * @param again how many specimens the standard wants, by kind of test; what passed is left out
 */
public record FirstTest(Map<String, List<Boolean>> passed, Map<String, Integer> again) {

    public static FirstTest of(TestFinding finding, TestFamily family, Standards standards) {
        return new FirstTest(
                Map.of("tensile", passed(finding, "tensile"), "bend", passed(finding, "bend")),
                family.procedure().again(finding, standards));
    }

    static List<Boolean> passed(TestFinding finding, String kind) {
        return finding.specimens(kind).stream()
                .map(one -> one.verdict() == Verdict.PASS)
                .toList();
    }

    /** As the evaluation of the lot takes them. */
    Map<String, Object> flags() {
        return Calculation.inputs("tensile", passed.get("tensile"), "bend", passed.get("bend"));
    }

    public int again(String kind) {
        return again.getOrDefault(kind, 0);
    }
}
