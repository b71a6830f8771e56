package org.jianzheng.records;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which tables hold official rows: those whose comment says so in front of its colon, see {@link TableKind}. */
@Component
class OfficialTables {

    private final JdbcTemplate sql;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    OfficialTables(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** All of them, by name. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        sql.query(
                "SELECT table_name, table_comment FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
                row -> {
                    if (TableKind.of(row.getString(2))
                            .filter(TableKind::official)
                            .isPresent()) {
                        names.add(row.getString(1));
                    }
                });
        return names;
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
