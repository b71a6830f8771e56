package org.jianzheng.testing.process;

import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.ASSIGNED;
import static org.jianzheng.workflow.step.Milestone.CONCLUDED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_PROPOSED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_REFUSED;
import static org.jianzheng.workflow.step.Milestone.EVALUATED;
import static org.jianzheng.workflow.step.Milestone.HANDED_BACK;
import static org.jianzheng.workflow.step.Milestone.ORDER_RETURNED;
import static org.jianzheng.workflow.step.Milestone.ORDER_WITHDRAWN;
import static org.jianzheng.workflow.step.Milestone.RECEIVED;
import static org.jianzheng.workflow.step.Milestone.RECORDED;
import static org.jianzheng.workflow.step.Milestone.REFERRED;
import static org.jianzheng.workflow.step.Milestone.TEST_STOPPED;
import static org.jianzheng.workflow.step.Milestone.UNCOMPARED;
import static org.jianzheng.workflow.step.Milestone.UNCORRECTED;

import java.util.List;
import java.util.Map;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.step.CalledByEarlierDiagrams;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.GivesForm;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;
import org.jianzheng.workflow.step.Shows;

/** What {@code testing.bpmn} calls. */
@ProcessSteps("testing")
public class TestingSteps {

    private final Testing testing;

    TestingSteps(Testing testing) {
        this.testing = testing;
    }

    /** Empty text while nobody has the order: the case comes for the first time. */
    @Shows(
            on = Gives.TEXT,
            value = {ASSIGNED, RECORDED, REFERRED, EVALUATED})
    public String testerOf(String caseId) {
        return testing.testerOf(caseId);
    }

    /** Empty text where the laboratory cannot test. */
    @Needs(
            value = RECEIVED,
            not = {ASSIGNED, RECORDED, REFERRED, EVALUATED})
    @Gives(on = Gives.TEXT, value = ASSIGNED)
    @Gives(on = "", not = CONCLUDED, value = TEST_STOPPED)
    public String assign(String caseId, Map<String, Object> form) {
        return testing.assign(caseId, form);
    }

    /** The form of the item and stage whose record is awaited. */
    @GivesForm("record")
    @Needs({ASSIGNED, HANDED_BACK, RECORDED, REFERRED, EVALUATED})
    public String recordForm(String caseId) {
        return testing.recordForm(caseId);
    }

    /** What is to be recorded, for the name of the task: {@code 混凝土抗压}. */
    public String recordTitle(String caseId) {
        return testing.recordTitle(caseId);
    }

    /** Whether the record that is awaited was made before, and has to say what it corrects. */
    public boolean returned(String caseId) {
        return testing.returned(caseId);
    }

    /** What that form shows: the head, the rows of specimens, and after a return what was entered before. */
    public Map<String, Object> form(String caseId) {
        return testing.form(caseId);
    }

    @CalledByEarlierDiagrams
    public String awaited(String caseId) {
        return testing.awaited(caseId);
    }

    /** What the client decides of a stopped test: CONTINUE, CORRECT or WITHDRAW. */
    @Needs({TEST_STOPPED, ACCEPTED})
    @Gives(on = "CONTINUE", value = HANDED_BACK)
    @Gives(
            on = "CORRECT",
            value = {HANDED_BACK, ORDER_RETURNED})
    @Gives(
            on = "WITHDRAW",
            value = {HANDED_BACK, ORDER_WITHDRAWN})
    public String settle(String caseId, Map<String, Object> form) {
        return testing.settle(caseId, form);
    }

    /** Why the test was stopped, for the client's form. */
    public String stopped(String caseId) {
        return testing.stopped(caseId);
    }

    @Needs({ASSIGNED, HANDED_BACK, RECORDED, REFERRED, EVALUATED})
    public String dueAt(String caseId) {
        return testing.dueAt(caseId);
    }

    /** Empty text where the test has to be ordered anew. */
    @Needs({ASSIGNED, RECEIVED})
    @Gives(on = Gives.TEXT, value = RECORDED)
    @Gives(on = "", value = HANDED_BACK)
    public String record(String caseId, Map<String, Object> form) {
        return testing.record(caseId, form);
    }

    @Needs({RECORDED, RECEIVED})
    @Gives(on = "PENDING", value = ASSIGNED)
    @Gives(
            on = "REFER",
            value = {REFERRED, CONCLUDED, UNCOMPARED})
    @Gives(
            on = {"PASS", "FAIL", "RETEST", "UNJUDGED", "INVALID"},
            value = {EVALUATED, CONCLUDED, UNCOMPARED})
    public String evaluate(String caseId) {
        return testing.conclude(caseId);
    }

    @Needs(REFERRED)
    @Gives(on = "RETURNED", value = HANDED_BACK)
    @Gives(
            on = {"PASS", "FAIL", "RETEST", "UNJUDGED", "INVALID"},
            value = {EVALUATED, UNCOMPARED})
    public String decide(String caseId, Map<String, Object> form) {
        return testing.decide(caseId, form);
    }

    /** @return id of the correction that has yet to be agreed to; empty text for none */
    @Needs(EVALUATED)
    @Gives(on = "", value = UNCORRECTED)
    @Gives(on = Gives.TEXT, value = CORRECTION_PROPOSED)
    public String correct(String caseId) {
        return testing.correct(caseId);
    }

    /** @return RETURNED, as a return by the reviewer */
    @Needs({CORRECTION_REFUSED, EVALUATED})
    @Gives(on = "RETURNED", value = ASSIGNED)
    public String redo(String caseId, String correctionId) {
        return testing.redo(caseId, correctionId);
    }

    public Map<String, Object> referred(String caseId) {
        return testing.referred(caseId);
    }

    @Needs({ASSIGNED, HANDED_BACK, RECORDED, REFERRED, EVALUATED})
    public void escalate(String caseId) {
        testing.escalate(caseId);
    }

    /** What every form of the module shows at its head. */
    public Map<String, Object> sheet(String caseId) {
        return testing.sheet(caseId);
    }

    public List<Map<String, String>> testers(String caseId) {
        return testing.testers(caseId);
    }

    public List<Map<String, String>> machines(String caseId) {
        return testing.machines(caseId);
    }

    @CalledByEarlierDiagrams
    public List<Map<String, Object>> rows(String caseId, String list) {
        return testing.rows(caseId, list);
    }

    @CalledByEarlierDiagrams
    public String proposed(String caseId, String field) {
        return testing.proposed(caseId, field);
    }
}
