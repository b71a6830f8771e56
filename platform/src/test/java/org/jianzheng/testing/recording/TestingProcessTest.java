package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.support.DiagramEngine;
import org.jianzheng.testing.process.TestingSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of testing.bpmn, with stand-ins for the steps. */
class TestingProcessTest {

    private static final String CUBES = "record-concrete-cube-main";

    private static DiagramEngine engine;
    private final TestingSteps steps = mock(TestingSteps.class);
    private final CommissionSteps reminders = mock(CommissionSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("testing");
        List<String> forms =
                new ArrayList<>(forms().map("forms/testing/%s.form"::formatted).toList());
        forms.add(0, "processes/testing.bpmn");
        forms.add("forms/testing/assignTest.form");
        forms.add("forms/testing/decideReferred.form");
        engine.deploy(Map.of(), forms.toArray(String[]::new));
    }

    /** Of every item and stage. */
    static Stream<String> forms() {
        return Catalogue.current().items().stream().flatMap(item -> item.stages().stream()
                .map(stage -> ComposedRecordForms.id(item.code(), stage.code())));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("testing", steps, "commission", reminders));
        when(steps.recordForm(anyString())).thenReturn(CUBES);
        when(steps.form(anyString())).thenReturn(Map.of());
        when(steps.testerOf(anyString())).thenReturn("");
        when(steps.assign(anyString(), any())).thenReturn("tester");
        when(steps.dueAt(anyString())).thenReturn("2099-01-01T00:00+08:00");
        when(steps.record(anyString(), any())).thenReturn("BJ01-YS-2026-00001");
        when(steps.evaluate(anyString())).thenReturn("PASS");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theItemAndTheStageDecideWhichFormTheTesterFillsIn(String form) {
        when(steps.recordForm(anyString())).thenReturn(form);
        start();
        assertThat(engine.task()).isEqualTo("assignTest");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();

        assertThat(engine.task()).isEqualTo("record");
        assertThat(engine.assignee()).isEqualTo("tester");
        assertThat(engine.taskName()).endsWith("BJ01-YP-2026-00001");
        engine.complete();

        assertThat(engine.passed())
                .contains("assign", "record", "record_2", "evaluate")
                .doesNotContain("escalate", "decide");
        verify(steps).assign(engine.caseId(), DiagramEngine.FORM);
        verify(steps).record(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAIL", "INVALID", "RETEST"})
    void whateverTheStandardConcludesTheReportFollows(String conclusion) {
        when(steps.evaluate(anyString())).thenReturn(conclusion);
        recorded();

        assertThat(engine.endedAt()).isEqualTo("tested");
        assertThat(engine.passed()).doesNotContain("decideReferred");
    }

    @Test
    void whatTheStandardDoesNotListTheTechnicalHeadDecides() {
        when(steps.evaluate(anyString())).thenReturn("REFER");
        when(steps.decide(anyString(), any())).thenReturn("FAIL");
        recorded();

        assertThat(engine.task()).isEqualTo("decideReferred");
        assertThat(engine.taskName()).isEqualTo("技术负责人判定 BJ01-YP-2026-00001");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/technicalhead");
        engine.complete();

        verify(steps).decide(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @Test
    void cementComesBackAfterTwentyEightDays() {
        when(steps.evaluate(anyString())).thenReturn("PENDING", "PASS");
        when(steps.recordForm(anyString())).thenReturn("record-cement-3d", "record-cement-28d");
        recorded();

        assertThat(engine.task()).isEqualTo("record");
        assertThat(engine.assignee()).isEqualTo("tester");
        engine.complete();

        verify(steps, times(2)).record(engine.caseId(), DiagramEngine.FORM);
        verify(steps, times(2)).evaluate(engine.caseId());
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @Test
    void aReturnedRecordGoesStraightBackToItsTester() {
        when(steps.testerOf(anyString())).thenReturn("tester");
        start();

        assertThat(engine.task()).isEqualTo("record");
        engine.complete();

        assertThat(engine.passed()).doesNotContain("assignTest", "assign");
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @Test
    void aLateRecordIsMarkedAndStillAwaited() {
        start();
        engine.complete();
        engine.fireTimer();

        verify(steps).escalate(engine.caseId());
        assertThat(engine.task()).isEqualTo("record");
        engine.complete();
        assertThat(engine.endedAt()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTestThatCannotBeMadeIsOrderedAnewAndGoesToAnother(String form) {
        when(steps.recordForm(anyString())).thenReturn(form);
        when(steps.assign(anyString(), any())).thenReturn("tester", "colleague");
        when(steps.record(anyString(), any())).thenReturn("", "BJ01-YS-2026-00001");
        start();
        engine.complete();
        assertThat(engine.task()).isEqualTo("record");
        assertThat(engine.candidates()).as("who may take it over").containsExactly("labs/BJ01/labadmin");
        engine.complete();

        assertThat(engine.task()).isEqualTo("assignTest");
        verify(steps, never()).evaluate(anyString());
        engine.complete();

        assertThat(engine.task()).isEqualTo("record");
        assertThat(engine.assignee()).isEqualTo("colleague");
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @Test
    void aTestNobodyCanMakeIsStopped() {
        when(steps.assign(anyString(), any())).thenReturn("");
        start();
        engine.complete();

        assertThat(engine.endedAt()).isEqualTo("stopped");
        assertThat(engine.passed()).doesNotContain("record", "evaluate");
    }

    @Test
    void theTechnicalHeadMayDoubtTheRecord() {
        when(steps.evaluate(anyString())).thenReturn("REFER", "PASS");
        when(steps.decide(anyString(), any())).thenReturn("RETURNED");
        recorded();
        engine.complete();

        assertThat(engine.task()).isEqualTo("assignTest");
        engine.complete();
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("tested");
    }

    @Test
    void whoeverOrdersTestsIsRemindedAfterTwoDays() {
        start();
        engine.fireTimer("assignLate");
        verify(reminders).escalate(engine.caseId(), "assignTest");
        assertThat(engine.task()).isEqualTo("assignTest");
    }

    @Test
    void theTechnicalHeadIsRemindedAfterTwoDays() {
        when(steps.evaluate(anyString())).thenReturn("REFER");
        recorded();
        engine.fireTimer("decideLate");
        verify(reminders).escalate(engine.caseId(), "decideReferred");
        assertThat(engine.task()).isEqualTo("decideReferred");
    }

    private void recorded() {
        start();
        engine.complete();
        engine.complete();
    }

    private static void start() {
        engine.start("testing", Map.of("labCode", "BJ01", "sampleNo", "BJ01-YP-2026-00001"));
    }
}
