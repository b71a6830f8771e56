package org.jianzheng.records.rows;

import javax.sql.DataSource;
import org.jianzheng.records.ledger.DemoMarks;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes the demo city's registries, which no station approved, for the platform's own. */
public final class DemoRows {

    private DemoRows() {}

    /** @param owner of the schema */
    public static void take(DataSource owner) {
        JdbcTemplate sql = new JdbcTemplate(owner);
        sql.update("DELETE FROM official_adoption WHERE table_name LIKE 'qualification%' OR table_name LIKE '%project'"
                + " OR table_name = 'acquisition_login'");
        new RowAdoption(new RowMarks(DemoMarks.marks())).adopt(sql);
    }
}
