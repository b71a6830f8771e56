package org.jianzheng.breach.process;

import static org.jianzheng.workflow.step.Milestone.EXPIRY_ANSWERED;
import static org.jianzheng.workflow.step.Milestone.EXPIRY_WARNED;

import java.util.Map;
import org.jianzheng.breach.expiry.Expiries;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the reminder of the last week asks. */
@ProcessSteps("expiry")
public class ExpirySteps {

    private final Expiries expiries;

    ExpirySteps(Expiries expiries) {
        this.expiries = expiries;
    }

    public Map<String, Object> sheet(String caseId) {
        return expiries.sheet(caseId);
    }

    @Needs(EXPIRY_WARNED)
    @Gives(EXPIRY_ANSWERED)
    public void answer(String caseId, Map<String, Object> form) {
        expiries.answer(caseId, new FormValues(form));
    }
}
