package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.jianzheng.reporting.process.ReportingSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of reporting.bpmn, with stand-ins for the steps. */
class ReportingProcessTest {

    private static final Map<String, Object> FORM = Map.of("decision", "whatever was chosen");

    private static ProcessEngine engine;
    private final ReportingSteps steps = mock(ReportingSteps.class);
    private final String caseId = UUID.randomUUID().toString();

    @BeforeAll
    static void deploy() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:reporting-process");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setGroupResourceWhitelistPattern("[\\w./-]+");
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/reporting.bpmn")
                .addClasspathResource("forms/reporting/reviewReport.form")
                .addClasspathResource("forms/reporting/signReport.form")
                .deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        Mocks.reset();
        Mocks.register("reporting", steps);
        when(steps.draft(anyString())).thenReturn("report-1");
        when(steps.sheet(anyString())).thenReturn(Map.of("title", "报告"));
        when(steps.review(anyString(), any())).thenReturn("PASSED");
        when(steps.sign(anyString(), any())).thenReturn("ISSUED");
        when(steps.issue(anyString())).thenReturn("BJ01-HNT-2026-00001");
    }

    @Test
    void aReportIsDraftedReviewedSignedAndIssued() {
        start();
        assertThat(task().getTaskDefinitionKey()).isEqualTo("reviewReport");
        assertThat(task().getName()).isEqualTo("审核报告 BJ01-WT-2026-00001");
        assertThat(groups()).containsExactly("labs/BJ01/reviewer");
        assertThat(engine.getTaskService().getVariable(task().getId(), "report"))
                .isNotNull();
        complete();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("signReport");
        assertThat(groups()).containsExactly("labs/BJ01/signatory");
        complete();

        assertThat(passed())
                .contains("draft", "review", "sign", "issue", "issued")
                .doesNotContain("returned");
        assertThat(left()).containsEntry("outcome", "ISSUED").containsEntry("reportNo", "BJ01-HNT-2026-00001");
        verify(steps).review("report-1", FORM);
        verify(steps).sign("report-1", FORM);
    }

    @Test
    void whatTheReviewerReturnsIsNeverSigned() {
        when(steps.review(anyString(), any())).thenReturn("RETURNED");
        start();
        complete();

        assertThat(passed()).contains("returned").doesNotContain("signReport", "issue");
        assertThat(left()).containsEntry("outcome", "RETURNED").doesNotContainKey("reportNo");
        verify(steps, never()).sign(anyString(), any());
    }

    @Test
    void whatTheSignatoryReturnsIsNotIssued() {
        when(steps.sign(anyString(), any())).thenReturn("RETURNED");
        start();
        complete();
        complete();

        assertThat(passed()).contains("signReport", "returned").doesNotContain("issue", "issued");
        assertThat(left()).containsEntry("outcome", "RETURNED");
    }

    @Test
    void aReviewNotMadeInTwoDaysIsReportedAndStaysOpen() {
        start();
        fireTimer();

        verify(steps).escalate("report-1", "reviewReport");
        assertThat(passed()).contains("escalate", "reminded1");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("reviewReport");
    }

    @Test
    void aSignatureNotGivenInTwoDaysIsReportedAndStaysOpen() {
        start();
        complete();
        fireTimer();

        verify(steps).escalate("report-1", "signReport");
        assertThat(passed()).contains("escalate_2", "reminded2");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("signReport");
    }

    private void start() {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "reporting",
                        caseId,
                        Map.of(
                                "caseId", caseId,
                                "labCode", "BJ01",
                                "commissionNo", "BJ01-WT-2026-00001",
                                "tester", "tester"));
    }

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private List<String> groups() {
        return engine.getTaskService().getIdentityLinksForTask(task().getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private void complete() {
        var form = Variables.createVariables().putValueTyped("form", Variables.untypedValue(FORM, true));
        engine.getTaskService().complete(task().getId(), form);
    }

    private void fireTimer() {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task().getProcessInstanceId())
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    private List<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private Map<String, Object> left() {
        var values = new HashMap<String, Object>();
        engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance())
                .list()
                .forEach((HistoricVariableInstance each) -> values.put(each.getName(), each.getValue()));
        return values;
    }

    private String instance() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
    }
}
