package org.jianzheng.records.official;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which tables hold official rows: those whose comment says so in front of its colon, see {@link TableKind}. */
@Component
class OfficialTables {

    private final JdbcTemplate sql;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

    OfficialTables(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The columns of its primary key. */
    List<String> keys(String table) {
        return keys.computeIfAbsent(
                table,
                name -> sql.queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND table_name = ? AND column_key = 'PRI' ORDER BY ordinal_position",
                        String.class,
                        name));
    }

    void require(String table) {
        if (!known.computeIfAbsent(table, this::isOfficial)) {
            throw new IllegalArgumentException("%s holds no official rows".formatted(table));
        }
    }

    private boolean isOfficial(String table) {
        return sql
                .queryForList(
                        "SELECT table_comment FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = ?",
                        String.class,
                        table)
                .stream()
                .map(TableKind::of)
                .flatMap(Optional::stream)
                .anyMatch(TableKind::official);
    }
}
