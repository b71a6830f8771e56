package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jianzheng.records.nightly.NightlyCheck.Mismatch;
import org.jianzheng.records.transaction.HeldByTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The official rows that the current transaction writes. What they are in the end is noted in the same transaction, so that
 * it can be asked later whether they are so still.
 */
@Component
public class TouchedRows {

    private static final int AT_ONCE = 200;
    private static final int QUERIES_AT_ONCE = 20;

    private final JdbcTemplate sql;
    private final RowMarks marks;
    private final RowStates states;
    private final Map<String, RowReader> readers = new ConcurrentHashMap<>();

    TouchedRows(JdbcTemplate sql, RowMarks marks) {
        this.sql = sql;
        this.marks = marks;
        this.states = new RowStates(sql, marks);
    }

    /** Rows whose columns of these names have these values are wholly as the platform wants them. */
    public void added(String table, List<String> names, List<Object[]> values) {
        Held held = held();
        values.forEach(each -> held.added
                .computeIfAbsent(new Key(table, names), key -> new ArrayList<>())
                .add(each));
    }

    /**
     * To be said before rows are put there whether or not they stand already: those that do get these columns only, so that
     * what somebody else did to their others, or that somebody else added them, does not become true.
     */
    public void put(String table, List<String> names, List<Object[]> values, Set<String> columns) {
        settle(); // What this transaction has added itself stands by now.
        Held held = held();
        inParts(values, AT_ONCE, some -> reader(table)
                .with(names, some)
                .forEach(row -> held.standing.put(row.id(), columns)));
        added(table, names, values);
    }

    /** The platform changes these columns of the rows that have these values. */
    public void changed(String table, Map<String, ?> where, Set<String> columns) {
        held().changed
                .computeIfAbsent(new Key(table, List.copyOf(where.keySet())), key -> new LinkedHashMap<>())
                .computeIfAbsent(Arrays.asList(where.values().toArray()), key -> new TreeSet<>())
                .addAll(columns);
    }

    private record Key(String table, List<String> names) {}

    /** Notes what has been written up to now; called when the changes are in the database. */
    public void settle() {
        Held held = held();
        Map<Key, List<Object[]>> added = new LinkedHashMap<>(held.added);
        Map<Key, Map<List<Object>, Set<String>>> changed = new LinkedHashMap<>(held.changed);
        Map<RowKey, Set<String>> standing = Map.copyOf(held.standing);
        held.standing.clear();
        held.added.clear();
        held.changed.clear();
        Map<WantedRows, Set<String>> columns = new LinkedHashMap<>();
        added.forEach((key, values) -> inParts(
                values, AT_ONCE, some -> columns.put(new WantedRows(reader(key.table()), key.names(), some), null)));
        changed.forEach((key, rows) -> rows.forEach((values, names) -> columns.put(
                new WantedRows(reader(key.table()), key.names(), List.<Object[]>of(values.toArray())), names)));
        Map<RowKey, WrittenRow> written = new LinkedHashMap<>();
        Map<RowKey, List<RowState>> known = new HashMap<>();
        inParts(List.copyOf(columns.keySet()), QUERIES_AT_ONCE, some -> {
            Map<String, List<String>> keys = keys(some);
            WantedRows.Found found = WantedRows.read(sql, some, WantedStates.ofRows(keys));
            for (int n = 0; n < some.size(); n++) {
                Set<String> names = columns.get(some.get(n));
                found.rows().get(n).stream()
                        .map(row -> new WrittenRow(row, names == null ? standing.get(row.id()) : names))
                        .forEach(row -> written.merge(row.row().id(), row, WrittenRow::and));
            }
            keys.forEach((table, each) -> each.forEach(key -> known.put(new RowKey(table, key), new ArrayList<>())));
            found.states().forEach(state -> known.computeIfAbsent(state.row(), row -> new ArrayList<>())
                    .add(state));
        });
        states.note(List.copyOf(written.values()), known);
    }

    /** Of those that are wanted by their keys; none where they are many. */
    private static Map<String, List<String>> keys(List<WantedRows> wanted) {
        Map<String, List<String>> keys = new TreeMap<>();
        for (WantedRows one : wanted) {
            one.keys().forEach(key -> keys.computeIfAbsent(one.reader().table(), table -> new ArrayList<>())
                    .add(key));
        }
        return keys.values().stream().mapToInt(List::size).sum() > AT_ONCE ? Map.of() : keys;
    }

    /**
     * Those of the rows with one of these sets of values that are missing or not as the platform wrote them last, with what is
     * wrong.
     *
     * @param meant by table
     */
    public List<String> broken(Map<String, ? extends List<? extends Map<String, ?>>> meant) {
        settle(); // What this transaction has written itself is what it should be.
        return new RowLook(sql, this::reader, marks)
                .wrong(meant).stream().map(Mismatch::record).toList();
    }

    private static <T> void inParts(List<T> values, int size, Consumer<List<T>> each) {
        for (int from = 0; from < values.size(); from += size) {
            each.accept(values.subList(from, Math.min(values.size(), from + size)));
        }
    }

    private RowReader reader(String table) {
        return readers.computeIfAbsent(table, name -> new RowReader(sql, name));
    }

    private Held held() {
        return HeldByTransaction.current(Held.class, Held::new);
    }

    private final class Held extends HeldByTransaction {

        private final Map<Key, List<Object[]>> added = new LinkedHashMap<>();
        private final Map<Key, Map<List<Object>, Set<String>>> changed = new LinkedHashMap<>();
        private final Map<RowKey, Set<String>> standing = new HashMap<>();

        // Rows of plain SQL are in the database by now; those of entities come with the last flush, which settles them.
        @Override
        public void beforeCommit(boolean readOnly) {
            settle();
        }
    }
}
