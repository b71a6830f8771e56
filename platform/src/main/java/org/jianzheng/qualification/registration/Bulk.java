package org.jianzheng.qualification.registration;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Many rows in few round trips. */
@Component
class Bulk {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate sql;

    Bulk(JdbcTemplate sql) {
        this.sql = sql;
    }

    <T> void insert(String statement, List<T> rows, Function<T, Object[]> values) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<T> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            sql.batchUpdate(statement, some.stream().map(values).toList());
        }
    }
}
