package org.jianzheng.position;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.Paged;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.sampling.event.CustodyRecorded.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Positions as they were told. */
@Component
class PositionStore {

    private static final String READ =
            "SELECT step, sample, project_code, at, username, name, latitude, longitude, accuracy_metres, phone FROM position_fix ";

    private final JdbcTemplate sql;

    PositionStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param at when the person was there */
    void add(CustodyRecorded told, Instant at) {
        sql.update(
                "INSERT INTO position_fix (step, sample, case_id, lab_code, project_code, at, username, name,"
                        + " latitude, longitude, accuracy_metres, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                told.step().name(),
                told.sample(),
                told.caseId(),
                told.labCode(),
                told.projectCode(),
                CityTime.utc(at),
                told.username(),
                told.name(),
                told.place().point().latitude(),
                told.place().point().longitude(),
                told.place().accuracyMetres(),
                told.place().phone());
    }

    /** The person's before that moment, the latest first. */
    List<PositionFix> ofPerson(String username, Instant before, int most) {
        return sql.query(
                READ + "WHERE username = ? AND at < ? ORDER BY at DESC LIMIT ?",
                PositionStore::fix,
                username,
                CityTime.utc(before),
                most);
    }

    /** Where the sample was taken. */
    Optional<PositionFix> taking(String sample) {
        return sql
                .query(READ + "WHERE sample = ? AND step = 'TAKING' ORDER BY at LIMIT 1", PositionStore::fix, sample)
                .stream()
                .findFirst();
    }

    /** Newest first. */
    Paged<PositionFix> ofProject(String projectCode, int page, int size) {
        Long total =
                sql.queryForObject("SELECT COUNT(*) FROM position_fix WHERE project_code = ?", Long.class, projectCode);
        List<PositionFix> found = sql.query(
                READ + "WHERE project_code = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?",
                PositionStore::fix,
                projectCode,
                size,
                (long) page * size);
        return new Paged<>(found, total == null ? 0 : total);
    }

    private static PositionFix fix(ResultSet row, int index) throws SQLException {
        return new PositionFix(
                Step.valueOf(row.getString("step")),
                row.getString("sample"),
                row.getString("project_code"),
                CityTime.instant(row, "at"),
                row.getString("username"),
                row.getString("name"),
                new GeoPoint(plain(row.getBigDecimal("latitude")), plain(row.getBigDecimal("longitude"))),
                row.getBigDecimal("accuracy_metres"),
                row.getString("phone"));
    }

    // The column's zeros are nobody's digits.
    private static BigDecimal plain(BigDecimal degrees) {
        BigDecimal stripped = degrees.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
