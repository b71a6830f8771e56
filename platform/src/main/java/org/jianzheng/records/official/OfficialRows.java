package org.jianzheng.records.official;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.ledger.RecordedSubjects;
import org.jianzheng.records.rows.TouchedRows;
import org.jianzheng.records.transaction.WrittenTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door for official rows that are no entities: what goes through it is committed only together with a ledger entry
 * about its subject. Rows are added or changed, never deleted. Names of tables and columns are the program's own, separated
 * by commas; values are always bound.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OfficialRows {

    private static final int AT_ONCE = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final JdbcTemplate sql;
    private final OfficialTables tables;
    private final TouchedRows touched;

    OfficialRows(JdbcTemplate sql, OfficialTables tables, TouchedRows touched) {
        this.sql = sql;
        this.tables = tables;
        this.touched = touched;
    }

    /** @param subject what the ledger entry is about */
    public void insert(String subject, String table, String columns, Object... values) {
        insertAll(subject, table, columns, List.<Object[]>of(values));
    }

    public void insertAll(String subject, String table, String columns, List<Object[]> rows) {
        write(subject, table, insertion(table, names(columns)), rows);
        touched.added(table, tables.keys(table), picked(tables.keys(table), names(columns), rows));
    }

    /** New rows, or new values of those with the same keys. */
    public void putAll(String subject, String table, String keys, String columns, List<Object[]> rows) {
        List<String> fixed = names(keys);
        String changes = names(columns).stream()
                .filter(column -> !fixed.contains(column))
                .map("%1$s = VALUES(%1$s)"::formatted)
                .collect(Collectors.joining(", "));
        tables.require(table);
        touched.put(table, fixed, picked(fixed, names(columns), rows), Set.copyOf(names(columns)));
        write(subject, table, insertion(table, names(columns)) + " ON DUPLICATE KEY UPDATE " + changes, rows);
    }

    /**
     * @param where columns and the values of the rows that are meant
     * @return how many
     */
    public int update(String subject, String table, Map<String, ?> where, Map<String, ?> changes) {
        tables.require(name(table));
        String statement =
                "UPDATE %s SET %s WHERE %s".formatted(table, assigned(changes, ", "), assigned(where, " AND "));
        Object[] values = Stream.concat(changes.values().stream(), where.values().stream())
                .toArray();
        int count = sql.update(statement, values);
        if (count > 0) {
            ReadOnce.forgetAll();
            WrittenTables.add(table);
            RecordedSubjects.demand(subject);
            touched.changed(table, where, changes.keySet());
        }
        return count;
    }

    /**
     * Of all rows with these values: of which case they are, or the first column of their key must be among them.
     *
     * @throws RuleBroken where one is not as the platform wrote it last, or is missing: nothing may be decided on it
     */
    public void requireIntact(String table, Map<String, ?> where) {
        requireIntact(Map.of(table, List.of(where)));
    }

    /** The same of all rows with one of these sets of values, by table. */
    public void requireIntact(Map<String, ? extends List<? extends Map<String, ?>>> anyOf) {
        List<String> broken = touched.broken(anyOf);
        if (!broken.isEmpty()) {
            throw new RuleBroken("records.row.changed", broken.get(0));
        }
    }

    /** The same as an answer, for what is shown and not decided on. */
    public boolean areIntact(String table, Map<String, ?> where) {
        return touched.broken(Map.of(table, List.of(where))).isEmpty();
    }

    private void write(String subject, String table, String statement, List<Object[]> rows) {
        tables.require(table);
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            sql.batchUpdate(statement, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
        if (!rows.isEmpty()) {
            ReadOnce.forgetAll();
            WrittenTables.add(table);
            RecordedSubjects.demand(subject);
        }
    }

    private static List<Object[]> picked(List<String> keys, List<String> columns, List<Object[]> rows) {
        int[] places = keys.stream().mapToInt(columns::indexOf).toArray();
        return rows.stream()
                .map(row -> Arrays.stream(places).mapToObj(place -> row[place]).toArray())
                .toList();
    }

    private static String insertion(String table, List<String> columns) {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        name(table),
                        String.join(", ", columns),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    private static String assigned(Map<String, ?> values, String between) {
        return values.keySet().stream().map(column -> name(column) + " = ?").collect(Collectors.joining(between));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(OfficialRows::name)
                .toList();
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("No name of a table or column: " + text);
        }
        return text;
    }
}
