package org.jianzheng.testing;

import java.util.List;
import org.jianzheng.breach.openwork.RunningTest;
import org.jianzheng.breach.openwork.RunningTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders whose raw record is still awaited. */
@Component
class TestsUnderWay implements RunningTests {

    private final JdbcClient jdbc;

    TestsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RunningTest> all() {
        return jdbc.sql("SELECT case_id, lab_code, item, tester FROM testing_order WHERE awaiting IS NOT NULL")
                .query((row, n) ->
                        new RunningTest(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
