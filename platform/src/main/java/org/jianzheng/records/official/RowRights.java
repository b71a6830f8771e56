package org.jianzheng.records.official;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * After every migration gives the application's user its rights, table by table as its {@link TableKind} says, and takes
 * away rights on the schema as a whole. Rights guard what may only be added to, because MySQL refuses triggers to ordinary
 * users while binary logging is on.
 */
@Component
class RowRights extends BaseCallback {

    private static final Logger log = LoggerFactory.getLogger(RowRights.class);
    private static final int NO_SUCH_GRANT = 1141;
    private static final int NO_SUCH_GRANT_ON_TABLE = 1147;

    private final String account;

    RowRights(DataSourceProperties application, DatabaseSettings settings) {
        this.account = "'%s'@'%s'".formatted(application.determineUsername(), settings.applicationHost());
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        // Not closed: the connection is Flyway's.
        JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        sql.queryForList("SELECT table_name AS name, table_type AS kind, table_comment AS remark"
                        + " FROM information_schema.tables WHERE table_schema = DATABASE()")
                .forEach(table -> grant(sql, table));
        revokeSchemaRights(context.getConnection());
    }

    private void grant(JdbcTemplate sql, Map<String, Object> table) {
        String name = (String) table.get("name");
        if ("VIEW".equals(table.get("kind")) || name.startsWith("flyway_")) {
            give(sql, name, TableKind.READ_ONLY);
        } else {
            give(sql, name, TableKind.of((String) table.get("remark")).orElse(TableKind.WORKING));
        }
    }

    private void give(JdbcTemplate sql, String table, TableKind kind) {
        sql.execute("GRANT %s ON `%s` TO %s".formatted(kind.rights(), table, account));
        for (String right : kind.excess()) {
            take(sql, right, table);
        }
    }

    /** MySQL minds when there is nothing to take, MariaDB does not. */
    private void take(JdbcTemplate sql, String right, String table) {
        try {
            sql.execute("REVOKE %s ON `%s` FROM %s".formatted(right, table, account));
        } catch (DataAccessException refused) {
            if (!(refused.getMostSpecificCause() instanceof SQLException cause)
                    || cause.getErrorCode() != NO_SUCH_GRANT_ON_TABLE) {
                throw refused;
            }
        }
    }

    private void revokeSchemaRights(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("REVOKE ALL PRIVILEGES ON `%s`.* FROM %s"
                    .formatted(connection.getCatalog().replace("`", "``"), account));
            log.info("Took the rights on the whole schema from {}", account);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_GRANT) {
                throw new IllegalStateException(
                        "Cannot take rights on the whole schema from %s: the Flyway user needs GRANT OPTION on it"
                                .formatted(account),
                        e);
            }
        }
    }
}
