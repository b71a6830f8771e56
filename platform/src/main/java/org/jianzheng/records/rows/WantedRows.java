package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a table whose columns of these names have one of these sets of values. */
record WantedRows(RowReader reader, List<String> names, List<Object[]> values) {

    private static final int STATE = -1;

    static WantedRows of(RowReader reader, List<? extends Map<String, ?>> anyOf) {
        List<String> names = List.copyOf(anyOf.get(0).keySet());
        return new WantedRows(
                reader,
                names,
                anyOf.stream()
                        .map(values -> names.stream().map(values::get).toArray())
                        .toList());
    }

    /** What was found at one moment: for each what it wants, and the states that were asked for. */
    record Found(List<List<OfficialRow>> rows, List<RowState> states) {}

    static List<List<OfficialRow>> read(JdbcTemplate sql, List<WantedRows> wanted) {
        return read(sql, wanted, WantedStates.NONE).rows();
    }

    /** All of them in one query. */
    static Found read(JdbcTemplate sql, List<WantedRows> wanted, WantedStates states) {
        Found found = new Found(
                Stream.generate(() -> (List<OfficialRow>) new ArrayList<OfficialRow>())
                        .limit(wanted.size())
                        .toList(),
                new ArrayList<>());
        if (wanted.isEmpty()) {
            return found;
        }
        int width = wanted.stream().mapToInt(one -> one.reader.width()).max().orElseThrow();
        List<String> selects = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!states.isEmpty()) {
            width = Math.max(width, WantedStates.TEXTS.size());
            selects.add("SELECT %d, %s%s%s"
                    .formatted(
                            STATE,
                            String.join(", ", WantedStates.TEXTS),
                            ", NULL".repeat(width - WantedStates.TEXTS.size()),
                            states.from()));
            values.addAll(states.values());
        }
        for (int n = 0; n < wanted.size(); n++) {
            selects.add(wanted.get(n).select(n, width));
            wanted.get(n).values.forEach(each -> values.addAll(Arrays.asList(each)));
        }
        sql.query(
                String.join(" UNION ALL ", selects),
                row -> {
                    int n = row.getInt(1);
                    if (n == STATE) {
                        found.states.add(WantedStates.state(row, 2));
                    } else {
                        found.rows.get(n).add(wanted.get(n).reader.row(row, 2));
                    }
                },
                values.toArray());
        return found;
    }

    /** What the keys of the rows are as text, where they are wanted by their keys; empty where they are not. */
    List<String> keys() {
        return reader.keys(names, values);
    }

    private String select(int n, int width) {
        return reader.select(n, width, names, values.size());
    }
}
