package org.jianzheng.workflow.expression;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.springframework.util.ClassUtils;

/** Lets an expression name Steps and call the public methods they declare: no getClass, nothing inherited. */
class StepsResolver extends ReadOnlyResolver {

    private final Map<Object, Object> steps;

    StepsResolver(Map<Object, Object> steps) {
        this.steps = steps;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !steps.containsKey(property)) {
            return null;
        }
        context.setPropertyResolved(true);
        return steps.get(property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        Class<?> owner = base == null ? null : ClassUtils.getUserClass(base);
        if (owner == null || !isSteps(base)) {
            throw new MethodNotFoundException("expressions call Steps only, not " + method);
        }
        context.setPropertyResolved(true);
        return call(base, step(owner, (String) method, arguments), arguments);
    }

    private boolean isSteps(Object base) {
        return steps.keySet().stream().anyMatch(name -> steps.get(name) == base);
    }

    private static Method step(Class<?> owner, String name, Object[] arguments) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new MethodNotFoundException("no step " + owner.getSimpleName() + "." + name));
    }

    private static Object call(Object steps, Method step, Object[] arguments) {
        try {
            return step.invoke(steps, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new MethodNotFoundException("the class of " + step + " is not public", e);
        }
    }
}
