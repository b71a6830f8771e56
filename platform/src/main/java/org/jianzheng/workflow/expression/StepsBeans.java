package org.jianzheng.workflow.expression;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.workflow.step.ProcessSteps;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans expressions may name. Knows the names at once and fetches a bean when it is first called: Steps need {@code
 * Processes}, which needs the engine, which needs this map.
 */
public class StepsBeans extends AbstractMap<Object, Object> {

    private final BeanFactory beans;
    private final Map<String, String> names;

    public StepsBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = Arrays.stream(beans.getBeanNamesForAnnotation(ProcessSteps.class))
                .collect(Collectors.toUnmodifiableMap(
                        bean -> beans.findAnnotationOnBean(bean, ProcessSteps.class)
                                .value(),
                        bean -> bean));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String && names.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean(names.get(name)) : null;
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(names.keySet());
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.keySet().stream()
                .map(name -> Map.entry((Object) name, get(name)))
                .collect(Collectors.toSet());
    }
}
