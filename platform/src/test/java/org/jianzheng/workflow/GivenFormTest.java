package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probe.Browser.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.Clause;
import org.jianzheng.workflow.engine.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import probe.Browser;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbePlatform;
import probe.ProbeSteps;
import probe.ProbeTest;

/** One user task, and the form that a Step has given it: each case its own, and nobody in a browser chooses which. */
@ProbeTest
class GivenFormTest {

    private static final String BAR =
            "{\"variables\":{\"maxForceKn\":{\"value\":\"152.30\"},\"failure\":{\"value\":\"BAR\"}MORE}}";

    private final String caseId = UUID.randomUUID().toString();

    @Autowired
    private ProbeCases cases;

    @Autowired
    private ProbeSteps steps;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private Identity identity;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Processes processes;

    @ParameterizedTest
    @CsvSource({"probeRecord-cube, loadKn, maxForceKn", "probeRecord-bar, maxForceKn, loadKn"})
    void tasklistIsGivenTheFormOfTheCase(String form, String asked, String notAsked) {
        String task = recording(form);
        Browser tester = cases.browser("tester");
        assertThat(tester.get(engine("/task/" + task + "/form"))
                        .json()
                        .path("camundaFormRef")
                        .path("key")
                        .asText())
                .isEqualTo(form);
        assertThat(tester.get(engine("/task/" + task + "/deployed-form")).text())
                .contains("\"" + asked + "\"", form + "_remark")
                .doesNotContain("\"" + notAsked + "\"");
        assertThat(tester.get(engine("/task/" + task)).status()).isEqualTo(200);
        assertThat(tester.post(engine("/filter/" + cases.filter("可认领") + "/list?firstResult=0&maxResults=500"), "{}")
                        .text())
                .contains(task);
    }

    /** One map for all forms of the frame; a form is sent what it mentions and no more. */
    @ParameterizedTest
    @CsvSource({"probeRecord-cube, reading", "probeRecord-bar, machines maxForceKn reading"})
    void ofTheTasksMapEachFormIsSentItsPart(String form, String shown) {
        String task = recording(form);
        assertThat(shown(task).fieldNames()).toIterable().containsExactlyInAnyOrder(shown.split(" "));
    }

    /** What a machine has measured since the task began is there when the form is opened again, for whoever opens it. */
    @Test
    void whatAFormShowsIsWorkedOutEachTimeItIsOpened() {
        String task = recording("probeRecord-bar");
        assertThat(shown(task).path("maxForceKn").path("value").asText()).isEqualTo("0.00");
        steps.measured.put(caseId, "152.30");
        assertThat(shown(task).path("maxForceKn").path("value").asText()).isEqualTo("152.30");
        assertThat(shown(task).path("reading").path("value").asText()).contains("152&#46;30", "tester");
        assertThat(cases.browser("tester3")
                        .get(engine("/task/" + task + "/form-variables"))
                        .text())
                .contains("tester3");
    }

    @Test
    void lookingAtAFormCanWriteNothingAndTheEngineKeepsNoneOfIt() {
        String task = recording("probeRecord-bar");
        assertThat(steps.lookedWithoutWriting).doesNotContain(caseId);
        shown(task);
        assertThat(steps.lookedWithoutWriting).contains(caseId);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(tasks.createTaskQuery()
                                .taskId(task)
                                .singleResult()
                                .getProcessInstanceId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactlyInAnyOrder("caseId", "labCode", "recordForm");
    }

    /** A machine that was withdrawn while the form stood open cannot be chosen any more. */
    @Test
    void whatMayBeChosenIsWhatMayBeChosenWhenTheFormIsSent() {
        String task = recording("probeRecord-bar");
        String body = BAR.replace("MORE", ",\"machine\":{\"value\":\"M1\"}");
        steps.machines.put(caseId, List.of(Map.of("label", "万能机", "value", "M2")));
        Answer gone = submit(task, body);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.message()).contains("设备", "M1");
        assertThat(submit(task, body.replace("M1", "M2")).status()).isEqualTo(204);
    }

    @Test
    void whatIsTypedIsHeldToTheFormOfTheCase() {
        String task = recording("probeRecord-bar");
        assertThat(submit(task, BAR.replace("MORE", "")).status()).isEqualTo(204);
        assertThat(steps.recorded.get(caseId).get(0))
                .containsEntry("maxForceKn", new BigDecimal("152.30"))
                .containsOnlyKeys("maxForceKn", "machine", "failure", "remark");
    }

    /** The cube's rows in the bar's form, the variable itself, what only Steps give. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "specimens",
                "loadKn",
                "recordForm",
                "reading",
                "labCode",
                "caseId",
                "form",
                "policies",
                "sizeFactorStage"
            })
    @Clause("5.4.7")
    void keysOfAnotherFormAndTheVariableItselfAreRefused(String key) {
        String task = recording("probeRecord-bar");
        Answer answer = submit(task, BAR.replace("MORE", ",\"" + key + "\":{\"value\":\"probeRecord-cube\"}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).contains(key).contains("没有");
        assertThat(steps.recorded).doesNotContainKey(caseId);
        assertThat(form(task)).isEqualTo("probeRecord-bar");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/TASK/complete",
        "POST, /task/TASK/variables",
        "PUT, /task/TASK/variables/recordForm",
        "PUT, /task/TASK/variables/sizeFactorStage",
        "POST, /task/TASK/localVariables",
        "PUT, /task/TASK/localVariables/recordForm",
        "PUT, /task/TASK/localVariables/sizeFactorStage",
        "POST, /task/TASK/resolve",
        "POST, /process-instance/INSTANCE/variables",
        "PUT, /process-instance/INSTANCE/variables/recordForm",
        "PUT, /process-instance/INSTANCE/variables/sizeFactorStage",
        "POST, /process-instance/INSTANCE/modification",
        "POST, /execution/INSTANCE/localVariables",
        "PUT, /execution/INSTANCE/localVariables/recordForm",
        "POST, /modification/execute",
        "POST, /message",
        "POST, /process-definition/key/probe-record/start",
        "POST, /process-definition/key/probe-record/submit-form"
    })
    void noPathOfTheEngineSetsTheVariable(String method, String path) {
        String task = recording("probeRecord-bar");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String address = engine(path.replace("TASK", task).replace("INSTANCE", instance));
        String body = "{\"modifications\":{\"recordForm\":{\"value\":\"probeRecord-cube\",\"type\":\"String\"}},"
                + "\"variables\":{\"recordForm\":{\"value\":\"probeRecord-cube\",\"type\":\"String\"}},"
                + "\"value\":\"probeRecord-cube\",\"type\":\"String\",\"instructions\":[{\"type\":\"startBeforeActivity\","
                + "\"activityId\":\"probeRecord\"}]}";
        for (String person : List.of("tester", "admin")) {
            assertThat(cases.browser(person).send(method, address, body).status())
                    .isIn(403, 405);
        }
        assertThat(form(task)).isEqualTo("probeRecord-bar");
    }

    /** As if a Step had made a mistake: no case comes to a task that nobody could open. */
    @ParameterizedTest
    @ValueSource(strings = {"probeLoads", "probeReview", "probeRecord", "probeRecord-none", "", "../probeRecord-cube"})
    void aTaskWhoseFormIsNoneOfItsFrameDoesNotBegin(String form) {
        steps.chosen.put(caseId, form);
        assertThatThrownBy(() -> cases.recording(caseId))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.code()).isEqualTo("workflow.form.unknown"));
        assertThat(processes.openTasks(List.of(caseId))).isEmpty();
    }

    /** As if the variable had been changed past the gate. */
    @ParameterizedTest
    @ValueSource(strings = {"probeLoads", "probeRecord-none"})
    void aFormThatIsNotTheTasksIsNeitherShownNorTaken(String form) {
        String task = recording("probeRecord-bar");
        runtime.setVariable(
                tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId(), "recordForm", form);
        Browser tester = cases.browser("tester");
        for (String path : List.of("/form", "/deployed-form", "/form-variables")) {
            Answer answer = tester.get(engine("/task/" + task + path));
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.message()).contains(form, "系统管理员");
        }
        assertThat(submit(task, BAR.replace("MORE", "")).status()).isEqualTo(422);
        assertThat(submit(task, ProbeCases.loads("")).status()).isEqualTo(422);
        assertThat(steps.recorded).doesNotContainKey(caseId);
    }

    private JsonNode shown(String task) {
        return cases.browser("tester")
                .get(engine("/task/" + task + "/form-variables?deserializeValues=false"))
                .json();
    }

    private String recording(String form) {
        steps.chosen.put(caseId, form);
        return cases.recording(caseId);
    }

    private String form(String task) {
        return identity.as(ProbePlatform.PEOPLE.get("tester"), () -> inbox.formOf(task));
    }

    private Answer submit(String task, String body) {
        return cases.browser("tester").post(engine("/task/" + task + "/submit-form"), body);
    }
}
