package org.jianzheng.testing.correction;

import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts verdict-changing corrections, and those of curves, per person: one who often turns failures into passes stands out. */
@Component
class CorrectionTallies {

    private static final String OF_PERIOD =
            " FROM testing_correction WHERE (changes_verdict OR subject_kind = 'CURVE') AND proposed_at >= :from"
                    + " AND proposed_at < :before AND (:lab = '' OR lab_code = :lab)";
    private static final String PARTS = "(SELECT proposer AS username, proposer_name AS name, 1 AS proposed,"
            + " CASE WHEN subject_kind = 'CURVE' THEN 1 ELSE 0 END AS curves,"
            + " CASE WHEN verdict_before <> 'PASS' AND verdict_after = 'PASS' THEN 1 ELSE 0 END AS to_pass,"
            + " 0 AS approved" + OF_PERIOD
            + " UNION ALL SELECT approver, approver_name, 0, 0, 0, 1" + OF_PERIOD
            + " AND approver IS NOT NULL AND state <> 'REFUSED') part";

    private final JdbcClient sql;

    CorrectionTallies(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param lab code of the only laboratory that counts; empty for all */
    Paged<CorrectionTally> of(String lab, CorrectionFilter period, int page, int size) {
        var items = with(
                        "SELECT username, MAX(name) AS name, SUM(proposed) AS proposed, SUM(curves) AS curves,"
                                + " SUM(to_pass) AS to_pass,"
                                + " SUM(approved) AS approved FROM " + PARTS
                                + " GROUP BY username ORDER BY SUM(proposed) + SUM(approved) DESC, username"
                                + " LIMIT :size OFFSET :skip",
                        lab,
                        period)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new CorrectionTally(
                        row.getString("username"),
                        row.getString("name"),
                        row.getLong("proposed"),
                        row.getLong("curves"),
                        row.getLong("to_pass"),
                        row.getLong("approved")))
                .list();
        long total = with("SELECT COUNT(DISTINCT username) FROM " + PARTS, lab, period)
                .query(Long.class)
                .single();
        return new Paged<>(items, total);
    }

    private JdbcClient.StatementSpec with(String statement, String lab, CorrectionFilter period) {
        return sql.sql(statement)
                .param("lab", lab)
                .param("from", CityTime.utc(period.from()))
                .param("before", CityTime.utc(period.before()));
    }
}
