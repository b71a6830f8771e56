package org.jianzheng.reporting.singles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.ReportSource;
import org.jianzheng.standards.catalogue.ReportTable;
import org.jianzheng.standards.catalogue.ReportValue;
import org.jianzheng.standards.catalogue.TestItem;

/**
 * What of a report differs by item, as it is signed: its words and widths stand in the content itself, so that a folder that
 * is corrected later changes no report and no draft.
 *
 * @param engineerStamp whether there is a place for a registered engineer's stamp
 * @param facts which of the report's texts stand above the tables, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SingleValues(boolean engineerStamp, List<Fact> facts, List<Table> tables) {

    public SingleValues {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /** For people who read another language. */
    public record Label(String en, String zh) {

        static Label of(TestItem.Name name) {
            return new Label(name.en(), name.zh());
        }
    }

    /** @param material whether a retest must say the same */
    public record Fact(String key, Label label, boolean material) {}

    /**
     * @param foot beneath the lines of a group, where there is something; its values stand in each of them
     * @param rows a line each, by the keys of columns and foot; what is absent prints as a dash
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(List<Column> columns, List<Column> foot, List<Map<String, String>> rows, Label title) {

        public Table {
            columns = List.copyOf(columns);
            foot = List.copyOf(foot);
            rows = rows.stream().map(Map::copyOf).toList();
        }
    }

    /** @param spread over how much of the table a value goes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String key, Label label, Spread spread, String unit, int width) {}

    public enum Spread {
        /** Says which specimen a line is about. */
        PLACE,
        /** Found of the line's specimen. */
        LINE,
        /** The same for all. */
        TABLE
    }

    /** The lines of all tables. */
    public List<Map<String, String>> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** What a report says that was worded before its content had the tables in it: one, whose keys have stayed the same. */
    public static SingleValues ofEarlier(String family, List<Map<String, String>> rows) {
        var report = Catalogue.current().family(family.toUpperCase(Locale.ROOT)).report();
        List<List<Map<String, String>>> filled = new ArrayList<>();
        report.tables().forEach(table -> filled.add(filled.isEmpty() ? rows : List.of()));
        return of(report, filled);
    }

    static SingleValues of(TestItem.Printed report, List<List<Map<String, String>>> rows) {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < rows.size(); i++) {
            // A kind of which there is none has no heading over nothing.
            if (!rows.get(i).isEmpty()) {
                tables.add(table(report.tables().get(i), rows.get(i)));
            }
        }
        var facts = report.facts().stream()
                .map(each -> new Fact(each.key(), Label.of(each.label()), each.material()))
                .toList();
        return new SingleValues(report.engineerStamp(), facts, tables);
    }

    private static Table table(ReportTable table, List<Map<String, String>> rows) {
        return new Table(
                columns(table.columns()),
                columns(table.foot()),
                rows,
                table.title() == null ? null : Label.of(table.title()));
    }

    private static List<Column> columns(List<ReportValue> values) {
        return values.stream()
                .map(each ->
                        new Column(each.key(), Label.of(each.label()), spread(each.of()), each.unit(), each.width()))
                .toList();
    }

    private static Spread spread(ReportSource of) {
        return of.isPlace() ? Spread.PLACE : of == ReportSource.SPECIMEN ? Spread.LINE : Spread.TABLE;
    }
}
