package org.jianzheng.workflow.diagram;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.beans.factory.ListableBeanFactory;

/** Which decision tables the code asks, and what of them. */
public final class DecisionUses {

    private final Map<String, AsksDecision> uses = new TreeMap<>();

    private DecisionUses(Collection<Class<?>> classes) {
        classes.stream()
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(AsksDecision.class)))
                .forEach(use -> uses.put(use.value(), use));
    }

    public static DecisionUses of(Collection<Class<?>> classes) {
        return new DecisionUses(classes);
    }

    /** Of the beans. */
    public static DecisionUses of(ListableBeanFactory beans) {
        return new DecisionUses(MarkedBeans.of(beans, AsksDecision.class, AsksDecision.Several.class));
    }

    Set<String> keys() {
        return uses.keySet();
    }

    /** What the code gives the table; null where only diagrams ask it. */
    Set<String> given(String key) {
        return uses.containsKey(key) ? Set.of(uses.get(key).given()) : null;
    }

    List<String> answers(String key) {
        return uses.containsKey(key) ? List.of(uses.get(key).answers()) : List.of();
    }
}
