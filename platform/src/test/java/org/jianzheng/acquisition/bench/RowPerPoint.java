package org.jianzheng.acquisition.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jianzheng.support.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stock way: each point is a row, inserted by a prepared statement. No broker, no machine, no JSON, nothing sealed: only the
 * writing. As many writers as are fastest.
 */
final class RowPerPoint {

    private static final int SECONDS = 4;
    private static final int[] WRITERS = {1, 8};

    private final JdbcTemplate sql;

    RowPerPoint(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @return points a second, so many in one transaction */
    double measure(int together) throws Exception {
        TestDatabase.owner()
                .execute("CREATE TABLE IF NOT EXISTS bench_point (id BIGINT AUTO_INCREMENT PRIMARY KEY, run_id CHAR(36)"
                        + " NOT NULL, t INT NOT NULL, kn DECIMAL(10, 3) NOT NULL, received_at DATETIME(6) NOT NULL,"
                        + " UNIQUE KEY bench_point_once (run_id, t)) COMMENT 'working: of a bench'");
        TestDatabase.owner().execute("GRANT SELECT, INSERT ON jianzheng.bench_point TO app@'%'");
        double best = 0;
        for (int writers : WRITERS) {
            best = Math.max(best, write(writers, together));
        }
        return best;
    }

    private double write(int writers, int together) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                work.add(() -> sql.execute((Connection connection) -> write(connection, together)));
            }
            long points = 0;
            for (Future<Long> one : threads.invokeAll(work)) {
                points += one.get();
            }
            return points / (double) SECONDS;
        } finally {
            threads.shutdown();
        }
    }

    private static long write(Connection connection, int together) throws SQLException {
        String run = UUID.randomUUID().toString();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int points = 0;
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bench_point (run_id, t, kn, received_at) VALUES (?, ?, ?, ?)")) {
            while (System.nanoTime() < end) {
                for (int i = 0; i < together; i++) {
                    insert.setString(1, run);
                    insert.setInt(2, points++ * 50);
                    insert.setBigDecimal(3, BigDecimal.valueOf(points, 3));
                    insert.setTimestamp(4, Timestamp.from(Instant.now()));
                    insert.executeUpdate();
                }
                connection.commit();
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return points;
    }
}
