package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.HashMap;
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
            found.addAll(read(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.groupingBy(
                            OfficialRow::table, Collectors.mapping(OfficialRow::key, Collectors.toList())))));
        }
        return found.stream().collect(Collectors.groupingBy(RowState::row));
    }

    /** Those of a few rows. */
    List<RowState> of(String table, List<String> keys) {
        return keys.isEmpty() ? List.of() : read(Map.of(table, keys));
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

    private List<RowState> read(Map<String, List<String>> keys) {
        WantedStates wanted = WantedStates.ofRows(keys);
        return sql.query(
                "SELECT " + String.join(", ", WantedStates.TEXTS) + wanted.from(),
                (row, n) -> WantedStates.state(row, 1),
                wanted.values().toArray());
    }

    /** What these rows are from now on, see {@link RowMarks#next}. */
    void note(List<WrittenRow> rows) {
        note(rows, Map.of());
    }

    /** @param read what was read along with the rows: of each of these rows all of its states */
    void note(List<WrittenRow> rows, Map<RowKey, List<RowState>> read) {
        Map<RowKey, List<RowState>> known = new HashMap<>(read);
        known.putAll(of(rows.stream()
                .map(WrittenRow::row)
                .filter(row -> !read.containsKey(row.id()))
                .toList()));
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
