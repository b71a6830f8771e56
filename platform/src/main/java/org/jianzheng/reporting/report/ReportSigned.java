package org.jianzheng.reporting.report;

import java.time.Instant;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * A report was issued. Published in the transaction that issues it, which holds the lock of the series of numbers: whoever
 * listens there does little, and whatever they cannot do takes the report back with it.
 *
 * @param conclusion PASS or FAIL; INVALID, RETEST or REFER where the standard gives no verdict; UNJUDGED before the design age
 */
public record ReportSigned(
        String reportId, String reportNo, String caseId, String labCode, Verdict conclusion, Instant at) {

    public static ReportSigned of(Report report, String number) {
        return new ReportSigned(
                report.id(),
                number,
                report.caseId(),
                report.parties().labCode(),
                report.subject().conclusion(),
                report.signedAt());
    }
}
