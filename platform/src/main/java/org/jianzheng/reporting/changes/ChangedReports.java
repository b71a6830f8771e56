package org.jianzheng.reporting.changes;

import java.util.List;
import org.jianzheng.testing.Reevaluation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the signed reports in the order of their numbers and names those whose verdict would be another one now. */
@Component
public class ChangedReports {

    private static final String NEXT =
            """
            SELECT report_no, case_id, item, project_name, conclusion FROM reporting_report
            WHERE report_no > ? AND status = 'SIGNED' ORDER BY report_no LIMIT ?""";

    private final JdbcClient sql;
    private final Reevaluation reevaluation;

    ChangedReports(JdbcClient sql, Reevaluation reevaluation) {
        this.sql = sql;
        this.reevaluation = reevaluation;
    }

    /** A signed report. */
    public record Signed(String reportNo, String caseId, String item, String projectName, String conclusion) {}

    /** One with the verdicts that differ. */
    public record Changed(Signed report, List<Reevaluation.Changed> verdicts) {}

    /**
     * Some of them.
     *
     * @param last number of the last that was looked at; where to go on
     * @param ended whether there are no more
     */
    public record Part(List<Changed> changed, int read, String last, boolean ended) {}

    @Transactional(readOnly = true)
    public long count() {
        return sql.sql("SELECT COUNT(*) FROM reporting_report WHERE status = 'SIGNED'")
                .query(Long.class)
                .single();
    }

    /** @param reportNo empty to begin with the first */
    @Transactional(readOnly = true)
    public Part after(String reportNo, int most) {
        List<Signed> next = sql.sql(NEXT)
                .params(reportNo, most)
                .query((row, number) -> new Signed(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
        List<Changed> changed = next.stream()
                .map(report -> new Changed(report, reevaluation.of(report.caseId())))
                .filter(report -> !report.verdicts().isEmpty())
                .toList();
        String last = next.isEmpty() ? reportNo : next.get(next.size() - 1).reportNo();
        return new Part(changed, next.size(), last, next.size() < most);
    }
}
