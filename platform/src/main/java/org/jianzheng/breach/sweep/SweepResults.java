package org.jianzheng.breach.sweep;

import java.util.List;
import java.util.UUID;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The results of sweeps, newest first. */
@Component
@Transactional
public class SweepResults {

    private static final int SHOWN = 30;

    private final JdbcClient jdbc;

    SweepResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SweepResult keep(SweepResult result) {
        jdbc.sql(
                        "INSERT INTO qualification_sweep (id, started_at, millis, by_name, cases, found, opened, released, warned)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        CityTime.utc(result.startedAt()),
                        result.millis(),
                        result.by(),
                        result.cases(),
                        result.found(),
                        result.opened(),
                        result.released(),
                        result.warned())
                .update();
        return result;
    }

    @Transactional(readOnly = true)
    public List<SweepResult> latest() {
        return jdbc.sql("SELECT * FROM qualification_sweep ORDER BY started_at DESC LIMIT " + SHOWN)
                .query((row, n) -> new SweepResult(
                        CityTime.instant(row, "started_at"),
                        row.getLong("millis"),
                        row.getString("by_name"),
                        row.getInt("cases"),
                        row.getInt("found"),
                        row.getInt("opened"),
                        row.getInt("released"),
                        row.getInt("warned")))
                .list();
    }
}
