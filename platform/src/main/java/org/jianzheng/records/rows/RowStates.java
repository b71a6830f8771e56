package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** All of these rows of one table, by key. */
    Map<String, List<RowState>> of(List<OfficialRow> rows) {
        List<RowState> found = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            found.addAll(some(rows.subList(from, Math.min(rows.size(), from + AT_ONCE))));
        }
        return found.stream().collect(Collectors.groupingBy(RowState::key));
    }

    private List<RowState> some(List<OfficialRow> rows) {
        List<Object> values = new ArrayList<>(List.of(rows.get(0).table()));
        rows.forEach(row -> values.add(row.key()));
        return sql.query(
                "SELECT table_name, row_key, version, mac_key, marks, mac FROM official_row_state"
                        + " WHERE table_name = ? AND row_key IN (%s)"
                                .formatted(String.join(", ", Collections.nCopies(rows.size(), "?"))),
                (row, n) -> new RowState(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        RowState.marks(row.getString(5)),
                        row.getBytes(6)),
                values.toArray());
    }

    /** What these rows of one table are from now on, see {@link RowMarks#next}. */
    void note(List<OfficialRow> rows, Set<String> written) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<RowState>> known = of(rows);
        List<Object[]> next = rows.stream()
                .map(row -> marks.next(row, known.getOrDefault(row.key(), List.of()), written))
                .flatMap(Optional::stream)
                .map(state -> new Object[] {
                    state.table(), state.key(), state.version(), state.keyId(), state.marksText(), state.mac()
                })
                .toList();
        sql.batchUpdate(
                "INSERT INTO official_row_state (table_name, row_key, version, mac_key, marks, mac)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                next);
    }
}
