package org.jianzheng.support.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A case from its beginning to its end. @param start begins one and answers its id, and who else acts in it */
record Scenario(String name, Supplier<Started> start, List<Act> acts) {

    /** @param names what stands for words in braces in acts */
    record Started(String caseId, Map<String, String> names) {

        Started(String caseId, String lab) {
            this(caseId, Map.of("lab", lab));
        }
    }

    static Scenario of(String name, Supplier<Started> start, List<List<Act>> parts) {
        List<Act> acts = new ArrayList<>();
        parts.forEach(acts::addAll);
        return new Scenario(name, start, acts);
    }

    static List<Act> part(Act... acts) {
        return Arrays.asList(acts);
    }
}
