package org.jianzheng.testing;

import java.util.List;
import java.util.Map;

/**
 * What the first test of a lot found that is now tested again: whether each specimen passed, by kind of test.
 *
 * @param passed as the result listed them: {@code tensile}, {@code bend}
 */
record FirstTest(Map<String, List<Boolean>> passed) {

    static FirstTest of(Finding finding) {
        return new FirstTest(Map.of("tensile", passed(finding, "tensile"), "bend", passed(finding, "bend")));
    }

    private static List<Boolean> passed(Finding finding, String kind) {
        return finding.specimens().stream()
                .filter(row -> kind.equals(row.get("kind")))
                .map(row -> "PASS".equals(row.get("verdict")))
                .toList();
    }

    /** As the evaluation of the lot takes them. */
    Map<String, Object> flags() {
        return Calculation.inputs("tensile", passed.get("tensile"), "bend", passed.get("bend"));
    }

    /** GB/T 17505: what failed is tested on double specimens, what passed is not. */
    int again(String kind) {
        List<Boolean> first = passed.get(kind);
        return first.contains(false) ? 2 * first.size() : 0;
    }
}
