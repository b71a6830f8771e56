package org.jianzheng.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list of a table's rows in the order of some columns, of which there may be very many. Which are on a page is told by an
 * index; only those rows are read.
 *
 * @param table whose columns the condition names
 * @param keys by which it is in order; together they are unique
 * @param rows SQL that reads the rows, up to its last join
 */
public record KeyOrder<T>(JdbcClient jdbc, String table, List<String> keys, String rows, RowMapper<T> row) {

    /** @param where SQL of this program's own, with a name for each value */
    public Paged<T> page(String where, Map<String, ?> values, int page, int size) {
        return Paged.read(
                page, size, () -> count(where, values), (backwards, from, shown) -> jdbc.sql(shown(where, backwards))
                        .params(values)
                        .param("size", shown)
                        .param("offset", from)
                        .query(row)
                        .list());
    }

    private String shown(String where, boolean backwards) {
        String names = String.join(", ", keys);
        String order = " ORDER BY "
                + keys.stream().map(key -> backwards ? key + " DESC" : key).collect(Collectors.joining(", "));
        return rows + " JOIN (SELECT " + names + " FROM " + table + " WHERE " + where + order
                + " LIMIT :size OFFSET :offset) shown USING (" + names + ")" + order;
    }

    private long count(String where, Map<String, ?> values) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE " + where)
                .params(values)
                .query(Long.class)
                .single();
    }
}
