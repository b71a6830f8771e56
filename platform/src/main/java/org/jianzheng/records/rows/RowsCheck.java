package org.jianzheng.records.rows;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads all official rows back in the order of their keys: is each as the platform wrote it last? */
@Component
class RowsCheck extends OfficialTablesCheck {

    /** Between the values of a key; stands in none. */
    private static final String BETWEEN = "\u001f";

    private final JdbcTemplate sql;
    private final RowMarks marks;

    RowsCheck(JdbcTemplate sql, RowMarks marks) {
        super(sql);
        this.sql = sql;
        this.marks = marks;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    Part read(String table, String after, int most) {
        RowReader reader = new RowReader(sql, table);
        List<OfficialRow> rows = reader.page(after == null ? null : List.of(after.split(BETWEEN, -1)), most);
        return new Part(
                rows.stream()
                        .map(row -> String.join(BETWEEN, reader.keyOf(row)))
                        .toList(),
                new RowLook(sql, name -> reader, marks).mismatches(rows));
    }
}
