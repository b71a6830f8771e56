package org.jianzheng.workflow.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianzheng.workflow.step.Begins;
import org.springframework.beans.factory.ListableBeanFactory;

/** Which processes the code begins, and what has been reached by then. */
public final class Beginnings {

    private final Map<String, List<Stages>> byProcess = new TreeMap<>();

    private Beginnings(Collection<Class<?>> classes) {
        classes.stream()
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(Begins.class)))
                .forEach(begins -> byProcess
                        .computeIfAbsent(begins.value(), unknown -> new ArrayList<>())
                        .add(Stages.of(begins.with())));
    }

    public static Beginnings of(Collection<Class<?>> classes) {
        return new Beginnings(classes);
    }

    /** Of the beans. */
    public static Beginnings of(ListableBeanFactory beans) {
        return new Beginnings(MarkedBeans.of(beans, Begins.class, Begins.Several.class));
    }

    List<Stages> of(String process) {
        return byProcess.getOrDefault(process, List.of());
    }
}
