package org.jianzheng.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of evaluations. They are added and never changed; what an evaluation says is proven by the ledger. */
@Component
class EvaluationStore {

    static final String SUPERSEDED = "SUPERSEDED";
    static final String OUTDATED = "OUTDATED";

    private static final String KEPT =
            "SELECT evaluation_no, content, content_sha256, ledger_entry FROM batch_evaluation";

    private final JdbcClient sql;
    private final OfficialRows rows;

    EvaluationStore(JdbcClient sql, OfficialRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** An evaluation as it was kept. */
    record Kept(String no, String content, String contentSha256, UUID ledgerEntry) {}

    static String subject(String no) {
        return "batch:" + no;
    }

    void add(EvaluationSheet sheet, Kept kept) {
        String subject = subject(kept.no());
        rows.insert(
                subject,
                "batch_evaluation",
                "evaluation_no, project_code, evaluated_at, content, content_sha256, ledger_entry",
                kept.no(),
                sheet.site().code(),
                CityTime.utc(sheet.done().at()),
                kept.content(),
                kept.contentSha256(),
                kept.ledgerEntry().toString());
        rows.insertAll(
                subject,
                "batch_group",
                "evaluation_no, report_no",
                sheet.groups().stream()
                        .map(group -> new Object[] {kept.no(), group.reportNo()})
                        .toList());
    }

    void change(String no, String kind, String cause, Instant at) {
        rows.insert(
                subject(no),
                "batch_change",
                "evaluation_no, kind, cause, changed_at",
                no,
                kind,
                cause,
                CityTime.utc(at));
    }

    Optional<Kept> find(String projectCode, String no) {
        return sql.sql(KEPT + " WHERE evaluation_no = ? AND project_code = ?")
                .param(no)
                .param(projectCode)
                .query((row, n) -> kept(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    /** Newest first. */
    List<Kept> page(String projectCode, int page, int size) {
        return sql.sql(KEPT + " WHERE project_code = :project ORDER BY evaluated_at DESC, evaluation_no DESC"
                        + " LIMIT :size OFFSET :offset")
                .param("project", projectCode)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> kept(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    long count(String projectCode) {
        return sql.sql("SELECT COUNT(*) FROM batch_evaluation WHERE project_code = ?")
                .param(projectCode)
                .query(Long.class)
                .single();
    }

    /** By report, the evaluations that count it and whose place no other has taken; for lists. */
    Map<String, String> standing(String projectCode) {
        Map<String, String> found = new HashMap<>();
        sql.sql("SELECT g.report_no, g.evaluation_no FROM batch_evaluation e"
                        + " JOIN batch_group g ON g.evaluation_no = e.evaluation_no"
                        + " WHERE e.project_code = ? AND NOT EXISTS (SELECT 1 FROM batch_change c"
                        + " WHERE c.evaluation_no = e.evaluation_no AND c.kind = 'SUPERSEDED')")
                .param(projectCode)
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** Every evaluation that counts one of these reports, whatever became of it. */
    List<String> counting(Collection<String> reportNos) {
        return sql.sql("SELECT DISTINCT evaluation_no FROM batch_group WHERE report_no IN (:reports)"
                        + " ORDER BY evaluation_no")
                .param("reports", reportNos)
                .query(String.class)
                .list();
    }

    private static Kept kept(String no, String content, String sha256, String entry) {
        return new Kept(no, content, sha256, UUID.fromString(entry));
    }
}
