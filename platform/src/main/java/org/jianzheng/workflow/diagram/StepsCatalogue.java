package org.jianzheng.workflow.diagram;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianzheng.workflow.step.CalledByEarlierDiagrams;
import org.jianzheng.workflow.step.ProcessSteps;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The Steps diagrams may call, by module. */
public final class StepsCatalogue {

    private static final Set<Class<?>> PLAIN = Set.of(
            void.class,
            String.class,
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            BigDecimal.class,
            List.class,
            Map.class,
            Object.class);

    private final Map<String, List<Method>> steps = new TreeMap<>();

    private StepsCatalogue(Collection<Class<?>> classes) {
        for (Class<?> type : classes) {
            steps.put(type.getAnnotation(ProcessSteps.class).value(), methods(type));
        }
    }

    public static StepsCatalogue of(Collection<Class<?>> classes) {
        return new StepsCatalogue(classes);
    }

    /** Of the beans, without creating any. */
    public static StepsCatalogue of(ListableBeanFactory beans) {
        return new StepsCatalogue(Arrays.stream(beans.getBeanNamesForAnnotation(ProcessSteps.class))
                .map(name -> ClassUtils.getUserClass(beans.getType(name)))
                .<Class<?>>map(type -> type)
                .toList());
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }

    Optional<Method> find(String module, String step, int arity) {
        return steps.getOrDefault(module, List.of()).stream()
                .filter(method -> method.getName().equals(step) && method.getParameterCount() == arity)
                .findFirst();
    }

    /** What the Step says of itself that an expression calls; empty where it calls none, or more. */
    public Optional<StepRule> rule(String expression) {
        return Expressions.soleCall(expression)
                .flatMap(call ->
                        find(call.module(), call.step(), call.arguments().size()))
                .map(StepRule::of);
    }

    /** Every step of today's diagrams as {@code module.step/arity}. */
    Set<String> current() {
        Set<String> current = new TreeSet<>();
        steps.forEach((module, methods) -> methods.stream()
                .filter(method -> !method.isAnnotationPresent(CalledByEarlierDiagrams.class))
                .forEach(method -> current.add(name(module, method.getName(), method.getParameterCount()))));
        return current;
    }

    static String name(String module, String step, int arity) {
        return module + "." + step + "/" + arity;
    }

    /** Steps speak in strings, numbers, booleans, plain lists and maps. */
    static boolean isPlain(Method step) {
        return PLAIN.contains(step.getReturnType())
                && Arrays.stream(step.getParameterTypes()).allMatch(PLAIN::contains);
    }
}
