package org.jianzheng.records.rows;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Goes through what the platform noted about official rows: is each row still there, under the key that it had? */
@Component
class MissingRowsCheck extends OfficialTablesCheck {

    private final JdbcTemplate sql;
    private final RowMarks marks;
    private final RowStates states;

    MissingRowsCheck(JdbcTemplate sql, RowMarks marks) {
        super(sql);
        this.sql = sql;
        this.marks = marks;
        this.states = new RowStates(sql, marks);
    }

    @Override
    public String name() {
        return "missing-rows";
    }

    @Override
    Part read(String table, String after, int most) {
        List<String> keys = states.keys(table, after, most);
        return new Part(keys, new RowLook(sql, name -> new RowReader(sql, name), marks).missing(table, keys));
    }
}
