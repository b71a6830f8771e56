package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.NightlyCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads all official rows back, table by table in the order of their keys: is each as the platform wrote it last? */
@Component
class RowsCheck implements NightlyCheck {

    /** Between a table's name and the values of a key; stands in neither. */
    private static final String BETWEEN = "\u001f";

    private final JdbcTemplate sql;
    private final RowMarks marks;

    RowsCheck(JdbcTemplate sql, RowMarks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public Page read(String after, int most) {
        List<String> at = after == null ? List.of("") : values(after);
        // The table may have another name since, where an upgrade came in between.
        List<String> left = OfficialTableNames.of(sql).stream()
                .filter(name -> name.compareTo(at.get(0)) >= 0)
                .toList();
        if (left.isEmpty()) {
            return Page.empty();
        }
        String table = left.get(0);
        RowReader reader = new RowReader(sql, table);
        boolean within = at.size() > 1 && table.equals(at.get(0));
        List<OfficialRow> rows = reader.page(within ? at.subList(1, at.size()) : null, most);
        String first = rows.isEmpty() ? null : key(table, reader, rows.get(0));
        boolean ended = rows.size() < most && left.size() == 1;
        String next = rows.size() == most ? key(table, reader, rows.get(most - 1)) : ended ? null : left.get(1);
        return new Page(rows.size(), first, next, ended, new RowLook(sql, reader, marks).mismatches(rows));
    }

    private static String key(String table, RowReader reader, OfficialRow row) {
        List<String> key = new ArrayList<>(List.of(table));
        key.addAll(reader.keyOf(row));
        return text(key);
    }

    private static String text(List<String> values) {
        return String.join(BETWEEN, values);
    }

    private static List<String> values(String text) {
        return List.of(text.split(BETWEEN, -1));
    }
}
