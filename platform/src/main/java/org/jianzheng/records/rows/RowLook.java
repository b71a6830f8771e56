package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.records.nightly.NightlyCheck.Mismatch;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds rows against what the platform wrote last. */
final class RowLook {

    /** A row may be written between reading it and reading what it should be. */
    private static final int LOOKS = 3;

    private final JdbcTemplate sql;
    private final Function<String, RowReader> readers;
    private final RowMarks marks;
    private final RowStates states;

    /** @param readers by table */
    RowLook(JdbcTemplate sql, Function<String, RowReader> readers, RowMarks marks) {
        this.sql = sql;
        this.readers = readers;
        this.marks = marks;
        this.states = new RowStates(sql, marks);
    }

    /** Those of the rows with one of these sets of values that are missing or not as the platform wrote them last. */
    List<Mismatch> wrong(Map<String, ? extends List<? extends Map<String, ?>>> meant) {
        WantedRows.Found found = WantedRows.read(
                sql,
                meant.entrySet().stream()
                        .map(each -> WantedRows.of(readers.apply(each.getKey()), each.getValue()))
                        .toList(),
                WantedStates.belonging(belongsTo(meant)));
        List<RowState> known = found.states();
        List<OfficialRow> there = found.rows().stream().flatMap(List::stream).toList();
        List<RowKey> missing = missing(
                known, state -> meant.get(state.table()).stream().anyMatch(values -> marks.had(state, values)), there);
        return Stream.concat(missing.stream().map(RowLook::missing), mismatches(doubtful(there, known)).stream())
                .toList();
    }

    /** Those that are not as these states say: what they should be has to be read anew. */
    private List<OfficialRow> doubtful(List<OfficialRow> rows, List<RowState> known) {
        Map<RowKey, List<RowState>> states = known.stream().collect(Collectors.groupingBy(RowState::row));
        return rows.stream()
                .filter(row ->
                        mismatch(row, states.getOrDefault(row.id(), List.of())).isPresent())
                .toList();
    }

    private Map<String, List<String>> belongsTo(Map<String, ? extends List<? extends Map<String, ?>>> meant) {
        Map<String, List<String>> belongsTo = new TreeMap<>();
        meant.forEach((table, any) -> belongsTo.put(
                table,
                any.stream().map(readers.apply(table)::belongsTo).distinct().toList()));
        return belongsTo;
    }

    List<Mismatch> mismatches(List<OfficialRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<RowKey, List<RowState>> known = states.of(rows);
        List<Mismatch> found = new ArrayList<>();
        for (OfficialRow row : rows) {
            if (mismatch(row, known.getOrDefault(row.id(), List.of())).isPresent()) {
                again(row).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Those of these rows that the platform wrote and that are not there. @param keys as {@link OfficialRow#key} has them */
    List<Mismatch> missing(String table, List<String> keys) {
        return missingKeys(table, keys).stream()
                .map(key -> missing(new RowKey(table, key)))
                .toList();
    }

    List<String> missingKeys(String table, List<String> keys) {
        List<RowState> known = states.of(table, keys);
        return missing(known, state -> true, readers.apply(table).of(keys)).stream()
                .map(RowKey::key)
                .toList();
    }

    private List<RowKey> missing(List<RowState> known, Predicate<RowState> meant, List<OfficialRow> there) {
        Set<RowKey> rows = there.stream().map(OfficialRow::id).collect(Collectors.toSet());
        return known.stream()
                .collect(Collectors.groupingBy(RowState::row, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(marks::newest)
                .flatMap(Optional::stream)
                .filter(state -> !rows.contains(state.row()) && !state.gone() && meant.test(state))
                .map(RowState::row)
                .toList();
    }

    private static Mismatch missing(RowKey row) {
        return new Mismatch(row.table(), row.table() + " " + row.key(), "ROW_MISSING");
    }

    private Optional<Mismatch> again(OfficialRow row) {
        Optional<Mismatch> found = Optional.empty();
        for (int look = 1; look < LOOKS; look++) {
            Optional<OfficialRow> now =
                    readers.apply(row.table()).again(row).stream().findFirst();
            if (now.isEmpty()) {
                return Optional.empty();
            }
            found = mismatch(now.get(), states.of(List.of(now.get())).getOrDefault(row.id(), List.of()));
            if (found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    private Optional<Mismatch> mismatch(OfficialRow row, List<RowState> known) {
        Optional<RowState> state = marks.newest(known).filter(newest -> !newest.gone());
        if (state.isEmpty()) {
            return Optional.of(new Mismatch(row.table(), row.table() + " " + row.key(), "ROW_NOT_OURS"));
        }
        Set<String> changed = marks.changed(row, state.get());
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        row.table(),
                        "%s %s: %s".formatted(row.table(), row.key(), String.join(", ", changed)),
                        "ROW_CHANGED"));
    }
}
