package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Their table. States are only ever added. */
final class RowStates {

    private static final int AT_ONCE = 200;

    private final JdbcTemplate sql;
    private final RowMarks marks;

    RowStates(JdbcTemplate sql, RowMarks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    /** All of these rows. */
    Map<RowKey, List<RowState>> of(List<OfficialRow> rows) {
        List<RowState> found = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            found.addAll(in(
                    "row_key",
                    rows.subList(from, Math.min(rows.size(), from + AT_ONCE)).stream()
                            .collect(Collectors.groupingBy(
                                    OfficialRow::table, Collectors.mapping(OfficialRow::key, Collectors.toList())))));
        }
        return found.stream().collect(Collectors.groupingBy(RowState::row));
    }

    /** Those of a few rows. */
    List<RowState> of(String table, List<String> keys) {
        return keys.isEmpty() ? List.of() : in("row_key", Map.of(table, keys));
    }

    /** Those of the rows that belonged to one of these, by table. */
    List<RowState> belonging(Map<String, List<String>> to) {
        return in("belongs_to", to);
    }

    /** Of which rows of the table there are any, in the order of the keys. @param after null for the beginning */
    List<String> keys(String table, String after, int most) {
        return sql.queryForList(
                "SELECT DISTINCT row_key FROM official_row_state WHERE table_name = ? AND row_key > ?"
                        + " ORDER BY row_key LIMIT ?",
                String.class,
                table,
                after == null ? "" : after,
                most);
    }

    private List<RowState> in(String column, Map<String, List<String>> byTable) {
        if (byTable.isEmpty()) {
            return List.of();
        }
        List<String> wanted = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        byTable.forEach((table, some) -> {
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            wanted.add("(table_name = ? AND %s IN (%s))".formatted(column, marks));
            values.add(table);
            values.addAll(some);
        });
        return sql.query(
                "SELECT table_name, row_key, version, mac_key, marks, mac FROM official_row_state WHERE "
                        + String.join(" OR ", wanted),
                (row, n) -> new RowState(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        RowState.marks(row.getString(5)),
                        row.getBytes(6)),
                values.toArray());
    }

    /** What these rows are from now on, see {@link RowMarks#next}. */
    void note(List<WrittenRow> rows) {
        Map<RowKey, List<RowState>> known =
                of(rows.stream().map(WrittenRow::row).toList());
        add(rows.stream()
                .flatMap(one -> marks
                        .next(one.row(), known.getOrDefault(one.row().id(), List.of()), one.columns())
                        .map(state -> stored(state, one.row().belongsTo()))
                        .stream())
                .toList());
    }

    /** That these rows of one table, which are gone, may be. */
    void noteGone(String table, List<String> keys) {
        add(of(table, keys).stream().collect(Collectors.groupingBy(RowState::key)).values().stream()
                .map(known -> stored(marks.gone(known), null))
                .toList());
    }

    private static Object[] stored(RowState state, String belongsTo) {
        return new Object[] {
            state.table(), state.key(), state.version(), belongsTo, state.keyId(), state.marksText(), state.mac()
        };
    }

    private void add(List<Object[]> rows) {
        sql.batchUpdate(
                "INSERT INTO official_row_state (table_name, row_key, version, belongs_to, mac_key, marks, mac)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }
}
