package org.jianzheng.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/** The conditions and computed options of a form, read as the browser reads them. */
final class Feel {

    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();

    private Feel() {}

    /** What cannot be worked out is not true, so that its field is asked for. */
    static boolean isTrue(String condition, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(condition, context));
    }

    private static Object evaluate(String expression, Map<String, Object> context) {
        try {
            return ENGINE.evaluateSimpleExpression(
                    expression, Variables.fromMap(new HashMap<>(context)).asVariableContext());
        } catch (FeelException unknown) {
            return null;
        }
    }

    /** The values to choose from: of maps with a value and a label the value, else the option itself. */
    static List<Object> options(FormField.Options options, Map<String, Object> data, List<FormCheck.Row> rows) {
        if (options.fixed() != null) {
            return options.fixed();
        }
        Object listed = options.variable() != null
                ? data.get(options.variable())
                : evaluate(options.expression(), FormCheck.Row.context(data, rows));
        List<Object> values = new ArrayList<>();
        if (listed instanceof Iterable<?> all) {
            all.forEach(option -> values.add(option instanceof Map<?, ?> map ? map.get("value") : option));
        }
        return values;
    }
}
