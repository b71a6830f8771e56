package org.jianzheng.nonconformity;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** Open loops written straight into the register, by the thousand where wanted; their processes are not started. */
public final class LoopRows {

    private static final String DIGITS = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9)";

    private static final String NUMBERS = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + DIGITS + " a, "
            + DIGITS + " b, " + DIGITS + " c, " + DIGITS + " e) numbers";

    private LoopRows() {}

    /** Report numbers {@code <lab>-R-00000} and on, one every hour before now; half of them overdue, a third the station's. */
    public static void insert(JdbcTemplate sql, String lab, int count, LocalDateTime now) {
        sql.update(
                "INSERT INTO nonconformity_loop (report_no, case_id, process, lab_code, developer_code, contractor_code,"
                        + " supervision_code, commission_no, project_name, place, item, sample, conclusion, opened_at,"
                        + " state, since, due_at, waiting_for, represents, parameters, required, measured, found_at,"
                        + " notified_at, version)"
                        + " SELECT CONCAT(?, '-R-', LPAD(n, 5, '0')), UUID(), UUID(), ?, 'WBJT', 'SJ1', 'HC',"
                        + " CONCAT(?, '-W-2026-', LPAD(n, 5, '0')), CONCAT('渭滨区滨河路安置房 ', n MOD 40 + 1, '# 楼'),"
                        + " '三层 ①～⑨/A～F 轴框架柱、梁、板', 'concrete-cube', '混凝土立方体试块 C30', 'FAIL',"
                        + " TIMESTAMPADD(HOUR, -n, ?), IF(n MOD 3 = 0, 'CLOSING', 'PLANNING'), TIMESTAMPADD(HOUR, -n, ?),"
                        + " TIMESTAMPADD(MINUTE, IF(n MOD 2 = 0, -1 - n, 1 + n), ?),"
                        + " IF(n MOD 3 = 0, 'station', 'contractors/SJ1'), '100 m³', '立方体抗压强度', '≥30.0 MPa',"
                        + " '26.1 MPa（27.0、25.5、25.8）', TIMESTAMPADD(HOUR, -n, ?), TIMESTAMPADD(HOUR, -n, ?), 0"
                        + " FROM " + NUMBERS + " WHERE n < ?",
                lab,
                lab,
                lab,
                now,
                now,
                now,
                now,
                now,
                count);
    }
}
