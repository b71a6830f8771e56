package org.jianzheng.nonconformity.register;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts the supervisors' board together: a few questions by set, none by loop. */
@Component
public class BoardQueries {

    private static final int LINES = 30;
    private static final int HEATED = 12;
    private static final Duration SOON = Duration.ofHours(24);

    private final JdbcTemplate sql;
    private final NonconformityRegister register;
    private final DisplayNames names;
    private final Clock clock;

    BoardQueries(JdbcTemplate sql, NonconformityRegister register, DisplayNames names, Clock clock) {
        this.sql = sql;
        this.register = register;
        this.names = names;
        this.clock = clock;
    }

    public Board board() {
        LocalDateTime now = CityTime.utc(clock.instant());
        LocalDateTime soon = CityTime.utc(clock.instant().plus(SOON));
        Map<String, Object> counts = sql.queryForMap(
                "SELECT COUNT(*) AS open, COALESCE(SUM(due_at < ?), 0) AS overdue,"
                        + " COALESCE(SUM(due_at >= ? AND due_at < ?), 0) AS soon,"
                        + " COALESCE(SUM(waiting_for = 'station'), 0) AS mine"
                        + " FROM nonconformity_loop WHERE closed_at IS NULL",
                now,
                now,
                soon);
        return new Board(
                count(counts, "open"),
                count(counts, "overdue"),
                count(counts, "soon"),
                count(counts, "mine"),
                register.lines(" WHERE closed_at IS NULL AND due_at < ? ORDER BY due_at LIMIT " + LINES, now),
                register.lines(" WHERE closed_at IS NULL AND waiting_for = 'station' ORDER BY due_at LIMIT " + LINES),
                heat("lab_code", now, code -> names.employer("labs/" + code)),
                heat("project_name", now, UnaryOperator.identity()));
    }

    private List<Board.Heat> heat(String column, LocalDateTime now, UnaryOperator<String> name) {
        var rows = sql.queryForList(
                "SELECT " + column + " AS code, COUNT(*) AS open, COALESCE(SUM(due_at < ?), 0) AS overdue"
                        + " FROM nonconformity_loop WHERE closed_at IS NULL GROUP BY " + column
                        + " ORDER BY overdue DESC, open DESC, code LIMIT " + HEATED,
                now);
        long most = rows.stream().mapToLong(row -> count(row, "overdue")).max().orElse(0);
        return rows.stream()
                .map(row -> new Board.Heat(
                        (String) row.get("code"),
                        name.apply((String) row.get("code")),
                        count(row, "open"),
                        count(row, "overdue"),
                        level(count(row, "overdue"), most)))
                .toList();
    }

    /** None overdue is level 0; the worst is level 4. */
    static int level(long overdue, long most) {
        return overdue == 0 ? 0 : (int) Math.max(1, Math.min(4, 4 * overdue / most));
    }

    private static long count(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
