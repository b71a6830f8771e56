package org.jianzheng.records.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jianzheng.records.key.RowMarking;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads rows of a table to which others can add. Those without the platform's mark are passed over, however many there are.
 *
 * @param marks of the platform
 * @param reading a row
 * @param text what is marked of it
 */
record MarkedRows<T>(RowMarking marks, Reading<T> reading, Function<T, String> text) {

    /** So many are asked for at a time. */
    static final int AT_ONCE = 200;

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A row as it stands, whoever wrote it. */
    record Row<T>(String id, T read, boolean ours) {}

    /**
     * @param behind the next {@link #AT_ONCE} rows behind this one; behind null the first
     * @param goOn is given each row of the platform, until it has enough
     */
    void each(Function<Row<T>, StatementSpec> behind, Predicate<T> goOn) {
        Row<T> last = null;
        List<Row<T>> rows;
        do {
            rows = behind.apply(last).query(mapper()).list();
            for (Row<T> row : rows) {
                if (row.ours() && !goOn.test(row.read())) {
                    return;
                }
                last = row;
            }
        } while (rows.size() == AT_ONCE);
    }

    private RowMapper<Row<T>> mapper() {
        return (row, n) -> {
            T read = reading.of(row);
            return new Row<>(
                    row.getString("id"),
                    read,
                    marks.isMark(row.getString("mac_key"), row.getBytes("mac"), text.apply(read)));
        };
    }
}
