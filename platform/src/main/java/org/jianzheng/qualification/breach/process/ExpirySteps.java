package org.jianzheng.qualification.breach.process;

import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.qualification.breach.Expiries;
import org.jianzheng.workflow.ProcessSteps;

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

    public void answer(String caseId, Map<String, Object> form) {
        expiries.answer(caseId, new FormValues(form));
    }
}
