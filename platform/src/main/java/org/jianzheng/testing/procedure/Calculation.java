package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;

/** Asks the standards, and keeps every question with its whole answer. */
public final class Calculation {

    private static final Map<Object, String> RELATIONS = Map.of(">=", "≥", "<=", "≤", "+-", "±", "<", "<");

    private final BiFunction<String, Map<String, Object>, Evaluation> standards;
    private final List<ResultView.EvaluationLine> lines = new ArrayList<>();

    public Calculation(BiFunction<String, Map<String, Object>, Evaluation> standards) {
        this.standards = standards;
    }

    Outcome evaluate(String method, Map<String, Object> inputs) {
        Evaluation answer = standards.apply(method, inputs);
        lines.add(new ResultView.EvaluationLine(
                method, inputs, answer.outcome(), answer.verdict(), answer.decisions(), answer.limits()));
        return new Outcome(answer);
    }

    List<ResultView.EvaluationLine> lines() {
        return List.copyOf(lines);
    }

    /** Inputs in the order they are given; nulls allowed, for what was not measured. */
    static Map<String, Object> inputs(Object... keysAndValues) {
        var inputs = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return inputs;
    }

    /** An answer of the standards, read as text. */
    record Outcome(Evaluation evaluation) {

        Verdict verdict() {
            return evaluation.verdict();
        }

        /** The verdict, or that there is none. */
        Verdict conclusion() {
            return verdict() == null ? Verdict.UNJUDGED : verdict();
        }

        /** The figure, or null where the method reached none. */
        String text(String key) {
            Object value = evaluation.outcome().get(key);
            return value == null ? null : value.toString();
        }

        String representative() {
            return text(Evaluation.REPRESENTATIVE);
        }

        /** A list of lists; empty where the method reached none. */
        List<?> groups(String key) {
            return evaluation.outcome().get(key) instanceof List<?> groups ? groups : List.of();
        }

        String list(String key, int index) {
            return evaluation.outcome().get(key) instanceof List<?> list && index < list.size()
                    ? String.valueOf(list.get(index))
                    : null;
        }

        List<String> list(String key) {
            return evaluation.outcome().get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** {@code ≥400 MPa}, or null where the method set no limit for that member of its outcome. */
        String limit(String name) {
            if (!(evaluation.limits().get(name) instanceof Map<?, ?> limit)) {
                return null;
            }
            String unit = limit.get("unit") == null ? "" : limit.get("unit").toString();
            String space = unit.isEmpty() || unit.equals("%") ? "" : " ";
            String relation = RELATIONS.getOrDefault(limit.get("relation"), "");
            return relation + limit.get("value") + space + unit;
        }
    }
}
