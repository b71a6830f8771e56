package org.jianzheng.reporting.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.reporting.singles.SingleValues.Column;
import org.jianzheng.reporting.singles.SingleValues.Label;
import org.jianzheng.reporting.singles.SingleValues.Spread;
import org.jianzheng.reporting.singles.SingleValues.Table;
import org.jianzheng.standards.catalogue.ItemWords;
import org.jianzheng.standards.catalogue.RecordStage.Input;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.order.OrderView;
import org.springframework.stereotype.Component;

/** The lists of a raw record as tables of its sheet. */
@Component
class RecordTables {

    private static final String FIELD = "testing.field.";

    private final ChineseText texts;

    RecordTables(ChineseText texts) {
        this.texts = texts;
    }

    /** A table for each list, also for one that the folder does not know any more; and what a correction changed. */
    List<Table> of(OrderView.Version version, TestItem item) {
        var tables = new ArrayList<Table>();
        version.record().values().forEach((list, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty()) {
                tables.add(table(list, rows, RecordLines.inputs(version.record(), item)));
            }
        });
        if (!version.changes().isEmpty()) {
            tables.add(changes(version, new ItemWords(item)));
        }
        return tables;
    }

    private Table table(String list, List<?> rows, List<Input> inputs) {
        var known = inputs.stream().filter(input -> input.name().equals(list)).findFirst();
        var fields = new LinkedHashMap<String, Input>();
        known.ifPresent(input -> input.fields().forEach(field -> fields.put(field.name(), field)));
        var said = rows.stream().map(row -> row(row, fields)).toList();
        var keys = Stream.concat(
                        Stream.concat(Stream.of("no"), fields.keySet().stream()),
                        said.stream().flatMap(row -> row.keySet().stream()))
                .distinct()
                .filter(key -> said.stream().anyMatch(row -> row.containsKey(key)))
                .toList();
        String no = known.map(Input::row).map(TestItem.Name::zh).orElse(null);
        var columns = keys.stream()
                .map(key -> key.equals("no") && no != null ? plain(key, no, 2) : column(key, fields.get(key)))
                .toList();
        String title = known.map(input -> input.label().zh()).orElse(texts.label(FIELD + list, list));
        return new Table(columns, List.of(), said, new Label(list, title));
    }

    private Column column(String key, Input field) {
        String label =
                field == null ? texts.label(FIELD + key, key) : field.label().zh();
        return new Column(key, new Label(key, label), Spread.LINE, field == null ? null : field.unit(), 2);
    }

    private static Map<String, String> row(Object row, Map<String, Input> fields) {
        var said = new LinkedHashMap<String, String>();
        if (row instanceof Map<?, ?> cells) {
            cells.forEach((key, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    Input field = fields.get(String.valueOf(key));
                    said.put(String.valueOf(key), field == null ? value.toString() : RecordLines.said(field, value));
                }
            });
        }
        return said;
    }

    private Table changes(OrderView.Version version, ItemWords words) {
        var rows = version.changes().stream()
                .map(change -> Map.of(
                        "field", place(change, words),
                        "before", Objects.requireNonNullElse(change.before(), "—"),
                        "after", Objects.requireNonNullElse(change.after(), "—")))
                .toList();
        return new Table(
                List.of(plain("field", "更正项", 2), plain("before", "更正前", 1), plain("after", "更正后", 1)),
                List.of(),
                rows,
                new Label("changes", "与上一版的差异"));
    }

    private String place(OrderView.Change change, ItemWords words) {
        TestItem.Name field = words.field(change.field());
        String label = field == null ? texts.label(FIELD + change.field(), change.field()) : field.zh();
        return change.row() == 0 ? label : "第 " + change.row() + " 行　" + label;
    }

    private static Column plain(String key, String label, int width) {
        return new Column(key, new Label(key, label), Spread.LINE, null, width);
    }
}
