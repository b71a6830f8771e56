package org.jianzheng.credit.process;

import static org.jianzheng.workflow.step.Milestone.ENTRY_APPEALED;
import static org.jianzheng.workflow.step.Milestone.ENTRY_DISMISSED;
import static org.jianzheng.workflow.step.Milestone.ENTRY_EFFECTIVE;
import static org.jianzheng.workflow.step.Milestone.ENTRY_EXPIRED;
import static org.jianzheng.workflow.step.Milestone.ENTRY_PROPOSED;
import static org.jianzheng.workflow.step.Milestone.HOUSE_TOLD;

import java.util.Map;
import org.jianzheng.credit.Credit;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code credit-entry.bpmn} calls; the case is the entry. */
@ProcessSteps("credit")
public class CreditSteps {

    private final Credit credit;

    CreditSteps(Credit credit) {
        this.credit = credit;
    }

    @Needs(ENTRY_PROPOSED)
    @Gives(on = "NOTIFIED", value = HOUSE_TOLD)
    @Gives(on = "DISMISSED", value = ENTRY_DISMISSED)
    public String tell(String caseId) {
        return credit.tell(caseId);
    }

    @Needs(HOUSE_TOLD)
    @Gives(on = "EFFECTIVE", value = ENTRY_EFFECTIVE)
    @Gives(on = "APPEALED", value = ENTRY_APPEALED)
    public String answer(String caseId, Map<String, Object> form) {
        return credit.answer(caseId, form);
    }

    @Needs(HOUSE_TOLD)
    @Gives(on = "EFFECTIVE", value = ENTRY_EFFECTIVE)
    @Gives(on = "DISMISSED", value = ENTRY_DISMISSED)
    public String silence(String caseId) {
        return credit.silence(caseId);
    }

    @Needs(ENTRY_APPEALED)
    @Gives(on = "EFFECTIVE", value = ENTRY_EFFECTIVE)
    @Gives(on = "DISMISSED", value = ENTRY_DISMISSED)
    public String decide(String caseId, Map<String, Object> form) {
        return credit.decide(caseId, form);
    }

    @Needs(ENTRY_APPEALED)
    @Gives(ENTRY_DISMISSED)
    public void lapse(String caseId) {
        credit.lapse(caseId);
    }

    @Needs(ENTRY_EFFECTIVE)
    @Gives(on = "EXPIRED", value = ENTRY_EXPIRED)
    @Gives(on = "DISMISSED", value = ENTRY_DISMISSED)
    public String expire(String caseId) {
        return credit.expire(caseId);
    }

    @Needs(HOUSE_TOLD)
    public String appealUntil(String caseId) {
        return credit.appealUntil(caseId);
    }

    @Needs(ENTRY_APPEALED)
    public String decideUntil(String caseId) {
        return credit.decideUntil(caseId);
    }

    @Needs(ENTRY_EFFECTIVE)
    public String termEnds(String caseId) {
        return credit.termEnds(caseId);
    }

    /** What both forms show. */
    public Map<String, Object> sheet(String caseId) {
        return credit.sheet(caseId);
    }
}
