package org.jianzheng.sampling.mark;

import java.util.Optional;
import org.jianzheng.commission.caselist.CaseOfMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases by the marks of their specimens. */
@Component
class MarkedCases implements CaseOfMark {

    private final MarkMaker maker;
    private final JdbcClient sql;

    MarkedCases(MarkMaker maker, JdbcClient sql) {
        this.maker = maker;
        this.sql = sql;
    }

    @Override
    public Optional<String> caseOf(String typed) {
        return maker.read(typed).flatMap(mark -> sql.sql("SELECT s.case_id FROM sampling_specimen p"
                        + " JOIN sampling_sample s ON s.id = p.sample_id WHERE p.mark = ?")
                .param(mark)
                .query(String.class)
                .optional());
    }
}
