package org.jianzheng.reporting.process;

import java.util.Map;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code reporting.bpmn} calls. */
@ProcessSteps("reporting")
public class ReportingSteps {

    private final Reporting reporting;

    ReportingSteps(Reporting reporting) {
        this.reporting = reporting;
    }

    public String draft(String caseId) {
        return reporting.draft(caseId);
    }

    public String review(String reportId, Map<String, Object> form) {
        return reporting.review(reportId, form);
    }

    public String sign(String reportId, Map<String, Object> form) {
        return reporting.sign(reportId, form);
    }

    public String issue(String reportId) {
        return reporting.issue(reportId);
    }

    public void escalate(String reportId, String task) {
        reporting.escalate(reportId, task);
    }

    /** @return TEST or REPORT: where a case goes on whose report is corrected */
    public String reopen(String correctionId) {
        return reporting.reopen(correctionId);
    }

    public void recall(String correctionId) {
        reporting.recall(correctionId);
    }

    /** What both forms show. */
    public Map<String, Object> sheet(String reportId) {
        return reporting.sheet(reportId);
    }
}
