package org.jianzheng.reporting;

import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What an issued report prints, and what became of it.
 *
 * @param conclusion PASS or FAIL; INVALID, RETEST or REFER where the standard gives no verdict; UNJUDGED before the design age
 * @param text its single values by key
 * @param rows its lines of single values
 */
public record ReportPrint(
        String reportNo,
        String projectCode,
        ReportStatus status,
        Verdict conclusion,
        Map<String, String> text,
        List<Map<String, String>> rows) {

    static ReportPrint of(
            String reportNo, String projectCode, ReportStatus status, Verdict conclusion, ReportContent content) {
        return new ReportPrint(
                reportNo,
                projectCode,
                status,
                conclusion,
                content.text(),
                content.singles().rows());
    }
}
