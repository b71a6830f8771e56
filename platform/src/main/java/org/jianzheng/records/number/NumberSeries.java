package org.jianzheng.records.number;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens series of numbers. */
@Component
class NumberSeries {

    private final JdbcTemplate sql;

    NumberSeries(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * Makes sure of the rows of this year and the next, in a transaction of its own: parallel issuers of a first number who
     * insert the row they then wait for would end in a deadlock. The next year's is made ahead, for nobody should wait for
     * it at midnight.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void open(String kind, String labCode, int year) {
        for (int opened = year; opened <= year + 1; opened++) {
            sql.update(
                    "INSERT IGNORE INTO number_series (kind, lab_code, year, last) VALUES (?, ?, ?, 0)",
                    kind,
                    labCode,
                    opened);
        }
    }
}
