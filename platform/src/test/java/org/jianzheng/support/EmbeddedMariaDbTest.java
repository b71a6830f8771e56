package org.jianzheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @TempDir
    Path belowTemporary;

    @Test
    void dataBelowTheTemporaryFolderOutliveARestart() throws SQLException {
        assertThat(belowTemporary.toString()).startsWith(System.getProperty("java.io.tmpdir"));
        onARunningServer("CREATE TABLE kept (word VARCHAR(9))", "INSERT INTO kept VALUES ('见证')");

        onARunningServer("UPDATE kept SET word = '鉴证' WHERE word = '见证'");
    }

    private void onARunningServer(String... statements) throws SQLException {
        EmbeddedMariaDb server =
                EmbeddedMariaDb.start(belowTemporary.resolve("data"), 0, "--socket=" + belowTemporary.resolve("s"));
        try (Connection connection = DriverManager.getConnection(server.url(), "flyway", "flyway");
                var statement = connection.createStatement()) {
            int changed = 0;
            for (String sql : statements) {
                changed = statement.executeUpdate(sql);
            }
            assertThat(changed).as("rows the last statement met").isEqualTo(1);
        } finally {
            server.stop();
        }
    }
}
