package org.jianzheng.reporting.singles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jianzheng.standards.catalogue.ReportTable;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.SpecimenResult;

/** A line for each age and kind of specimen: its single values, and what was evaluated of them. */
final class SideBySide {

    private SideBySide() {}

    static List<Map<String, String>> rows(ReportTable table, TestItem item, ResultView result) {
        List<String> ages = result.finding().specimens().stream()
                .map(SpecimenResult::age)
                .distinct()
                .toList();
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < ages.size(); i++) {
            for (String kind : table.kinds()) {
                add(rows, table.beside(), singles(result, ages.get(i), kind), outcome(item, result, kind, i));
            }
        }
        return rows;
    }

    private static List<SpecimenResult> singles(ResultView result, String age, String kind) {
        return result.finding().specimens(kind).stream()
                .filter(one -> Objects.equals(age, one.age()))
                .toList();
    }

    private static void add(
            List<Map<String, String>> rows, String figure, List<SpecimenResult> singles, Map<String, Object> outcome) {
        if (singles.isEmpty()) {
            return;
        }
        var line = new HashMap<String, String>();
        outcome.forEach((name, value) -> line.put(name, value == null ? "" : value.toString()));
        line.put("age", Objects.requireNonNullElse(singles.get(0).age(), ""));
        line.put("parameter", singles.get(0).kind());
        for (int i = 0; i < singles.size(); i++) {
            line.put("v" + (i + 1), singles.get(i).figures().get(figure));
        }
        rows.add(line);
    }

    // Evaluations stand in the order of the ages: the first of a method is the early one.
    private static Map<String, Object> outcome(TestItem item, ResultView result, String kind, int age) {
        return result.finding().evaluations().stream()
                .filter(each -> item.evaluations().contains(each.method())
                        && each.method().endsWith("-" + kind))
                .skip(age)
                .findFirst()
                .map(ResultView.EvaluationLine::outcome)
                .orElse(Map.of());
    }
}
