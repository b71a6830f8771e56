package org.jianzheng.records.official;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tries, before the first request is let in, what the application's user must not be able to do, and refuses to start if
 * it can. The statements hit no row.
 */
@Component
@DependsOnDatabaseInitialization
class RightsCheck implements SmartInitializingSingleton {

    private static final String EXCESS =
            """
            SELECT privilege_type FROM information_schema.user_privileges
             WHERE privilege_type IN ('UPDATE', 'DELETE', 'DROP', 'ALTER', 'TRIGGER', 'SUPER')
            UNION
            SELECT privilege_type FROM information_schema.schema_privileges
             WHERE table_schema = DATABASE() AND privilege_type IN ('UPDATE', 'DELETE', 'DROP', 'ALTER', 'TRIGGER')
            """;

    private final JdbcTemplate sql;

    RightsCheck(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> excess = sql.queryForList(EXCESS, String.class);
        refuseIf(!excess.isEmpty(), "holds " + excess + " on the whole schema");
        Map<String, TableKind> guarded = guarded();
        refuseIf(guarded.isEmpty(), "cannot see the insert-only tables");
        guarded.forEach(this::check);
    }

    private void check(String table, TableKind kind) {
        if (kind.excess().contains("UPDATE")) {
            String column = firstColumn(table);
            refuseIf(
                    may("UPDATE `%s` SET `%s` = `%s` WHERE 1 = 0".formatted(table, column, column)),
                    "may UPDATE " + table);
        }
        if (kind.excess().contains("DELETE")) {
            refuseIf(may("DELETE FROM `%s` WHERE 1 = 0".formatted(table)), "may DELETE from " + table);
        }
        if (kind.excess().contains("INSERT")) {
            refuseIf(
                    may("INSERT INTO `%1$s` SELECT * FROM `%1$s` WHERE 1 = 0".formatted(table)),
                    "may INSERT into " + table);
        }
    }

    /** Tables of which the application may not do all, by name. */
    private Map<String, TableKind> guarded() {
        Map<String, TableKind> guarded = new TreeMap<>();
        sql.query(
                "SELECT table_name, table_comment FROM information_schema.tables WHERE table_schema = DATABASE()",
                row -> {
                    String table = row.getString(1);
                    TableKind.of(row.getString(2))
                            .filter(kind -> !kind.excess().isEmpty())
                            .ifPresent(kind -> guarded.put(table, kind));
                });
        return guarded;
    }

    private String firstColumn(String table) {
        return sql.queryForObject(
                "SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = ? AND ordinal_position = 1",
                String.class,
                table);
    }

    private boolean may(String statement) {
        try {
            sql.update(statement);
            return true;
        } catch (BadSqlGrammarException denied) { // what Spring makes of error 1142, "command denied"
            return false;
        }
    }

    private static void refuseIf(boolean excessive, String finding) {
        if (excessive) {
            throw new IllegalStateException(
                    "The application's database user %s, so records could be changed unseen. Give it an account of its own (spring.datasource.username) and let another one own the schema (spring.flyway.user); see docs/operations.md."
                            .formatted(finding));
        }
    }
}
