package org.jianzheng.testing.order;

import java.util.Collection;
import java.util.Set;
import org.jianzheng.sampling.TestedSamples;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases whose test has come to a result, whatever it says. */
@Component
class CasesTested implements TestedSamples {

    private final JdbcClient sql;

    CasesTested(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> among(Collection<String> caseIds) {
        return caseIds.isEmpty()
                ? Set.of()
                : sql.sql(
                                "SELECT DISTINCT case_id FROM testing_result WHERE case_id IN (:cases) AND conclusion <> 'PENDING'")
                        .param("cases", caseIds)
                        .query(String.class)
                        .set();
    }
}
