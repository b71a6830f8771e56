package org.jianzheng.support.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A case from its beginning to its end. @param start begins one and answers its id, and who else acts in it */
record Scenario(String name, Supplier<Started> start, List<Act> acts) {

    /** @param lab code of the laboratory that stands for {@code {lab}} in acts */
    record Started(String caseId, String lab) {}

    static Scenario of(String name, Supplier<Started> start, List<List<Act>> parts) {
        List<Act> acts = new ArrayList<>();
        parts.forEach(acts::addAll);
        return new Scenario(name, start, acts);
    }

    static List<Act> part(Act... acts) {
        return Arrays.asList(acts);
    }
}
