package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.sampling.process.SamplingSteps;
import org.jianzheng.support.DiagramEngine;
import org.jianzheng.testing.process.TestingSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of commission-case.bpmn, with stand-ins for its steps and for the processes it calls. */
class CommissionCaseProcessTest {

    private static DiagramEngine engine;
    private final CommissionSteps steps = mock(CommissionSteps.class);
    private final SamplingSteps samples = mock(SamplingSteps.class);
    private final TestingSteps tests = mock(TestingSteps.class);
    private final Filing filing = mock(Filing.class);

    /** What the archive offers the diagram. */
    public interface Filing {
        void file(String caseId);
    }

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("commission-case");
        engine.deploy(
                Map.of(
                        "sampling.bpmn",
                        called("sampling"),
                        "testing.bpmn",
                        called("testing"),
                        "reporting.bpmn",
                        called("reporting")),
                "processes/commission-case.bpmn",
                "forms/commission/acceptCommission.form",
                "forms/commission/correctCommission-concrete-cube.form",
                "forms/commission/decideAfterRefusal.form",
                "forms/testing/decideAfterStop.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("commission", steps, "sampling", samples, "testing", tests, "archive", filing));
        when(steps.register(anyString(), any())).thenReturn("correctCommission-concrete-cube");
        when(steps.labOf(anyString())).thenReturn("BJ01");
        when(steps.developerOf(anyString())).thenReturn("WBJT");
        when(steps.contractorOf(anyString())).thenReturn("SJ1");
        when(steps.supervisionOf(anyString())).thenReturn("HC");
        when(steps.clientOf(anyString())).thenReturn("developers/WBJT/commissioner");
        when(steps.titleOf(anyString())).thenReturn("渭河新城 C30");
        when(steps.numberOf(anyString())).thenReturn("BJ01-WT-2026-00001");
        when(steps.accept(anyString(), any())).thenReturn(true);
    }

    @Test
    void anAcceptedCommissionIsSampledTestedReportedAndFiled() {
        engine.start("commission-case");
        verify(steps).register(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.task()).isEqualTo("acceptCommission");
        assertThat(engine.taskName()).isEqualTo("合同评审 渭河新城 C30");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/receiver");
        engine.complete();
        assertThat(engine.variablesOf("sampling"))
                .containsEntry("commissionNo", "BJ01-WT-2026-00001")
                .containsEntry("contractorCode", "SJ1")
                .containsEntry("supervisionCode", "HC")
                .containsEntry("labCode", "BJ01");
        engine.complete(Map.of("received", true, "sampleNo", "BJ01-YP-2026-00001"));
        assertThat(engine.variablesOf("testing")).containsEntry("sampleNo", "BJ01-YP-2026-00001");
        engine.complete(Map.of("tester", "tester"));
        assertThat(engine.variablesOf("reporting")).containsEntry("tester", "tester");
        engine.complete(Map.of("outcome", "ISSUED"));
        verify(filing).file(engine.caseId());
        assertThat(engine.endedAt()).isEqualTo("filed");
    }

    @Test
    void aReturnedReportGoesBackToTheTest() {
        toTheReport();
        engine.complete(Map.of("outcome", "RETURNED"));
        assertThat(engine.task()).isEqualTo("testing-wait");
        engine.complete(Map.of("tester", "tester"));
        engine.complete(Map.of("outcome", "ISSUED"));
        assertThat(engine.endedAt()).isEqualTo("filed");
    }

    @Test
    void aRefusedCommissionIsCorrectedAndReviewedAgain() {
        when(steps.accept(anyString(), any())).thenReturn(false, true);
        when(steps.correct(anyString(), any())).thenReturn(true);
        engine.start("commission-case");
        engine.complete();
        assertThat(engine.task()).isEqualTo("correctCommission");
        assertThat(engine.candidates()).containsExactly("developers/WBJT/commissioner");
        engine.complete();
        assertThat(engine.task()).isEqualTo("acceptCommission");
        engine.complete();
        assertThat(engine.task()).isEqualTo("sampling-wait");
    }

    @Test
    void aRefusedCommissionMayBeWithdrawn() {
        when(steps.accept(anyString(), any())).thenReturn(false);
        engine.start("commission-case");
        engine.complete();
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("withdrawn");
    }

    @Test
    void aRefusedSampleIsTakenAgain() {
        when(steps.resample(anyString(), any())).thenReturn(true);
        toTheSample();
        engine.complete(Map.of("received", false));
        assertThat(engine.task()).isEqualTo("decideAfterRefusal");
        assertThat(engine.candidates()).containsExactly("developers/WBJT/commissioner");
        engine.complete();
        assertThat(engine.task()).isEqualTo("sampling-wait");
        engine.complete(Map.of("received", true, "sampleNo", "BJ01-YP-2026-00002"));
        assertThat(engine.task()).isEqualTo("testing-wait");
    }

    @Test
    void aRefusedSampleMayEndTheCase() {
        toTheSample();
        engine.complete(Map.of("received", false));
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("givenUp");
    }

    @Test
    void aStoppedTestGoesOnWhereTheClientStandsByTheOrder() {
        stopped("CONTINUE");
        assertThat(engine.task()).isEqualTo("testing-wait");
        engine.complete(Map.of("tester", "tester"));
        assertThat(engine.task()).isEqualTo("reporting-wait");
    }

    @Test
    void aStoppedTestIsSampledAnewWhereTheOrderIsPutRight() {
        when(steps.correct(anyString(), any())).thenReturn(true);
        stopped("CORRECT");
        assertThat(engine.task()).isEqualTo("correctCommission");
        engine.complete();
        assertThat(engine.task()).isEqualTo("acceptCommission");
        engine.complete();
        assertThat(engine.task()).isEqualTo("sampling-wait");
    }

    @Test
    void aStoppedTestMayEndTheCase() {
        stopped("WITHDRAW");
        assertThat(engine.endedAt()).isEqualTo("testWithdrawn");
        assertThat(engine.passed()).doesNotContain("report", "file");
    }

    private void stopped(String answer) {
        when(tests.settle(anyString(), any())).thenReturn(answer);
        toTheSample();
        engine.complete(Map.of("received", true, "sampleNo", "BJ01-YP-2026-00001"));
        engine.complete(Map.of("tester", ""));
        assertThat(engine.task()).isEqualTo("decideAfterStop");
        assertThat(engine.candidates()).containsExactly("developers/WBJT/commissioner");
        engine.complete();
        verify(tests).settle(engine.caseId(), DiagramEngine.FORM);
    }

    @Test
    void aReviewThatTakesTwoDaysIsRemindedOfAndStaysOpen() {
        engine.start("commission-case");
        engine.fireTimer();
        verify(steps).escalate(engine.caseId(), "acceptCommission");
        assertThat(engine.task()).isEqualTo("acceptCommission");
    }

    private void toTheSample() {
        engine.start("commission-case");
        engine.complete();
        assertThat(engine.task()).isEqualTo("sampling-wait");
    }

    private void toTheReport() {
        toTheSample();
        engine.complete(Map.of("received", true, "sampleNo", "BJ01-YP-2026-00001"));
        engine.complete(Map.of("tester", "tester"));
        assertThat(engine.task()).isEqualTo("reporting-wait");
    }

    private static BpmnModelInstance called(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(key + "-wait")
                .endEvent()
                .done();
    }
}
