package org.jianzheng.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.testing.ResultView;

/** Cement: a line per age and kind of strength, its single values side by side. */
final class CementPages {

    private static final Map<String, String> RULES = Map.of(
            "MEAN_OF_THREE", "三条平均",
            "MEAN_OF_TWO", "剔除一条",
            "REMAINING_ONE", "剔除两条",
            "NONE_LEFT", "无效",
            "MEAN_OF_SIX", "六块平均",
            "MEAN_OF_FIVE", "剔除一块",
            "VOID_TWO_OF_SIX", "作废",
            "VOID_IN_FIVE", "作废");

    private CementPages() {}

    static FamilyPages of(FamilyPages.Lines lines) {
        var order = lines.order();
        var facts = lines.facts(
                "kind", order.details().getOrDefault("cementKind", order.sampleName()),
                "grade", order.grade(),
                "manufacturer", order.maker(),
                "batchNo", order.batchNo());
        var rows = new ArrayList<Map<String, String>>();
        for (String age : List.of("3d", "28d")) {
            add(rows, lines.result(), age, "flexural", "抗折强度 (MPa)");
            add(rows, lines.result(), age, "compressive", "抗压强度 (MPa)");
        }
        return new FamilyPages(facts, rows);
    }

    private static void add(
            List<Map<String, String>> rows, ResultView result, String age, String kind, String parameter) {
        var singles = result.specimens(kind).stream()
                .filter(row -> age.equals(row.get("age")))
                .toList();
        if (singles.isEmpty()) {
            return;
        }
        var line = new HashMap<String, String>();
        line.put("age", age.replace("d", " d"));
        line.put("parameter", parameter);
        for (int i = 0; i < singles.size(); i++) {
            line.put("v" + (i + 1), singles.get(i).get("strengthMpa"));
        }
        evaluation(result, age, kind, line);
        line.values().removeIf(value -> value == null);
        rows.add(line);
    }

    // Evaluations stand in the order of the ages: the first of a method is the early one.
    private static void evaluation(ResultView result, String age, String kind, Map<String, String> line) {
        var ofKind = result.evaluations().stream()
                .filter(each -> each.method().equals("cement-" + kind))
                .toList();
        int which = age.equals("3d") ? 0 : 1;
        if (which < ofKind.size()) {
            var outcome = ofKind.get(which).outcome();
            line.put("representative", text(outcome.get("resultMpa")));
            line.put("rule", RULES.get(text(outcome.get("rule"))));
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
