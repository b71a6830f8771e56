package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** All of these rows of one table, by key. */
    Map<String, List<RowState>> of(List<OfficialRow> rows) {
        List<RowState> found = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            found.addAll(some(rows.subList(from, Math.min(rows.size(), from + AT_ONCE))));
        }
        return found.stream().collect(Collectors.groupingBy(RowState::key));
    }

    private List<RowState> some(List<OfficialRow> rows) {
        return of(rows.get(0).table(), rows.stream().map(OfficialRow::key).toList());
    }

    /** Those of a few rows. */
    List<RowState> of(String table, List<String> keys) {
        return in("row_key", table, keys);
    }

    /** Those of the rows that belonged to one of these, of the table. */
    List<RowState> belonging(String table, List<String> to) {
        return in("belongs_to", table, to);
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

    private List<RowState> in(String column, String table, List<String> values) {
        return values.isEmpty()
                ? List.of()
                : sql.query(
                        "SELECT table_name, row_key, version, mac_key, marks, mac FROM official_row_state"
                                + " WHERE table_name = ? AND %s IN (%s)"
                                        .formatted(column, String.join(", ", Collections.nCopies(values.size(), "?"))),
                        (row, n) -> new RowState(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                RowState.marks(row.getString(5)),
                                row.getBytes(6)),
                        Stream.concat(Stream.of(table), values.stream()).toArray());
    }

    /** What these rows of one table are from now on, see {@link RowMarks#next}. */
    void note(List<OfficialRow> rows, Set<String> written) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<RowState>> known = of(rows);
        add(rows.stream()
                .flatMap(row -> marks
                        .next(row, known.getOrDefault(row.key(), List.of()), written)
                        .map(state -> stored(state, row.belongsTo()))
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
