package org.jianzheng.records.rows;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables whose comment says that they hold official rows. */
final class OfficialTableNames {

    private OfficialTableNames() {}

    /** In the order of their names, as Java compares them. */
    static List<String> of(JdbcTemplate sql) {
        return sql
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND (table_comment LIKE 'official%' OR table_comment LIKE 'insert-only official%')",
                        String.class)
                .stream()
                .sorted()
                .toList();
    }
}
