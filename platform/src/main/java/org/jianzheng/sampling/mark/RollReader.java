package org.jianzheng.sampling.mark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rolls and their marks; whether a mark is bound is told by its specimen. */
@Component
class RollReader {

    // A void mark that was bound before keeps its specimen, and counts as bound.
    private static final String ROLL =
            """
            SELECT r.*,
                   (SELECT COUNT(*) FROM sampling_specimen s WHERE s.roll_no = r.roll_no)
                   + (SELECT COUNT(*) FROM sampling_unordered_mark u WHERE u.roll_no = r.roll_no
                       AND NOT EXISTS (SELECT 1 FROM sampling_specimen s WHERE s.mark = u.mark)) AS bound,
                   (SELECT COUNT(*) FROM sampling_roll_void v WHERE v.roll_no = r.roll_no AND v.position > 0
                       AND NOT EXISTS (SELECT 1 FROM sampling_roll_mark m
                           LEFT JOIN sampling_specimen s ON s.mark = m.mark
                           LEFT JOIN sampling_unordered_mark u ON u.mark = m.mark
                           WHERE m.roll_no = v.roll_no AND m.position = v.position
                             AND (s.mark IS NOT NULL OR u.mark IS NOT NULL))) AS lost,
                   (SELECT COUNT(*) FROM sampling_roll_print p WHERE p.roll_no = r.roll_no) AS printings,
                   (SELECT v.reason FROM sampling_roll_void v WHERE v.roll_no = r.roll_no AND v.position = 0) AS voided
              FROM sampling_roll r
            """;

    private static final String MARK =
            """
            SELECT m.mark, m.roll_no, m.position, r.project_code, r.contractor_code,
                   s.mark IS NOT NULL OR u.mark IS NOT NULL AS bound,
                   s.mark IS NOT NULL AS on_specimen, u.arrival_id AS unordered, e.outcome IS NOT NULL AND e.outcome <> 'JOINED' AS unordered_ended,
                   (SELECT v.reason FROM sampling_roll_void v WHERE v.roll_no = m.roll_no
                       AND v.position IN (0, m.position) ORDER BY v.position LIMIT 1) AS voided
              FROM sampling_roll_mark m JOIN sampling_roll r ON r.roll_no = m.roll_no
              LEFT JOIN sampling_specimen s ON s.mark = m.mark
              LEFT JOIN sampling_unordered_mark u ON u.mark = m.mark
              LEFT JOIN sampling_unordered_end e ON e.arrival_id = u.arrival_id
            """;

    private final JdbcClient sql;

    RollReader(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<RollView> find(String rollNo) {
        return sql.sql(ROLL + " WHERE r.roll_no = ?")
                .param(rollNo)
                .query(RollReader::roll)
                .optional();
    }

    /** Newest first. @param project its code, or empty for any */
    Paged<RollView> list(Scope scope, String project, int page, int size) {
        Map<String, Object> values = new HashMap<>(Map.of("scope", scope.code(), "project", project));
        String where = " WHERE " + within(scope) + (project.isEmpty() ? "" : " AND r.project_code = :project");
        return Paged.read(page, size, () -> count(where, values), (backwards, from, shown) -> {
            String direction = backwards ? "ASC" : "DESC";
            return sql.sql(ROLL + where + " ORDER BY r.ordered_at " + direction + ", r.roll_no " + direction
                            + " LIMIT :size OFFSET :offset")
                    .params(values)
                    .param("size", shown)
                    .param("offset", from)
                    .query(RollReader::roll)
                    .list();
        });
    }

    private long count(String where, Map<String, Object> values) {
        return sql.sql("SELECT COUNT(*) FROM sampling_roll r" + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    // Whoever else knew of a blank mark could have it forged before it is on a specimen.
    private static String within(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> ":scope = ''";
            case CONTRACTOR -> "r.contractor_code = :scope";
            case LAB, DEVELOPER, SUPERVISION, NONE -> ":scope <> :scope";
        };
    }

    /** How many marks of the project are on nothing yet. */
    int blank(String project, String contractor) {
        return sql.sql(
                        """
                        SELECT COALESCE(SUM(r.size), 0)
                             - COALESCE(SUM((SELECT COUNT(*) FROM sampling_specimen s WHERE s.roll_no = r.roll_no)), 0)
                             - COALESCE(SUM((SELECT COUNT(*) FROM sampling_unordered_mark u WHERE u.roll_no = r.roll_no
                                 AND NOT EXISTS (SELECT 1 FROM sampling_specimen s WHERE s.mark = u.mark))), 0)
                          FROM sampling_roll r WHERE r.project_code = :project AND r.contractor_code = :contractor
                           AND NOT EXISTS (SELECT 1 FROM sampling_roll_void v WHERE v.roll_no = r.roll_no AND v.position = 0)
                        """)
                .param("project", project)
                .param("contractor", contractor)
                .query(Integer.class)
                .single();
    }

    Map<String, RollMark> marks(Collection<String> marks) {
        if (marks.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(MARK + " WHERE m.mark IN (:marks)")
                .param("marks", marks)
                .query((row, n) -> mark(row))
                .list()
                .stream()
                .collect(Collectors.toMap(RollMark::mark, Function.identity()));
    }

    /** Nobody else binds any of them until the caller's transaction ends; in one order for everybody. */
    void lock(Collection<String> marks) {
        if (!marks.isEmpty()) {
            sql.sql("SELECT mark FROM sampling_roll_mark WHERE mark IN (:marks) ORDER BY mark FOR UPDATE")
                    .param("marks", marks)
                    .query(String.class)
                    .list();
        }
    }

    List<RollView.Label> labels(String rollNo) {
        return sql.sql(MARK + " WHERE m.roll_no = ? ORDER BY m.position")
                .param(rollNo)
                .query((row, n) -> new RollView.Label(
                        row.getInt("position"),
                        row.getString("mark"),
                        row.getBoolean("bound"),
                        row.getString("voided")))
                .list();
    }

    List<RollView.Printing> printings(String rollNo) {
        return sql.sql("SELECT * FROM sampling_roll_print WHERE roll_no = ? ORDER BY number")
                .param(rollNo)
                .query((row, n) -> new RollView.Printing(
                        row.getInt("number"),
                        CityTime.instant(row, "printed_at"),
                        row.getString("printed_name"),
                        RollLayout.valueOf(row.getString("layout")),
                        row.getInt("labels"),
                        row.getString("reason")))
                .list();
    }

    List<RollView.Loss> losses(String rollNo) {
        return sql.sql("SELECT * FROM sampling_roll_void WHERE roll_no = ? ORDER BY voided_at, position")
                .param(rollNo)
                .query((row, n) -> new RollView.Loss(
                        row.getInt("position"),
                        CityTime.instant(row, "voided_at"),
                        row.getString("voided_name"),
                        row.getString("reason")))
                .list();
    }

    private static RollMark mark(ResultSet row) throws SQLException {
        return new RollMark(
                row.getString("mark"),
                row.getString("roll_no"),
                row.getInt("position"),
                row.getString("project_code"),
                row.getString("contractor_code"),
                row.getString("voided"),
                row.getBoolean("on_specimen"),
                row.getString("unordered"),
                row.getBoolean("unordered_ended"));
    }

    private static RollView roll(ResultSet row, int n) throws SQLException {
        String voided = row.getString("voided");
        int size = row.getInt("size");
        int bound = row.getInt("bound");
        return new RollView(
                row.getString("roll_no"),
                row.getString("project_code"),
                row.getString("contractor_code"),
                size,
                CityTime.instant(row, "ordered_at"),
                row.getString("ordered_name"),
                bound,
                voided == null ? row.getInt("lost") : size - bound,
                row.getInt("printings"),
                voided);
    }
}
