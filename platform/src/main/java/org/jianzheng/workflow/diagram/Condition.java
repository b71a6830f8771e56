package org.jianzheng.workflow.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jianzheng.workflow.step.Gives;

/** Whether a flow is taken, as far as what the Steps have answered says so. */
final class Condition {

    private static final ExpressionFactory EXPRESSIONS = new ExpressionFactoryImpl();
    private static final Pattern WORD = Pattern.compile("'[^']+'");

    private final String text;
    private final Set<String> read;
    private final boolean calls;
    private final boolean compares;
    private final Map<Map<String, String>, Optional<Boolean>> known = new HashMap<>();

    Condition(String text) {
        this.text = text.strip();
        this.read = Expressions.bodies(text).stream()
                .flatMap(body -> Expressions.variables(body).stream())
                .collect(Collectors.toSet());
        this.calls = Expressions.bodies(text).stream()
                .anyMatch(body -> !Expressions.calls(body).isEmpty());
        this.compares = WORD.matcher(text).find();
    }

    /** @param answers by variable; what it then says, empty where they do not decide it */
    Optional<Boolean> holds(Map<String, String> answers) {
        Map<String, String> own = new TreeMap<>(answers);
        own.keySet().retainAll(read);
        return known.computeIfAbsent(own, this::evaluated);
    }

    private Optional<Boolean> evaluated(Map<String, String> own) {
        boolean anyText = own.containsValue(Gives.TEXT);
        if (calls || own.size() < read.size() || anyText && (compares || own.size() > 1)) {
            return Optional.empty();
        }
        SimpleContext context = new SimpleContext();
        own.forEach((name, value) -> context.setVariable(name, EXPRESSIONS.createValueExpression(value, Object.class)));
        return Optional.of((Boolean)
                EXPRESSIONS.createValueExpression(context, text, Boolean.class).getValue(context));
    }
}
