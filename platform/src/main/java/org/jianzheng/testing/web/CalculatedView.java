package org.jianzheng.testing.web;

import java.util.List;
import java.util.Map;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.testing.procedure.ResultView;

/**
 * One evaluation as it was calculated, in words.
 *
 * @param verdict PASS, FAIL …, or null where the method gives none
 */
record CalculatedView(String method, String verdict, List<Part> inputs, List<Part> outcome, List<Part> decisions) {

    record Part(String label, String value) {}

    static CalculatedView of(ResultView.EvaluationLine line, MethodWords words) {
        return new CalculatedView(
                words.method(line.method()),
                line.verdict() == null ? null : line.verdict().name(),
                parts(line.inputs(), name -> words.input(line.method(), name), words),
                parts(line.outcome(), words::member, words),
                parts(line.decisions(), words::decision, words));
    }

    private static List<Part> parts(Map<String, Object> values, Label label, MethodWords words) {
        return values.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getKey().equals("verdict"))
                .map(part -> new Part(label.of(part.getKey()), words.value(part.getKey(), part.getValue())))
                .toList();
    }

    private interface Label {
        String of(String name);
    }
}
