package org.jianzheng.reporting.process;

import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.ASSIGNED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_GRANTED;
import static org.jianzheng.workflow.step.Milestone.DRAFTED;
import static org.jianzheng.workflow.step.Milestone.EVALUATED;
import static org.jianzheng.workflow.step.Milestone.ISSUED;
import static org.jianzheng.workflow.step.Milestone.RECALLED;
import static org.jianzheng.workflow.step.Milestone.RECEIVED;
import static org.jianzheng.workflow.step.Milestone.REPORT_RETURNED;
import static org.jianzheng.workflow.step.Milestone.REVIEWED;
import static org.jianzheng.workflow.step.Milestone.SIGNED;
import static org.jianzheng.workflow.step.Milestone.UNCOMPARED;
import static org.jianzheng.workflow.step.Milestone.UNCORRECTED;

import java.util.Map;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code reporting.bpmn} calls. */
@ProcessSteps("reporting")
public class ReportingSteps {

    private final Reporting reporting;

    ReportingSteps(Reporting reporting) {
        this.reporting = reporting;
    }

    @Needs({RECEIVED, EVALUATED, UNCORRECTED, CORRECTION_GRANTED})
    @Gives(DRAFTED)
    public String draft(String caseId) {
        return reporting.draft(caseId);
    }

    @Needs({DRAFTED, EVALUATED, UNCORRECTED, CORRECTION_GRANTED})
    @Gives(on = "PASSED", value = REVIEWED)
    @Gives(
            on = "RETURNED",
            value = {REPORT_RETURNED, ASSIGNED})
    public String review(String reportId, Map<String, Object> form) {
        return reporting.review(reportId, form);
    }

    /** The signatory's word; number, seal and entry of the ledger come with {@link #issue}. */
    @Needs({REVIEWED, EVALUATED, UNCORRECTED, CORRECTION_GRANTED})
    @Gives(on = "ISSUED", value = SIGNED)
    @Gives(
            on = "RETURNED",
            value = {REPORT_RETURNED, ASSIGNED})
    public String sign(String reportId, Map<String, Object> form) {
        return reporting.sign(reportId, form);
    }

    @Needs(SIGNED)
    @Gives(on = Gives.TEXT, value = ISSUED)
    public String issue(String reportId) {
        return reporting.issue(reportId);
    }

    public void escalate(String reportId, String task) {
        reporting.escalate(reportId, task);
    }

    /** @return TEST or REPORT: where a case goes on whose report is corrected */
    @Needs({CORRECTION_GRANTED, ISSUED, EVALUATED, ACCEPTED})
    @Gives(
            on = "TEST",
            value = {ASSIGNED, UNCOMPARED})
    @Gives(on = "REPORT", value = UNCOMPARED)
    public String reopen(String correctionId) {
        return reporting.reopen(correctionId);
    }

    @Needs({CORRECTION_GRANTED, ISSUED})
    @Gives(RECALLED)
    public void recall(String correctionId) {
        reporting.recall(correctionId);
    }

    /** What both forms show. */
    public Map<String, Object> sheet(String reportId) {
        return reporting.sheet(reportId);
    }
}
