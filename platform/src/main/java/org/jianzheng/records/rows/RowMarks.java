package org.jianzheng.records.rows;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.key.RowMarking;
import org.springframework.stereotype.Component;

/** Makes and reads the marks of rows. */
@Component
class RowMarks {

    private static final int BYTES = 12;
    /** Of a column that did not match when another was changed, and whose key is no longer the current one. */
    private static final String BROKEN = "!";

    private final RowMarking marks;

    RowMarks(RowMarking marks) {
        this.marks = marks;
    }

    /**
     * What the row is from now on. Columns that the platform has not written keep the marks they had, so that what somebody
     * else did to them does not become true by the way.
     *
     * @param written its columns; null where the whole row is new
     * @return empty where nothing has changed, or where the platform never wrote the row
     */
    Optional<RowState> next(OfficialRow row, List<RowState> known, Set<String> written) {
        Optional<RowState> last = newest(known);
        if (last.isEmpty() && written != null) {
            return Optional.empty();
        }
        String keyId = marks.mark("").keyId();
        SortedMap<String, String> now = marks(row, keyId);
        if (last.isPresent() && written != null) {
            keepOthers(now, row, last.get(), written, keyId);
        }
        if (last.filter(state -> state.keyId().equals(keyId) && state.marks().equals(now))
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(signed(new RowState(row.table(), row.key(), versionAfter(last, known), keyId, now, null)));
    }

    /** What a row that is gone is from now on. @param known at least one */
    RowState gone(List<RowState> known) {
        RowState any = known.get(0);
        return signed(new RowState(
                any.table(),
                any.key(),
                versionAfter(newest(known), known),
                marks.mark("").keyId(),
                Collections.emptySortedMap(),
                null));
    }

    /** Did the row have these values? */
    boolean had(RowState state, Map<String, ?> values) {
        return values.entrySet().stream().allMatch(one -> mark(
                        state.keyId(),
                        columnText(
                                state.table(),
                                state.key(),
                                one.getKey(),
                                one.getValue().toString()))
                .equals(state.marks().get(one.getKey())));
    }

    // Counted from what the platform wrote: a row that somebody put there with the last number of all stops nothing.
    private static int versionAfter(Optional<RowState> last, List<RowState> known) {
        Set<Integer> taken = known.stream().map(RowState::version).collect(Collectors.toSet());
        int version = last.map(RowState::version).orElse(0) + 1;
        while (taken.contains(version)) {
            version++;
        }
        return version;
    }

    private void keepOthers(
            SortedMap<String, String> now, OfficialRow row, RowState last, Set<String> written, String keyId) {
        changed(row, last).stream().filter(column -> !written.contains(column)).forEach(column -> {
            String old = last.keyId().equals(keyId) ? last.marks().get(column) : BROKEN;
            if (old == null) {
                now.remove(column);
            } else {
                now.put(column, old);
            }
        });
    }

    /** The newest that the platform wrote. */
    Optional<RowState> newest(List<RowState> known) {
        return known.stream()
                .filter(this::isPlatforms)
                .max((one, other) -> Integer.compare(one.version(), other.version()));
    }

    /** Columns of the row that are not what they were. */
    Set<String> changed(OfficialRow row, RowState state) {
        SortedMap<String, String> now = marks(row, state.keyId());
        Set<String> columns = new java.util.TreeSet<>(now.keySet());
        columns.addAll(state.marks().keySet());
        columns.removeIf(
                column -> now.getOrDefault(column, "").equals(state.marks().getOrDefault(column, "")));
        return columns;
    }

    private boolean isPlatforms(RowState state) {
        return marks.isMark(state.keyId(), state.mac(), text(state));
    }

    private RowState signed(RowState state) {
        return new RowState(
                state.table(),
                state.key(),
                state.version(),
                state.keyId(),
                state.marks(),
                marks.mark(text(state)).mac());
    }

    private SortedMap<String, String> marks(OfficialRow row, String keyId) {
        SortedMap<String, String> found = new TreeMap<>();
        row.values()
                .forEach((column, value) ->
                        found.put(column, mark(keyId, columnText(row.table(), row.key(), column, value))));
        return found;
    }

    private static String columnText(String table, String key, String column, String value) {
        return StoredJson.write(new String[] {"official.column", table, key, column, value});
    }

    private String mark(String keyId, String text) {
        byte[] mac = marks.mac(keyId, text);
        return mac == null ? BROKEN : Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
    }

    private static String text(RowState state) {
        return StoredJson.write(new String[] {
            "official.state",
            state.table(),
            state.key(),
            Integer.toString(state.version()),
            state.keyId(),
            state.marksText()
        });
    }
}
