package org.jianzheng.workflow.enginefilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.expression.PlainValues;

/** form-js values as Tasklist wraps them, and plain values: both ways. */
final class SentVariables {

    /** Lists and maps travel as JSON text under one of these type names. */
    private static final Set<String> STRUCTURED = Set.of("Json", "Object");

    private SentVariables() {}

    /** Plain values of {@code {"variables":{"name":{"value":…,"type":…}}}}. */
    static Map<String, Object> plain(Object body) {
        Object variables = body instanceof Map<?, ?> map ? map.get("variables") : null;
        if (variables == null) {
            return Map.of();
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        members(variables).forEach((name, wrapped) -> plain.put(String.valueOf(name), value(members(wrapped))));
        return plain;
    }

    private static Object value(Map<?, ?> wrapped) {
        Object value = wrapped.get("value");
        boolean structured = value instanceof String && STRUCTURED.contains(String.valueOf(wrapped.get("type")));
        if (!structured) {
            return value;
        }
        try {
            return PlainValues.parse((String) value);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private static Map<?, ?> members(Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw unreadable();
    }

    private static RuleBroken unreadable() {
        return new RuleBroken("workflow.form.unreadable");
    }

    /** What Tasklist reads back for a form. */
    static Map<String, Object> wrapped(Map<String, Object> plain) {
        Map<String, Object> variables = new LinkedHashMap<>();
        plain.forEach((name, value) -> {
            Map<String, Object> variable = new LinkedHashMap<>();
            boolean structured = value instanceof Map || value instanceof Iterable || value instanceof BigDecimal;
            variable.put("type", structured ? "Json" : type(value));
            variable.put("value", structured ? PlainValues.write(value) : value);
            variable.put("valueInfo", Map.of());
            variables.put(name, variable);
        });
        return variables;
    }

    private static String type(Object value) {
        return value == null ? "Null" : value.getClass().getSimpleName();
    }
}
