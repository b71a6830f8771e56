package org.jianzheng.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * After every migration gives the application's user its rights, table by table, and takes away rights on the schema as a
 * whole. A table whose comment says {@code insert-only} can be added to and read, nothing else: rights guard it, because
 * MySQL refuses triggers to ordinary users while binary logging is on.
 */
@Component
class RowRights extends BaseCallback {

    static final String INSERT_ONLY = "insert-only";
    static final String READ_ONLY = "read-only";

    private static final Logger log = LoggerFactory.getLogger(RowRights.class);
    private static final int NO_SUCH_GRANT = 1141;

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
        sql.execute("GRANT %s ON `%s` TO %s".formatted(rights(name, table), name, account));
    }

    private static String rights(String name, Map<String, Object> table) {
        if ("VIEW".equals(table.get("kind")) || name.startsWith("flyway_")) {
            return "SELECT";
        }
        String remark = String.valueOf(table.get("remark"));
        if (remark.startsWith(READ_ONLY)) {
            return "SELECT";
        }
        return remark.startsWith(INSERT_ONLY) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
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
