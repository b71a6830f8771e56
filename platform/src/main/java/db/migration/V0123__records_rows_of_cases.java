package db.migration;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Says of the states that were noted before {@code V0122} which case their rows are of. Rows that have gone by now stay
 * without one: the nightly check finds them by their keys.
 */
public class V0123__records_rows_of_cases extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        fill(new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true)));
    }

    private static void fill(JdbcTemplate sql) {
        sql.queryForList("SELECT DISTINCT table_name FROM official_row_state", String.class)
                .forEach(table -> fill(sql, table));
    }

    private static void fill(JdbcTemplate sql, String table) {
        List<String> keys = columns(sql, table, "column_key = 'PRI'");
        if (columns(sql, table, "column_name = 'case_id'").isEmpty()) {
            sql.update(
                    "UPDATE official_row_state SET belongs_to = SUBSTRING_INDEX(row_key, '|', 1)"
                            + " WHERE table_name = ? AND marks <> '' AND belongs_to IS NULL",
                    table);
            return;
        }
        String key = "CONCAT_WS('|', %s)"
                .formatted(String.join(
                        ", ",
                        keys.stream().map("CAST(o.`%s` AS CHAR)"::formatted).toList()));
        sql.update(
                "UPDATE official_row_state s JOIN `%s` o ON s.row_key = CONVERT(%s USING utf8mb4) COLLATE utf8mb4_bin"
                                .formatted(table, key)
                        + " SET s.belongs_to = COALESCE(o.case_id, o.`%s`)".formatted(keys.get(0))
                        + " WHERE s.table_name = ? AND s.marks <> '' AND s.belongs_to IS NULL",
                table);
    }

    private static List<String> columns(JdbcTemplate sql, String table, String which) {
        return sql.queryForList(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND "
                        + which + " ORDER BY ordinal_position",
                String.class,
                table);
    }
}
