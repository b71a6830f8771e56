package org.jianzheng.nonconformity;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** Open breaches written straight into their table; their processes are not started. */
public final class BreachRows {

    private BreachRows() {}

    public static void insert(JdbcTemplate sql, String id, String lab, LocalDateTime dueAt) {
        sql.update(
                "INSERT INTO qualification_breach (id, breach_no, lab_code, rule_name, subject, reason, origin, opened_at,"
                        + " repeats, minimum, explain_days, correct_days, appeal_days, inform_admin, state, since, due_at,"
                        + " version) VALUES (?, ?, ?, 'LAB_SCOPE', ?, '开展资质范围以外的检测', 'SWEEP', ?, 0, 'WARN',"
                        + " 3, 10, 5, FALSE, 'DECIDING', ?, ?, 0)",
                id,
                lab + "-ZY-" + id.substring(0, 8),
                lab,
                lab,
                dueAt.minusDays(3),
                dueAt.minusDays(3),
                dueAt);
    }
}
