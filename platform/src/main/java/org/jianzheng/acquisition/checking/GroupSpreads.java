package org.jianzheng.acquisition.checking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the specimens of a laboratory's latest groups lie apart, from the peaks of their sealed runs. */
@Component
class GroupSpreads {

    /** Two may well be alike. */
    private static final int LEAST_OF_A_GROUP = 3;

    private static final int LATEST_RUNS = 300;
    private static final int PLACES = 3;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final JdbcTemplate sql;

    GroupSpreads(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** (greatest − least) of the mean in percent, of each whole group among the latest runs by the method. */
    List<BigDecimal> of(String labCode, String method) {
        return sql.query(
                "SELECT MAX(peak_newtons) - MIN(peak_newtons), SUM(peak_newtons), COUNT(*) FROM (SELECT case_id, stage,"
                        + " peak_newtons FROM acquisition_run WHERE lab_code = ? AND method = ? AND state = 'SEALED'"
                        + " ORDER BY opened_at DESC LIMIT " + LATEST_RUNS + ") latest GROUP BY case_id, stage"
                        + " HAVING COUNT(*) >= " + LEAST_OF_A_GROUP + " AND SUM(peak_newtons) > 0",
                (row, index) -> row.getBigDecimal(1)
                        .multiply(HUNDRED)
                        .multiply(row.getBigDecimal(3))
                        .divide(row.getBigDecimal(2), PLACES, RoundingMode.HALF_EVEN),
                labCode,
                method);
    }
}
