package org.jianzheng.records.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads rows of any table as text. The database makes the text, so that it is the same whatever driver asks for it and
 * whatever program the columns are of.
 */
final class RowReader {

    /** Between the values of a key. */
    private static final String BETWEEN = "|";

    private static final String CASE = "case_id";

    private final JdbcTemplate sql;
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    RowReader(JdbcTemplate sql, String table) {
        this.sql = sql;
        this.table = table;
        sql.query(
                "SELECT column_name, data_type, column_key FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position",
                (ResultSet row) -> column(row.getString(1), row.getString(2), row.getString(3)),
                table);
        if (keys.isEmpty()) {
            throw new IllegalStateException("No table with a primary key: " + table);
        }
    }

    String table() {
        return table;
    }

    private void column(String name, String type, String key) {
        columns.add(name);
        boolean binary = type.endsWith("binary") || type.endsWith("blob");
        texts.add((binary ? "HEX(`%s`)" : "CAST(`%s` AS CHAR)").formatted(name));
        if (key.equals("PRI")) {
            keys.add(name);
        }
    }

    /** Rows whose columns of these names have one of these sets of values. */
    List<OfficialRow> with(List<String> names, List<Object[]> values) {
        return WantedRows.read(sql, List.of(new WantedRows(this, names, values)))
                .get(0);
    }

    /** What finds those rows, with the text of {@code width} columns behind what they are wanted for. */
    String select(int wanted, int width, List<String> names, int sets) {
        // Spelled out: MariaDB does not look up lists of rows in an index.
        String one = names.stream().map("`%s` = ?"::formatted).collect(Collectors.joining(" AND ", "(", ")"));
        return "SELECT %d, %s%s FROM `%s` WHERE %s"
                .formatted(
                        wanted,
                        String.join(", ", texts),
                        ", NULL".repeat(width - texts.size()),
                        table,
                        String.join(" OR ", Collections.nCopies(sets, one)));
    }

    int width() {
        return texts.size();
    }

    /** In the order of their keys. @param after values of a key, or null for the beginning */
    List<OfficialRow> page(List<String> after, int most) {
        String order = " ORDER BY " + keys.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")) + " LIMIT "
                + most;
        if (after == null) {
            return read(order);
        }
        List<Object> values = new ArrayList<>(List.of(after.get(0)));
        List<String> beyond = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.addAll(after.subList(0, i + 1));
            beyond.add(
                    keys.subList(0, i).stream().map("`%s` = ? AND "::formatted).collect(Collectors.joining())
                            + "`%s` > ?".formatted(keys.get(i)));
        }
        return read(
                "WHERE `%s` >= ? AND ((%s))%s".formatted(keys.get(0), String.join(") OR (", beyond), order),
                values.toArray());
    }

    /** The row itself, read again. */
    List<OfficialRow> again(OfficialRow row) {
        Object[] values = keys.stream().map(row.values()::get).toArray();
        return with(keys, List.<Object[]>of(values));
    }

    /** The rows with these keys, as {@link OfficialRow#key} has them. The last value of a key may have a bar within. */
    List<OfficialRow> of(List<String> rowKeys) {
        List<Object[]> values = rowKeys.stream()
                .map(key -> (Object[]) key.split(Pattern.quote(BETWEEN), keys.size()))
                .filter(key -> key.length == keys.size())
                .toList();
        return values.isEmpty() ? List.of() : with(keys, values);
    }

    /** What {@link OfficialRow#belongsTo} is of rows with these values. */
    String belongsTo(Map<String, ?> values) {
        Object found = columns.contains(CASE) ? values.get(CASE) : values.get(keys.get(0));
        if (found == null) {
            throw new IllegalArgumentException("Neither case nor key of %s: %s".formatted(table, values));
        }
        return found.toString();
    }

    /** {@link OfficialRow#key} of rows with these values as this program writes them, where the values are of their keys. */
    List<String> keys(List<String> names, List<Object[]> values) {
        if (!Set.copyOf(names).equals(Set.copyOf(keys))) {
            return List.of();
        }
        return values.stream()
                .map(each -> keys.stream()
                        .map(key -> String.valueOf(each[names.indexOf(key)]))
                        .collect(Collectors.joining(BETWEEN)))
                .toList();
    }

    List<String> keyOf(OfficialRow row) {
        return keys.stream().map(row.values()::get).toList();
    }

    private List<OfficialRow> read(String rest, Object... values) {
        return sql.query(
                "SELECT %s FROM `%s` %s".formatted(String.join(", ", texts), table, rest),
                (row, n) -> row(row, 1),
                values);
    }

    /** @param first place of its columns */
    OfficialRow row(ResultSet row, int first) throws SQLException {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.getString(first + i);
            if (value != null) {
                values.put(columns.get(i), value);
            }
        }
        return new OfficialRow(
                table,
                keys.stream().map(values::get).collect(Collectors.joining(BETWEEN)),
                values.getOrDefault(CASE, values.get(keys.get(0))),
                values);
    }
}
