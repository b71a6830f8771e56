package org.jianzheng.reporting.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.singles.SingleValues;

/** The facts above the single values, two a line; the last alone where their number is odd. */
final class FactLines {

    private FactLines() {}

    static List<Map<String, ?>> lines(ReportModel model) {
        List<SingleValues.Fact> facts = model.singles().facts();
        List<Map<String, ?>> lines = new ArrayList<>();
        for (int i = 0; i < facts.size(); i += 2) {
            var line = new HashMap<String, String>();
            put(line, facts.get(i), model, "");
            if (i + 1 < facts.size()) {
                put(line, facts.get(i + 1), model, "2");
            }
            lines.add(line);
        }
        return lines;
    }

    private static void put(Map<String, String> line, SingleValues.Fact fact, ReportModel model, String place) {
        line.put("label" + place, fact.label().zh());
        line.put("value" + place, model.text().getOrDefault(fact.key(), ReportRenderer.DASH));
    }
}
