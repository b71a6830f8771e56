package org.jianzheng.support.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A whole schema as text, one statement a line. */
final class DatabaseDump {

    private static final Set<String> NOT_KEPT = Set.of("SPRING_SESSION", "SPRING_SESSION_ATTRIBUTES");

    private DatabaseDump() {}

    static void write(String url, Path file) {
        try (Connection connection = DriverManager.getConnection(url, "flyway", "flyway");
                Statement sql = connection.createStatement();
                Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (String table : names(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                            + " AND table_type = 'BASE TABLE'",
                    sql)) {
                write(table, sql, out);
            }
            for (String view : names(
                    "SELECT CONCAT(table_name, '` AS ', view_definition) FROM information_schema.views"
                            + " WHERE table_schema = DATABASE()",
                    sql)) {
                out.write("CREATE VIEW `" + view.replace("\n", " ") + "\n");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String query, Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void write(String table, Statement sql, Writer out) throws SQLException, IOException {
        try (ResultSet row = sql.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
            row.next();
            out.write(row.getString(2).replace("\n", " ") + "\n");
        }
        if (NOT_KEPT.contains(table)) {
            return;
        }
        try (ResultSet rows = sql.executeQuery("SELECT * FROM `" + table + "`")) {
            while (rows.next()) {
                out.write("INSERT INTO `" + table + "` VALUES (" + values(rows) + ")\n");
            }
        }
    }

    private static String values(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(literal(row, i));
        }
        return String.join(",", values);
    }

    // Text as hex too, so that nothing in it can be taken for the statement's own.
    private static String literal(ResultSet row, int i) throws SQLException {
        if (row.getObject(i) == null) {
            return "NULL";
        }
        return switch (row.getMetaData().getColumnType(i)) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.DOUBLE,
                    Types.FLOAT,
                    Types.REAL,
                    Types.NUMERIC -> row.getString(i);
            case Types.BIT, Types.BOOLEAN -> row.getBoolean(i) ? "1" : "0";
            case Types.DATE, Types.TIME, Types.TIMESTAMP -> "'" + row.getString(i) + "'";
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> hex(row.getBytes(i));
            default -> "CONVERT(" + hex(row.getString(i).getBytes(StandardCharsets.UTF_8)) + " USING utf8mb4)";
        };
    }

    private static String hex(byte[] value) {
        return value.length == 0 ? "''" : "0x" + HexFormat.of().formatHex(value);
    }

    static void load(InputStream dump, String url) {
        try (Connection connection = DriverManager.getConnection(url, "flyway", "flyway");
                Statement sql = connection.createStatement();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(dump), StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            sql.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sql.execute(line);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
