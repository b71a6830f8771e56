package org.jianzheng.sampling.register;

import static org.jianzheng.sampling.register.ActFilter.given;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 电子取样送检台账 and 电子见证取样台账 (5.3.2.1, 7.1.2): every sample that was taken, and every one that was witnessed, of the cases that
 * the acting person may see. Who only tests sees none: samples are tested without names.
 */
@Service
@Transactional(readOnly = true)
public class ActRegister {

    private static final String LINE =
            """
            SELECT s.case_id, s.label, s.sample_no, a.project_code, s.item, s.grade, s.lab_code, s.state, s.seal_no,
                   s.declared_made_at,
                   (SELECT COUNT(DISTINCT p.position) FROM sampling_specimen p WHERE p.sample_id = s.id) AS specimens,
                   t.at AS taken_at, t.name AS taken_name, t.employer AS taken_employer,
                   t.certificate AS taken_certificate, t.latitude AS taken_latitude, t.longitude AS taken_longitude,
                   t.note AS taken_note,
                   w.at AS witnessed_at, w.name AS witnessed_name, w.employer AS witnessed_employer,
                   w.certificate AS witnessed_certificate, w.latitude AS witnessed_latitude,
                   w.longitude AS witnessed_longitude, w.note AS witnessed_note
              FROM sampling_act a JOIN sampling_sample s ON s.id = a.sample_id
              LEFT JOIN sampling_handling t ON t.sample_id = s.id AND t.step = 'TAKING'
              LEFT JOIN sampling_handling w ON w.sample_id = s.id AND w.step = 'WITNESSING'
            """;

    private final NamedParameterJdbcTemplate sql;
    private final Identity identity;

    ActRegister(NamedParameterJdbcTemplate sql, Identity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Which of the two registers. */
    public enum Kind {
        TAKING,
        WITNESSING
    }

    /** The latest first. */
    public Paged<ActLine> list(Kind kind, ActFilter filter, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        String where = where(kind, filter, values);
        return Paged.read(page, size, () -> count(where, values), (backwards, from, shown) -> {
            values.put("size", shown);
            values.put("offset", from);
            String direction = backwards ? "ASC" : "DESC";
            return sql.query(
                    LINE + where + " ORDER BY a.at " + direction + ", a.sample_id " + direction
                            + " LIMIT :size OFFSET :offset",
                    values,
                    (RowMapper<ActLine>) (row, n) -> line(row));
        });
    }

    public long count(Kind kind, ActFilter filter) {
        Map<String, Object> values = new HashMap<>();
        return count(where(kind, filter, values), values);
    }

    private long count(String where, Map<String, Object> values) {
        Long count = sql.queryForObject(
                "SELECT COUNT(*) FROM sampling_act a JOIN sampling_sample s ON s.id = a.sample_id" + where,
                values,
                Long.class);
        return count == null ? 0 : count;
    }

    /** Every line, the earliest first. */
    public void each(Kind kind, ActFilter filter, Consumer<ActLine> take) {
        Map<String, Object> values = new HashMap<>();
        String where = where(kind, filter, values);
        sql.query(LINE + where + " ORDER BY a.at, a.sample_id", values, row -> {
            take.accept(line(row));
        });
    }

    /** Codes of projects that have lines the acting person may see. */
    public List<String> projects(Kind kind) {
        Map<String, Object> values = new HashMap<>();
        String where = where(kind, ActFilter.of(null, null, null, null, null, null, null), values);
        return sql.queryForList(
                "SELECT DISTINCT a.project_code FROM sampling_act a" + where + " ORDER BY a.project_code",
                values,
                String.class);
    }

    /** Codes of items in the same. */
    public List<String> items(Kind kind) {
        Map<String, Object> values = new HashMap<>();
        String where = where(kind, ActFilter.of(null, null, null, null, null, null, null), values);
        return sql.queryForList(
                "SELECT DISTINCT a.item FROM sampling_act a" + where + " ORDER BY a.item", values, String.class);
    }

    private String where(Kind kind, ActFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("a.step = :step"));
        values.put("step", kind.name());
        scope(conditions, values);
        equal("a.project_code", "project", filter.project(), conditions, values);
        equal("a.item", "item", filter.item(), conditions, values);
        equal("a.lab_code", "lab", filter.lab(), conditions, values);
        equal("s.state", "state", filter.state(), conditions, values);
        if (filter.from() != null) {
            conditions.add("a.at >= :from");
            values.put("from", CityTime.utc(midnight(filter.from())));
        }
        if (filter.until() != null) {
            conditions.add("a.at < :until");
            values.put("until", CityTime.utc(midnight(filter.until().plusDays(1))));
        }
        if (given(filter.person())) {
            conditions.add(
                    "EXISTS (SELECT 1 FROM sampling_handling h WHERE h.sample_id = a.sample_id AND h.step = a.step"
                            + " AND h.name LIKE :person)");
            values.put("person", SearchText.pattern(filter.person()));
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    private void scope(List<String> conditions, Map<String, Object> values) {
        Scope scope = identity.acting().testsOnly() ? null : identity.scope();
        if (scope == null) {
            conditions.add("1 = 0");
            return;
        }
        switch (scope.kind()) {
            case ALL -> {
                // The station sees every line.
            }
            case LAB -> equal("a.lab_code", "own", scope.code(), conditions, values);
            case DEVELOPER -> equal("a.developer_code", "own", scope.code(), conditions, values);
            case CONTRACTOR -> equal("a.contractor_code", "own", scope.code(), conditions, values);
            case SUPERVISION -> equal("a.supervision_code", "own", scope.code(), conditions, values);
            case NONE -> conditions.add("1 = 0");
        }
    }

    private static void equal(
            String column, String name, String value, List<String> conditions, Map<String, Object> values) {
        if (given(value)) {
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(CityTime.ZONE).toInstant();
    }

    private static ActLine line(ResultSet row) throws SQLException {
        return new ActLine(
                row.getString("case_id"),
                row.getString("label"),
                row.getString("sample_no"),
                row.getString("project_code"),
                row.getString("item"),
                row.getString("grade"),
                row.getString("lab_code"),
                row.getString("state"),
                row.getString("seal_no"),
                CityTime.instant(row, "declared_made_at"),
                row.getInt("specimens"),
                act(row, "taken"),
                act(row, "witnessed"));
    }

    private static ActLine.Act act(ResultSet row, String step) throws SQLException {
        Instant at = CityTime.instant(row, step + "_at");
        return at == null
                ? null
                : new ActLine.Act(
                        at,
                        row.getString(step + "_name"),
                        row.getString(step + "_employer"),
                        row.getString(step + "_certificate"),
                        row.getBigDecimal(step + "_latitude"),
                        row.getBigDecimal(step + "_longitude"),
                        row.getString(step + "_note"));
    }
}
