package org.jianzheng.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.breach.openwork.OpenWork;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that run on a laboratory's qualifications. Sets of rows, because a sweep goes through all of them at once. */
@Component
class CasesOfScope implements OpenWork {

    private static final String OPEN =
            """
            SELECT case_id, commission_no, lab_code, item, project_name, sample, stage, opened_at
              FROM commission_case WHERE stage IN ('SAMPLING', 'SAMPLING_STOPPED', 'SAMPLE_REFUSED', 'TESTING', 'TEST_STOPPED', 'REPORTING')
            """;

    private static final String HOLDS = "commission_hold";
    private static final Set<String> RECEIVED =
            Set.of(CaseStage.TESTING.name(), CaseStage.TEST_STOPPED.name(), CaseStage.REPORTING.name());

    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Clock clock;

    CasesOfScope(JdbcClient jdbc, OfficialRows official, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.official = official;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<OpenCase> all() {
        return jdbc.sql(OPEN).query(CasesOfScope::row).list();
    }

    @Override
    public List<OpenCase> on(String labCode, Collection<String> items) {
        return jdbc.sql(OPEN + " AND lab_code = :lab AND item IN (:items) ORDER BY opened_at")
                .param("lab", labCode)
                .param("items", items)
                .query(CasesOfScope::row)
                .list();
    }

    private static OpenCase row(ResultSet row, int n) throws SQLException {
        return new OpenCase(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                RECEIVED.contains(row.getString(7)),
                CityTime.instant(row, "opened_at"));
    }

    @Override
    public void hold(Collection<String> caseIds, String cause, String reason) {
        LocalDateTime now = CityTime.utc(CityTime.now(clock));
        caseIds.forEach(caseId -> {
            official.insert(subject(caseId), HOLDS, "case_id, cause, reason, held_at", caseId, cause, reason, now);
            append(caseId, "case.held", reason, cause);
        });
        showReasons(caseIds);
    }

    @Override
    public void release(String cause) {
        List<String> cases = jdbc.sql("SELECT case_id FROM commission_hold WHERE cause = ? AND released_at IS NULL")
                .param(cause)
                .query(String.class)
                .list();
        Map<String, ?> released = Map.of("released_at", CityTime.utc(CityTime.now(clock)));
        cases.forEach(caseId -> {
            official.update(subject(caseId), HOLDS, Map.of("case_id", caseId, "cause", cause), released);
            append(caseId, "case.released", null, cause);
        });
        showReasons(cases);
    }

    // The line of a case shows one reason; while there are more, any will do: each stops it.
    private void showReasons(Collection<String> caseIds) {
        if (!caseIds.isEmpty()) {
            jdbc.sql("UPDATE commission_case c SET held_reason ="
                            + " (SELECT MAX(h.reason) FROM commission_hold h"
                            + " WHERE h.case_id = c.case_id AND h.released_at IS NULL)"
                            + " WHERE c.case_id IN (:cases)")
                    .param("cases", caseIds)
                    .update();
        }
    }

    @Override
    public List<OpenCase> heldFor(Collection<String> causes) {
        return jdbc.sql("SELECT DISTINCT c.case_id, c.commission_no, c.lab_code, c.item, c.project_name, c.sample,"
                        + " c.stage, c.opened_at FROM commission_case c JOIN commission_hold h ON h.case_id ="
                        + " c.case_id WHERE h.cause IN (:causes) AND h.released_at IS NULL ORDER BY c.opened_at")
                .param("causes", causes)
                .query(CasesOfScope::row)
                .list();
    }

    private void append(String caseId, String action, String reason, String cause) {
        ledger.append(new Ledger.Fact(null, action, subject(caseId), caseId, reason, Map.of("cause", cause)));
    }

    private static String subject(String caseId) {
        return "case:" + caseId;
    }
}
