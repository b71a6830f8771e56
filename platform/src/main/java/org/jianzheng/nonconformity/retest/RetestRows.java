package org.jianzheng.nonconformity.retest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.Retests;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.reporting.report.ReportSigned;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the re-tests of failing reports said, and why some do not count: rows that are only ever added. */
@Component
class RetestRows {

    private static final int OFFERED_AT_MOST = 50;
    private static final int COMPARED_AT_MOST = 300;
    /** The developer's, or any party's where a dispute is settled. */
    private static final String OFFERED =
            """
            SELECT report_no FROM nonconformity_loop
             WHERE state IN ('RETEST_FIRST', 'RETEST_ORDERED', 'RETESTING')
               AND (CONCAT('developers/', developer_code) = ?
                    OR retest_ordered = 'DISPUTE'
                       AND (CONCAT('contractors/', contractor_code) = ? OR CONCAT('supervision/', supervision_code) = ?
                            OR 'station' = ?))
             ORDER BY opened_at DESC LIMIT ?
            """;

    private final JdbcTemplate sql;
    private final OfficialRows official;
    private final Ledger ledger;

    RetestRows(JdbcTemplate sql, OfficialRows official, Ledger ledger) {
        this.sql = sql;
        this.official = official;
        this.ledger = ledger;
    }

    record Signed(String retestNo, Instant at) {}

    /** Reports that people of that employer may have tested again, as far as their loops say; newest first. */
    List<String> offered(String employer) {
        return sql.queryForList(OFFERED, String.class, employer, employer, employer, employer, OFFERED_AT_MOST);
    }

    /** Reports of a project that did not pass, but for false alarms, newest first. */
    List<Retests.Failing> failing(String developerCode, String projectCode) {
        // What was found wrong is written down a moment after the loop opens, its project with it.
        return sql.query(
                "SELECT report_no, case_id FROM nonconformity_loop WHERE developer_code = ?"
                        + " AND (project_code = ? OR project_code IS NULL) AND state <> 'WITHDRAWN'"
                        + " ORDER BY opened_at DESC LIMIT ?",
                (row, i) -> new Retests.Failing(row.getString(1), row.getString(2)),
                developerCode,
                projectCode,
                COMPARED_AT_MOST);
    }

    /** Cases of which a signed report is known. */
    List<String> cases(String reportNo) {
        return sql.queryForList("SELECT case_id FROM nonconformity_retest WHERE report_no = ?", String.class, reportNo);
    }

    /** Those with a verdict, newest first. */
    List<Signed> decisive(String reportNo) {
        return sql.query(
                "SELECT retest_no, signed_at FROM nonconformity_retest"
                        + " WHERE report_no = ? AND conclusion IN ('PASS', 'FAIL', 'RETEST') ORDER BY signed_at DESC",
                (row, i) -> new Signed(row.getString(1), CityTime.instant(row, "signed_at")),
                reportNo);
    }

    /** In the transaction that signs the re-test's report. */
    void add(String reportNo, ReportSigned signed, String commissionNo) {
        official.insert(
                Loop.subject(reportNo),
                "nonconformity_retest",
                "report_no, retest_no, case_id, commission_no, conclusion, signed_at",
                reportNo,
                signed.reportNo(),
                signed.caseId(),
                commissionNo,
                signed.conclusion().name(),
                CityTime.utc(signed.at()));
        ledger.append(Ledger.Fact.of(
                "loop.retestSigned",
                Loop.subject(reportNo),
                signed.caseId(),
                Map.of(
                        "retestNo",
                        signed.reportNo(),
                        "conclusion",
                        signed.conclusion().name())));
    }

    /** Numbers of those that have been objected to. */
    List<String> objected(String reportNo) {
        return sql.queryForList(
                "SELECT retest_no FROM nonconformity_retest_objection WHERE report_no = ?", String.class, reportNo);
    }

    void object(Loop loop, String retestNo, String objection, Instant at) {
        official.insert(
                loop.ledgerSubject(),
                "nonconformity_retest_objection",
                "report_no, retest_no, objection, found_at",
                loop.reportNo(),
                retestNo,
                objection,
                CityTime.utc(at));
    }
}
