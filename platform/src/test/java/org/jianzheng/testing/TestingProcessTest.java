package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.jianzheng.testing.process.TestingSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every path of testing.bpmn, with stand-ins for the steps. */
class TestingProcessTest {

    private static final Map<String, Object> FORM = Map.of("typed", "here");

    private static ProcessEngine engine;
    private final TestingSteps steps = mock(TestingSteps.class);
    private final String caseId = UUID.randomUUID().toString();

    @BeforeAll
    static void deploy() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:testing-process");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setGroupResourceWhitelistPattern("[\\w./-]+");
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        deployment.addClasspathResource("processes/testing.bpmn");
        List.of("assignTest", "recordConcrete", "recordMortar", "recordCement", "recordCement28d", "recordRebar")
                .forEach(form -> deployment.addClasspathResource("forms/testing/" + form + ".form"));
        deployment.addClasspathResource("forms/testing/recordWeld.form");
        deployment.addClasspathResource("forms/testing/recordSplice.form");
        deployment.deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        Mocks.reset();
        Mocks.register("testing", steps);
        when(steps.testerOf(anyString())).thenReturn("");
        when(steps.assign(anyString(), any())).thenReturn("tester");
        when(steps.dueAt(anyString())).thenReturn("2099-01-01T00:00+08:00");
        when(steps.record(anyString(), any())).thenReturn("BJ01-YS-2026-00001");
        when(steps.evaluate(anyString())).thenReturn("PASS");
    }

    @ParameterizedTest
    @CsvSource({
        "CONCRETE, recordConcrete",
        "MORTAR, recordMortar",
        "CEMENT, recordCement",
        "REBAR, recordRebar",
        "WELD, recordWeld",
        "SPLICE, recordSplice"
    })
    void theFamilyDecidesWhichFormTheTesterFillsIn(String family, String form) {
        start(family);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("assignTest");
        assertThat(engine.getTaskService().getIdentityLinksForTask(task().getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("labs/BJ01/labadmin");
        complete();

        assertThat(task().getTaskDefinitionKey()).isEqualTo(form);
        assertThat(task().getAssignee()).isEqualTo("tester");
        assertThat(task().getName()).endsWith("BJ01-YP-2026-00001");
        complete();

        assertThat(passed())
                .contains("assign", form, "record", "evaluate", "tested")
                .doesNotContain("escalate");
        verify(steps).assign(caseId, FORM);
        verify(steps).record(caseId, FORM);
        assertEnded();
    }

    @ParameterizedTest
    @CsvSource({"FAIL", "INVALID", "RETEST", "REFER"})
    void whateverTheConclusionTheReportFollows(String conclusion) {
        when(steps.evaluate(anyString())).thenReturn(conclusion);
        start("CONCRETE");
        complete();
        complete();

        assertEnded();
    }

    @Test
    void cementComesBackAfterTwentyEightDays() {
        when(steps.evaluate(anyString())).thenReturn("PENDING", "PASS");
        start("CEMENT");
        complete();
        complete();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("recordCement28d");
        assertThat(task().getAssignee()).isEqualTo("tester");
        complete();

        verify(steps, times(2)).record(caseId, FORM);
        verify(steps, times(2)).evaluate(caseId);
        assertEnded();
    }

    @Test
    void aReturnedRecordGoesStraightBackToItsTester() {
        when(steps.testerOf(anyString())).thenReturn("tester");
        start("CONCRETE");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("recordConcrete");
        complete();

        assertThat(passed()).doesNotContain("assignTest", "assign");
        assertEnded();
    }

    @Test
    void aLateRecordIsMarkedAndStillAwaited() {
        start("REBAR");
        complete();
        Job timer = engine.getManagementService().createJobQuery().singleResult();
        assertThat(timer.getDuedate()).isAfter("2098-12-31");
        engine.getManagementService().executeJob(timer.getId());

        verify(steps).escalate(caseId);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("recordRebar");
        complete();
        assertEnded();
    }

    private void start(String family) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseId", caseId);
        variables.put("labCode", "BJ01");
        variables.put("family", family);
        variables.put("sampleNo", "BJ01-YP-2026-00001");
        engine.getRuntimeService().startProcessInstanceByKey("testing", caseId, variables);
    }

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private void complete() {
        engine.getTaskService()
                .complete(
                        task().getId(),
                        Variables.createVariables()
                                .putValueTyped(
                                        "form",
                                        Variables.objectValue(FORM, true).create()));
    }

    private List<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private void assertEnded() {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .count())
                .isZero();
    }
}
