package org.jianzheng.nonconformity.process;

import java.util.List;
import java.util.Map;
import org.jianzheng.nonconformity.LoopFollowup;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code followup.bpmn} calls. A loop's id is the number of its failing report. */
@ProcessSteps("nonconformity")
public class NonconformitySteps {

    private final LoopFollowup followup;

    NonconformitySteps(LoopFollowup followup) {
        this.followup = followup;
    }

    /** @return FIRST_FAILURE or AFTER_RETEST: when the parties are called */
    public String report(String loopId) {
        return followup.report(loopId);
    }

    /** @return WAITING, PASSED, FAILED or MISSING */
    public String firstRetest(String loopId) {
        return followup.firstRetest(loopId);
    }

    public void call(String loopId) {
        followup.call(loopId);
    }

    public void acknowledge(String loopId, String task, Map<String, Object> form) {
        followup.acknowledge(loopId, task, form);
    }

    /** @return REVIEW or DISPUTE */
    public String plan(String loopId, Map<String, Object> form) {
        return followup.plan(loopId, form);
    }

    /** @return TREAT, RETEST or RETURNED */
    public String review(String loopId, Map<String, Object> form) {
        return followup.review(loopId, form);
    }

    /** @return ORDERED, REJECTED or WITHDRAWN */
    public String settleDispute(String loopId, Map<String, Object> form) {
        return followup.settleDispute(loopId, form);
    }

    public void orderRetest(String loopId) {
        followup.orderRetest(loopId);
    }

    /** @return WAITING, PASSED or FAILED */
    public String retestOutcome(String loopId) {
        return followup.retestOutcome(loopId);
    }

    public void complete(String loopId, Map<String, Object> form) {
        followup.complete(loopId, form);
    }

    /** @return PASSED or RETURNED */
    public String check(String loopId, Map<String, Object> form) {
        return followup.check(loopId, form);
    }

    /** @return CLOSED, REPLAN, REWORK or WITHDRAWN */
    public String close(String loopId, Map<String, Object> form) {
        return followup.close(loopId, form);
    }

    /** @return whether the loop goes on */
    public boolean watch(String loopId) {
        return followup.watch(loopId);
    }

    /** When it is to be looked at again, as timers read it. */
    public String watchAt(String loopId) {
        return followup.watchAt(loopId).toString();
    }

    /** When a re-test is asked about again. */
    public String retestAt(String loopId) {
        return followup.retestAt(loopId).toString();
    }

    /** By when the task that begins now is to be done. */
    public String dueAt(String loopId) {
        return followup.dueAt(loopId).toString();
    }

    /** What every form shows. */
    public Map<String, Object> sheet(String loopId) {
        return followup.sheet(loopId);
    }

    /** Choices of the plan's form. */
    public List<Map<String, Object>> treatments(String loopId) {
        return followup.treatments(loopId);
    }
}
