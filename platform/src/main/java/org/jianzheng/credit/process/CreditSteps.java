package org.jianzheng.credit.process;

import java.util.Map;
import org.jianzheng.credit.Credit;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code credit-entry.bpmn} calls; the case is the entry. */
@ProcessSteps("credit")
public class CreditSteps {

    private final Credit credit;

    CreditSteps(Credit credit) {
        this.credit = credit;
    }

    public String tell(String caseId) {
        return credit.tell(caseId);
    }

    public String answer(String caseId, Map<String, Object> form) {
        return credit.answer(caseId, form);
    }

    public String silence(String caseId) {
        return credit.silence(caseId);
    }

    public String decide(String caseId, Map<String, Object> form) {
        return credit.decide(caseId, form);
    }

    public void lapse(String caseId) {
        credit.lapse(caseId);
    }

    public String expire(String caseId) {
        return credit.expire(caseId);
    }

    public String appealUntil(String caseId) {
        return credit.appealUntil(caseId);
    }

    public String decideUntil(String caseId) {
        return credit.decideUntil(caseId);
    }

    public String termEnds(String caseId) {
        return credit.termEnds(caseId);
    }

    /** What both forms show. */
    public Map<String, Object> sheet(String caseId) {
        return credit.sheet(caseId);
    }
}
