package org.jianzheng.reporting.singles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.standards.catalogue.ReportTable;
import org.jianzheng.standards.catalogue.ReportValue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.SpecimenResult;

/**
 * The single values of a test with the facts above them, as the item's folder says.
 *
 * @param facts texts of the report by key; what nobody knows is left out and prints as a dash
 */
public record SingleValuesPage(Map<String, String> facts, SingleValues singles) {

    public static SingleValuesPage of(TestItem item, ResultView result, CommissionView order, SampleView sample) {
        var sources = new ValueSources(item, result, order, sample);
        var report = item.report();
        var facts = new HashMap<String, String>();
        for (ReportValue fact : report.facts()) {
            put(facts, fact.key(), sources.said(fact));
        }
        var rows = report.tables().stream()
                .map(table -> rows(table, item, result, sources))
                .toList();
        return new SingleValuesPage(facts, SingleValues.of(report, rows));
    }

    private static List<Map<String, String>> rows(
            ReportTable table, TestItem item, ResultView result, ValueSources sources) {
        List<Map<String, String>> found = table.beside() == null
                ? table.kinds().stream()
                        .flatMap(kind -> result.finding().specimens(kind).stream())
                        .map(SpecimenResult::cells)
                        .toList()
                : SideBySide.rows(table, item, result);
        return IntStream.range(0, found.size())
                .mapToObj(i -> row(table, found.get(i), i + 1, sources))
                .toList();
    }

    private static Map<String, String> row(
            ReportTable table, Map<String, String> found, int number, ValueSources sources) {
        var row = new HashMap<String, String>();
        table.columns().forEach(each -> put(row, each.key(), sources.cell(each, found, number)));
        table.foot().forEach(each -> put(row, each.key(), sources.cell(each, found, number)));
        return row;
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (value != null && !value.isBlank()) {
            values.put(key, value);
        }
    }
}
