package org.jianzheng.support.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a table with copies of a row that is there, as many as a city has after some years. */
public final class FullTables {

    private static final String DIGITS = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9)";

    /** From 0 to 999,999. */
    private static final String NUMBERS = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d"
            + " AS n FROM " + DIGITS + " a, " + DIGITS + " b, " + DIGITS + " c, " + DIGITS + " e, " + DIGITS + " f, "
            + DIGITS + " g) numbers";

    private final JdbcTemplate sql;

    public FullTables(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * Copies one row.
     *
     * @param row condition that finds it
     * @param count how many copies
     * @param otherwise SQL for the columns that differ, by the copy's number {@code n}
     */
    public void copies(String table, String row, int count, Map<String, String> otherwise) {
        List<String> columns = sql.queryForList(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                String.class,
                table);
        String values = columns.stream()
                .map(column -> otherwise.getOrDefault(column, "source." + column))
                .collect(Collectors.joining(", "));
        sql.update("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM "
                + "(SELECT * FROM " + table + " WHERE " + row + " LIMIT 1) source, " + NUMBERS + " WHERE n < " + count);
        System.out.printf("%,d rows of %s%n", sql.queryForObject("SELECT COUNT(*) FROM " + table, Long.class), table);
    }
}
