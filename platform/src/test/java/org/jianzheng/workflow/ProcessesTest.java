package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.AtOnce;
import org.jianzheng.workflow.engine.Inbox;
import org.jianzheng.workflow.task.CaseStep;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import probe.ProbeCases;
import probe.ProbePlatform;
import probe.ProbeSteps;
import probe.ProbeTest;

@ProbeTest
class ProcessesTest {

    @Autowired
    private ProbeCases cases;

    @Autowired
    private Processes processes;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Identity identity;

    @Autowired
    private ProbeSteps steps;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Test
    void takesACaseFromItsStartFormThroughASubProcessToItsEnd() {
        String caseId = cases.started();
        OpenTask loads = only(caseId);
        assertThat(loads.key()).isEqualTo("probeLoads");
        assertThat(loads.name()).isEqualTo("原始记录 BJ01");
        assertThat(loads.groups()).containsExactly("labs/BJ01/tester");
        as("tester", () -> processes.complete(loads.id(), loads("25.30", "25.3", "30")));
        as("reviewer", () -> processes.complete(only(caseId).id(), Map.of("decision", "PASSED")));

        assertThat(processes.openTasks(List.of(caseId))).isEmpty();
        List<CaseStep> passed = processes.history(caseId);
        assertThat(passed).extracting(CaseStep::step).contains("probeStart", "register", "probeReview", "done");
        assertThat(passed)
                .filteredOn(step -> step.step().equals("probeLoads"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.who()).isEqualTo("tester");
                    assertThat(step.running()).isFalse();
                });
    }

    @Test
    void stepsGetExactDecimalsAndPlainListsWhateverTheBrowserSent() {
        String caseId = cases.started();
        as("tester", () -> processes.complete(only(caseId).id(), loads("0.10", "22.0", "2999.99")));
        Map<String, Object> form = steps.recorded.get(caseId).get(0);
        assertThat(form).containsOnlyKeys("machine", "environment", "specimens", "retest", "note");
        assertThat(form.get("specimens")).isInstanceOf(List.class);
        List<Object> loads = new ArrayList<>();
        ((List<?>) form.get("specimens")).forEach(row -> loads.add(((Map<?, ?>) row).get("load")));
        assertThat(loads).containsExactly(new BigDecimal("0.10"), new BigDecimal("22.0"), new BigDecimal("2999.99"));
        assertThat(((Map<?, ?>) form.get("environment")).get("temperature")).isEqualTo(new BigDecimal("20.5"));
    }

    @Test
    void whoChangedHouseOrRankTakesNoClaimedTaskAlong() {
        String caseId = cases.started();
        String task = only(caseId).id();
        as("tester", () -> inbox.claim(task));
        for (String now : List.of("labs/BJ02/tester", "labs/BJ01/receiver")) {
            Person moved = new Person("tester", "张伟", Set.of(now));
            assertThatThrownBy(() -> identity.as(moved, () -> inbox.shown(task)))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("workflow.task.notYours");
            assertThatThrownBy(() -> identity.as(moved, () -> {
                        processes.complete(task, loads("25.30", "25.3", "30"));
                        return null;
                    }))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("workflow.task.notYours");
        }
        as("tester", () -> processes.complete(task, loads("25.30", "25.3", "30")));
    }

    @Test
    void whatWasTypedIsNoProcessVariable() {
        String caseId = cases.started();
        as("tester", () -> processes.complete(only(caseId).id(), loads("25.3", "25.3", "25.3")));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(processInstance(caseId))
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactlyInAnyOrder("caseId", "labCode", "verdict");
    }

    @Test
    void aBrokenRuleChangesNothing() {
        String caseId = cases.started();
        String task = only(caseId).id();
        assertThatThrownBy(() -> as("tester", () -> processes.complete(task, loads("13", "1", "1"))))
                .isInstanceOfSatisfying(RuleBroken.class, rule -> {
                    assertThat(rule.code()).isEqualTo("workflow.form.max");
                    assertThat(rule.field()).hasValue("specimens");
                });
        assertThat(only(caseId).id()).isEqualTo(task);
        assertThat(only(caseId).assignee()).isNull();
        as("tester", () -> processes.complete(task, loads("12", "1", "1")));
        assertThat(only(caseId).key()).isEqualTo("probeReview");
    }

    @Test
    void aFormSubmittedTwiceIsOneCompletion() {
        String caseId = cases.started();
        String task = only(caseId).id();
        as("tester", () -> processes.complete(task, loads("12", "1", "1")));
        assertThatThrownBy(() -> as("tester", () -> processes.complete(task, loads("12", "1", "1"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.task.doneByYou"));
        assertThatThrownBy(() -> as("tester3", () -> processes.complete(task, loads("12", "1", "1"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.task.done"));
        assertThat(steps.recorded.get(caseId)).hasSize(1);
    }

    @Test
    void ofEightSubmissionsAtOnceOneIsTaken() throws Exception {
        String caseId = cases.started();
        String task = only(caseId).id();
        List<Callable<String>> submissions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String who = i % 2 == 0 ? "tester" : "tester3";
            submissions.add(() -> outcome(who, task));
        }
        List<String> codes = AtOnce.all(submissions);
        assertThat(codes).filteredOn("done"::equals).hasSize(1);
        assertThat(codes).allMatch(code -> code.equals("done") || code.startsWith("workflow.task."));
        assertThat(steps.recorded.get(caseId)).hasSize(1);
    }

    private String outcome(String who, String task) {
        try {
            as(who, () -> processes.complete(task, loads("12", "1", "1")));
            return "done";
        } catch (RuleBroken refused) {
            return refused.code();
        }
    }

    @Test
    void strangersKnowOfNoTaskAndColleaguesCannotTakeWhatIsTaken() {
        String caseId = cases.started();
        String task = only(caseId).id();
        assertThatThrownBy(() -> as("tester2", () -> processes.complete(task, loads("12", "1", "1"))))
                .isInstanceOf(NotFound.class);
        tasks.setAssignee(task, "tester3");
        assertThatThrownBy(() -> as("tester", () -> processes.complete(task, loads("12", "1", "1"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.task.taken"));
        assertThatThrownBy(() -> as("admin", () -> processes.complete(task, loads("12", "1", "1"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.task.admin"));
    }

    @Test
    void onlyCommissionersStartCases() {
        assertThatThrownBy(() -> as(
                        "tester", () -> processes.startByForm("probe-case", Map.of("project", "二号楼", "lab", "BJ01"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.task.notYours"));
    }

    @Test
    void listsWhatAPersonMayDo() {
        String caseId = cases.started();
        assertThat(processes
                        .tasksOf(ProbePlatform.PEOPLE.get("tester"), 0, 1000)
                        .items())
                .extracting(OpenTask::caseId)
                .contains(caseId);
        assertThat(processes
                        .tasksOf(ProbePlatform.PEOPLE.get("tester2"), 0, 100)
                        .items())
                .extracting(OpenTask::caseId)
                .doesNotContain(caseId);
        tasks.setAssignee(only(caseId).id(), "tester3");
        assertThat(processes
                        .tasksOf(ProbePlatform.PEOPLE.get("tester"), 0, 1000)
                        .items())
                .extracting(OpenTask::caseId)
                .doesNotContain(caseId);
    }

    @Test
    void timersActAsTheSystem() {
        String caseId = cases.started();
        as("tester", () -> processes.complete(only(caseId).id(), loads("12", "1", "1")));
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .processDefinitionKey("probe-review")
                        .singleResult()
                        .getId())
                .singleResult()
                .getId());
        assertThat(steps.escalatedBy.get(caseId)).isEqualTo("system");
    }

    static Map<String, Object> loads(String... loads) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String load : loads) {
            rows.add(Map.of("load", new BigDecimal(load)));
        }
        return Map.of(
                "machine", "BJ01-M1", "environment", Map.of("temperature", new BigDecimal("20.5")), "specimens", rows);
    }

    private OpenTask only(String caseId) {
        List<OpenTask> open = processes.openTasks(List.of(caseId));
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private String processInstance(String caseId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .processDefinitionKey("probe-case")
                .singleResult()
                .getId();
    }

    private <T> T as(String who, Supplier<T> work) {
        return identity.as(ProbePlatform.PEOPLE.get(who), work);
    }

    private void as(String who, Runnable work) {
        as(who, () -> {
            work.run();
            return null;
        });
    }
}
