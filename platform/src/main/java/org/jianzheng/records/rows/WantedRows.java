package org.jianzheng.records.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a table whose columns of these names have one of these sets of values. */
record WantedRows(RowReader reader, List<String> names, List<Object[]> values) {

    static WantedRows of(RowReader reader, List<? extends Map<String, ?>> anyOf) {
        List<String> names = List.copyOf(anyOf.get(0).keySet());
        return new WantedRows(
                reader,
                names,
                anyOf.stream()
                        .map(values -> names.stream().map(values::get).toArray())
                        .toList());
    }

    /** All of them in one query; for each what it wants. */
    static List<List<OfficialRow>> read(JdbcTemplate sql, List<WantedRows> wanted) {
        List<List<OfficialRow>> found = Stream.generate(() -> (List<OfficialRow>) new ArrayList<OfficialRow>())
                .limit(wanted.size())
                .toList();
        if (wanted.isEmpty()) {
            return found;
        }
        int width = wanted.stream().mapToInt(one -> one.reader.width()).max().orElseThrow();
        List<String> selects = IntStream.range(0, wanted.size())
                .mapToObj(n -> wanted.get(n).select(n, width))
                .toList();
        sql.query(
                String.join(" UNION ALL ", selects),
                row -> {
                    int n = row.getInt(1);
                    found.get(n).add(wanted.get(n).reader.row(row, 2));
                },
                wanted.stream()
                        .flatMap(one -> one.values.stream().flatMap(Arrays::stream))
                        .toArray());
        return found;
    }

    private String select(int n, int width) {
        return reader.select(n, width, names, values.size());
    }
}
