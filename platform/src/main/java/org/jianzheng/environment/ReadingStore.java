package org.jianzheng.environment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.sensor.SensorReading;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Readings as they came; only ever added. */
@Component
class ReadingStore {

    private static final String COLUMNS =
            "sensor, measured_at, received_at, temperature_c, humidity_percent, inside FROM environment_reading";
    private static final RowMapper<Climate> ROW = (row, index) -> new Climate(
            row.getString("sensor"),
            CityTime.instant(row, "measured_at"),
            CityTime.instant(row, "received_at"),
            row.getBigDecimal("temperature_c"),
            row.getBigDecimal("humidity_percent"),
            row.getBoolean("inside"));

    private final JdbcTemplate sql;

    ReadingStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A reading of the same sensor and moment is stored once. */
    void add(SensorReading reading, String roomId, boolean inside) {
        sql.update(
                "INSERT IGNORE INTO environment_reading (lab_code, sensor, room_id, measured_at, received_at,"
                        + " temperature_c, humidity_percent, inside) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                reading.labCode(),
                reading.sensor(),
                roomId,
                CityTime.utc(reading.at()),
                CityTime.utc(reading.receivedAt()),
                reading.temperatureC(),
                reading.humidityPercent(),
                inside);
    }

    Optional<Climate> last(String roomId) {
        return sql
                .query("SELECT " + COLUMNS + " WHERE room_id = ? ORDER BY measured_at DESC LIMIT 1", ROW, roomId)
                .stream()
                .findFirst();
    }

    /** In the order they were measured. */
    List<Climate> between(String roomId, Instant from, Instant until) {
        return sql.query(
                "SELECT " + COLUMNS
                        + " WHERE room_id = ? AND measured_at BETWEEN ? AND ? ORDER BY measured_at LIMIT 5000",
                ROW,
                roomId,
                CityTime.utc(from),
                CityTime.utc(until));
    }

    /** Newest first. */
    Paged<Climate> page(String roomId, int page, int size) {
        List<Climate> items = sql.query(
                "SELECT " + COLUMNS + " WHERE room_id = ? ORDER BY measured_at DESC LIMIT ? OFFSET ?",
                ROW,
                roomId,
                size,
                (long) page * size);
        Long total =
                sql.queryForObject("SELECT COUNT(*) FROM environment_reading WHERE room_id = ?", Long.class, roomId);
        return new Paged<>(items, total);
    }

    /**
     * Times outside the limits, of which something was received since then.
     *
     * @return each with the last reading within before it, by which it is told from others
     */
    List<Excursion> excursions(String roomId, Instant receivedAfter) {
        return sql.query(
                "SELECT after_inside, MIN(measured_at) AS first_at, MAX(measured_at) AS last_at,"
                        + " MIN(temperature_c) AS coldest, MAX(temperature_c) AS warmest,"
                        + " MIN(humidity_percent) AS driest, MAX(humidity_percent) AS dampest FROM (SELECT o.measured_at,"
                        + " o.temperature_c, o.humidity_percent, (SELECT MAX(i.measured_at) FROM environment_reading i"
                        + " WHERE i.room_id = o.room_id AND i.inside = TRUE AND i.measured_at < o.measured_at)"
                        + " AS after_inside FROM environment_reading o WHERE o.room_id = ? AND o.received_at > ?"
                        + " AND o.inside = FALSE) outsides GROUP BY after_inside",
                (row, index) -> new Excursion(
                        row.getObject("after_inside") == null ? null : CityTime.instant(row, "after_inside"),
                        CityTime.instant(row, "first_at"),
                        CityTime.instant(row, "last_at"),
                        row.getBigDecimal("coldest") + "～" + row.getBigDecimal("warmest"),
                        row.getBigDecimal("driest") + "～" + row.getBigDecimal("dampest")),
                roomId,
                CityTime.utc(receivedAfter));
    }

    void affect(String warningId, StoredSample sample, String roomId, Instant at) {
        sql.update(
                "INSERT IGNORE INTO environment_affected (warning_id, case_id, sample_no, room_id, noted_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                warningId,
                sample.caseId(),
                sample.sampleNo(),
                roomId,
                CityTime.utc(at));
    }

    /** Warnings of rooms in which the sample of that case lay. */
    List<String> warningsOf(String caseId) {
        return sql.queryForList(
                "SELECT warning_id FROM environment_affected WHERE case_id = ? ORDER BY noted_at LIMIT 50",
                String.class,
                caseId);
    }

    /** Numbers of the samples that a warning concerns. */
    List<String> samplesOf(String warningId) {
        return sql.queryForList(
                "SELECT sample_no FROM environment_affected WHERE warning_id = ? ORDER BY sample_no LIMIT 2000",
                String.class,
                warningId);
    }
}
