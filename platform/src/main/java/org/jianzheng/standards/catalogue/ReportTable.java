package org.jianzheng.standards.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A table of single values.
 *
 * @param kinds of the specimens' rows, in the order in which they are printed
 * @param title above the headings, or null
 * @param beside the figure that stands side by side as {@code v1}, {@code v2} …, a line for each age and kind; null for a line
 *     a specimen
 * @param foot what is evaluated of all the lines together, printed beneath them under the borders of the columns; a width of
 *     2 is a cell for the label and one for the value
 */
public record ReportTable(
        @JsonProperty("kind") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> kinds,
        TestItem.Name title,
        String beside,
        List<ReportValue> columns,
        List<ReportValue> foot) {

    public ReportTable {
        if (kinds == null || kinds.isEmpty()) {
            throw new IllegalArgumentException("report.tables.kind is missing");
        }
        if (columns == null || columns.isEmpty()) {
            throw new IllegalArgumentException("report.tables.columns is empty: " + kinds);
        }
        kinds = List.copyOf(kinds);
        columns = columns.stream().map(each -> each.or(ReportSource.SPECIMEN)).toList();
        foot = foot == null
                ? List.of()
                : foot.stream().map(each -> each.or(ReportSource.FACT)).toList();
        if (foot.stream().mapToInt(ReportValue::width).sum() > columns.size()) {
            throw new IllegalArgumentException("report.tables.foot is wider than its columns: " + kinds);
        }
    }
}
