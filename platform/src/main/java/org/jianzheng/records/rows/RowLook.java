package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jianzheng.records.nightly.NightlyCheck.Mismatch;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds rows against what the platform wrote last. */
final class RowLook {

    /** A row may be written between reading it and reading what it should be. */
    private static final int LOOKS = 3;

    private final RowReader reader;
    private final RowMarks marks;
    private final RowStates states;

    RowLook(JdbcTemplate sql, RowReader reader, RowMarks marks) {
        this.reader = reader;
        this.marks = marks;
        this.states = new RowStates(sql, marks);
    }

    /** Those of the rows with one of these sets of values that are missing or not as the platform wrote them last. */
    List<Mismatch> wrong(List<? extends Map<String, ?>> meant) {
        // States first: what is noted by then has been written by then.
        List<RowState> known = states.belonging(
                reader.table(), meant.stream().map(reader::belongsTo).distinct().toList());
        List<OfficialRow> there = reader.with(meant);
        List<String> missing =
                missing(known, state -> meant.stream().anyMatch(values -> marks.had(state, values)), there);
        return Stream.concat(missing.stream().map(this::missing), mismatches(there).stream())
                .toList();
    }

    List<Mismatch> mismatches(List<OfficialRow> rows) {
        Map<String, List<RowState>> known = states.of(rows);
        List<Mismatch> found = new ArrayList<>();
        for (OfficialRow row : rows) {
            if (mismatch(row, known.getOrDefault(row.key(), List.of())).isPresent()) {
                again(row).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Those of these rows that the platform wrote and that are not there. @param keys as {@link OfficialRow#key} has them */
    List<Mismatch> missing(List<String> keys) {
        return missingKeys(keys).stream().map(this::missing).toList();
    }

    List<String> missingKeys(List<String> keys) {
        List<RowState> known = states.of(reader.table(), keys);
        return missing(known, state -> true, reader.of(keys));
    }

    private List<String> missing(List<RowState> known, Predicate<RowState> meant, List<OfficialRow> there) {
        Set<String> keys = there.stream().map(OfficialRow::key).collect(Collectors.toSet());
        return known.stream()
                .collect(Collectors.groupingBy(RowState::key, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(marks::newest)
                .flatMap(Optional::stream)
                .filter(state -> !keys.contains(state.key()) && !state.gone() && meant.test(state))
                .map(RowState::key)
                .toList();
    }

    private Mismatch missing(String key) {
        return new Mismatch(reader.table(), reader.table() + " " + key, "ROW_MISSING");
    }

    private Optional<Mismatch> again(OfficialRow row) {
        Optional<Mismatch> found = Optional.empty();
        for (int look = 1; look < LOOKS; look++) {
            Optional<OfficialRow> now = reader.again(row).stream().findFirst();
            if (now.isEmpty()) {
                return Optional.empty();
            }
            found = mismatch(now.get(), states.of(List.of(now.get())).getOrDefault(row.key(), List.of()));
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
