package org.jianzheng.testing.process;

import java.util.List;
import java.util.Map;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.step.CalledByEarlierDiagrams;
import org.jianzheng.workflow.step.GivesForm;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code testing.bpmn} calls. */
@ProcessSteps("testing")
public class TestingSteps {

    private final Testing testing;

    TestingSteps(Testing testing) {
        this.testing = testing;
    }

    /** Empty text while nobody has the order: the case comes for the first time. */
    public String testerOf(String caseId) {
        return testing.testerOf(caseId);
    }

    /** Empty text where the laboratory cannot test. */
    public String assign(String caseId, Map<String, Object> form) {
        return testing.assign(caseId, form);
    }

    /** The form of the item and stage whose record is awaited. */
    @GivesForm("record")
    public String recordForm(String caseId) {
        return testing.recordForm(caseId);
    }

    /** What is to be recorded, for the name of the task: {@code 混凝土抗压}. */
    public String recordTitle(String caseId) {
        return testing.recordTitle(caseId);
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
    public String settle(String caseId, Map<String, Object> form) {
        return testing.settle(caseId, form);
    }

    /** Why the test was stopped, for the client's form. */
    public String stopped(String caseId) {
        return testing.stopped(caseId);
    }

    public String dueAt(String caseId) {
        return testing.dueAt(caseId);
    }

    /** Empty text where the test has to be ordered anew. */
    public String record(String caseId, Map<String, Object> form) {
        return testing.record(caseId, form);
    }

    public String evaluate(String caseId) {
        return testing.conclude(caseId);
    }

    public String decide(String caseId, Map<String, Object> form) {
        return testing.decide(caseId, form);
    }

    /** @return id of the correction that has yet to be agreed to; empty text for none */
    public String correct(String caseId) {
        return testing.correct(caseId);
    }

    /** @return RETURNED, as a return by the reviewer */
    public String redo(String caseId, String correctionId) {
        return testing.redo(caseId, correctionId);
    }

    public Map<String, Object> referred(String caseId) {
        return testing.referred(caseId);
    }

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
