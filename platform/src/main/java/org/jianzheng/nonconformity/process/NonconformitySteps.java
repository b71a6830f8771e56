package org.jianzheng.nonconformity.process;

import static org.jianzheng.workflow.step.Milestone.CONTRACTOR_CONFIRMED;
import static org.jianzheng.workflow.step.Milestone.DEVELOPER_CONFIRMED;
import static org.jianzheng.workflow.step.Milestone.FAILED;
import static org.jianzheng.workflow.step.Milestone.FAILURE_REPORTED;
import static org.jianzheng.workflow.step.Milestone.FIRST_RETEST_AWAITED;
import static org.jianzheng.workflow.step.Milestone.LOOP_CLOSED;
import static org.jianzheng.workflow.step.Milestone.LOOP_WITHDRAWN;
import static org.jianzheng.workflow.step.Milestone.PARTIES_CALLED;
import static org.jianzheng.workflow.step.Milestone.RESULT_DISPUTED;
import static org.jianzheng.workflow.step.Milestone.RETEST_APPROVED;
import static org.jianzheng.workflow.step.Milestone.RETEST_COMMISSIONED;
import static org.jianzheng.workflow.step.Milestone.SUPERVISION_CONFIRMED;
import static org.jianzheng.workflow.step.Milestone.TREATED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_APPROVED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_CHECKED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_PLANNED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_WANTED;

import java.util.List;
import java.util.Map;
import org.jianzheng.nonconformity.LoopFollowup;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code nonconformity.bpmn} calls. A loop's id is the number of its failing report. */
@ProcessSteps("nonconformity")
public class NonconformitySteps {

    private final LoopFollowup followup;

    NonconformitySteps(LoopFollowup followup) {
        this.followup = followup;
    }

    /** @return FIRST_FAILURE or AFTER_RETEST: when the parties are called */
    @Needs(FAILED)
    @Gives(on = "FIRST_FAILURE", value = FAILURE_REPORTED)
    @Gives(on = "AFTER_RETEST", value = FIRST_RETEST_AWAITED)
    public String report(String loopId) {
        return followup.report(loopId);
    }

    /** @return WAITING, PASSED, FAILED or MISSING */
    @Needs(FIRST_RETEST_AWAITED)
    @Gives(on = {"WAITING", "FAILED", "MISSING"})
    @Gives(on = "PASSED", value = TREATMENT_CHECKED)
    public String firstRetest(String loopId) {
        return followup.firstRetest(loopId);
    }

    @Needs({FAILURE_REPORTED, FIRST_RETEST_AWAITED})
    @Gives(PARTIES_CALLED)
    public void call(String loopId) {
        followup.call(loopId);
    }

    @Needs(PARTIES_CALLED)
    @Gives(with = "confirmDeveloper", value = DEVELOPER_CONFIRMED)
    @Gives(with = "confirmContractor", value = CONTRACTOR_CONFIRMED)
    @Gives(with = "confirmSupervision", value = SUPERVISION_CONFIRMED)
    public void acknowledge(String loopId, String task, Map<String, Object> form) {
        followup.acknowledge(loopId, task, form);
    }

    /** @return REVIEW or DISPUTE */
    @Needs({PARTIES_CALLED, DEVELOPER_CONFIRMED, CONTRACTOR_CONFIRMED, SUPERVISION_CONFIRMED})
    @Needs(TREATMENT_WANTED)
    @Gives(on = "REVIEW", value = TREATMENT_PLANNED)
    @Gives(on = "DISPUTE", value = RESULT_DISPUTED)
    public String plan(String loopId, Map<String, Object> form) {
        return followup.plan(loopId, form);
    }

    /** @return TREAT, RETEST or RETURNED */
    @Needs(TREATMENT_PLANNED)
    @Gives(on = "TREAT", value = TREATMENT_APPROVED)
    @Gives(on = "RETEST", value = RETEST_APPROVED)
    @Gives(on = "RETURNED", value = TREATMENT_WANTED)
    public String review(String loopId, Map<String, Object> form) {
        return followup.review(loopId, form);
    }

    /** @return ORDERED, REJECTED or WITHDRAWN */
    @Needs(RESULT_DISPUTED)
    @Gives(on = "ORDERED", value = RETEST_APPROVED)
    @Gives(on = "REJECTED", value = TREATMENT_WANTED)
    @Gives(on = "WITHDRAWN", value = LOOP_WITHDRAWN)
    public String settleDispute(String loopId, Map<String, Object> form) {
        return followup.settleDispute(loopId, form);
    }

    @Needs(RETEST_APPROVED)
    @Gives(RETEST_COMMISSIONED)
    public void orderRetest(String loopId) {
        followup.orderRetest(loopId);
    }

    /** @return WAITING, PASSED or FAILED */
    @Needs(RETEST_COMMISSIONED)
    @Gives(on = "WAITING")
    @Gives(on = "PASSED", value = TREATMENT_APPROVED)
    @Gives(on = "FAILED", value = TREATMENT_WANTED)
    public String retestOutcome(String loopId) {
        return followup.retestOutcome(loopId);
    }

    @Needs(TREATMENT_APPROVED)
    @Gives(TREATED)
    public void complete(String loopId, Map<String, Object> form) {
        followup.complete(loopId, form);
    }

    /** @return PASSED or RETURNED */
    @Needs(TREATED)
    @Gives(on = "PASSED", value = TREATMENT_CHECKED)
    @Gives(on = "RETURNED", value = TREATMENT_APPROVED)
    public String check(String loopId, Map<String, Object> form) {
        return followup.check(loopId, form);
    }

    /** @return CLOSED, REPLAN, REWORK or WITHDRAWN */
    @Needs(TREATMENT_CHECKED)
    @Gives(on = "CLOSED", value = LOOP_CLOSED)
    @Gives(on = "REPLAN", value = TREATMENT_WANTED)
    @Gives(on = "REWORK", value = TREATMENT_APPROVED)
    @Gives(on = "WITHDRAWN", value = LOOP_WITHDRAWN)
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
