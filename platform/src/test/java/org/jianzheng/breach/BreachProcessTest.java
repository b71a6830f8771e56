package org.jianzheng.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.breach.process.BreachSteps;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of qualification-breach.bpmn, with stand-ins for its steps; timers are fired by hand. */
@Clause("4.1.11")
class BreachProcessTest {

    private static DiagramEngine engine;
    private final BreachSteps steps = mock(BreachSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("breach");
        engine.deploy(
                Map.of(),
                "processes/qualification-breach.bpmn",
                "forms/breach/explainBreach.form",
                "forms/breach/decideBreach.form",
                "forms/breach/answerDecision.form",
                "forms/breach/decideAppeal.form",
                "forms/breach/correctBreach.form",
                "forms/breach/checkBreach.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("breach", steps));
        when(steps.notifyLab(anyString())).thenReturn("BJ01-ZY-2026-00001");
        when(steps.dueAt(anyString())).thenReturn("2126-11-30T16:00:00Z");
        when(steps.sheet(anyString())).thenReturn(Map.of());
        when(steps.decide(anyString(), any())).thenReturn("CORRECT");
        when(steps.answer(anyString(), any())).thenReturn(false);
        when(steps.check(anyString(), any())).thenReturn(true);
        engine.start("qualification-breach", Map.of("labCode", "BJ01"));
    }

    @Test
    void explainedCorrectedCheckedAndClosedEachByItsOwnPeople() {
        assertThat(engine.taskName()).isEqualTo("说明资质异常 BJ01-ZY-2026-00001");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();
        verify(steps).explain(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.task()).isEqualTo("decideBreach");
        assertThat(engine.candidates()).containsExactly("station/supervisor");
        engine.complete();
        assertThat(engine.task()).isEqualTo("answerDecision");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();
        assertThat(engine.task()).isEqualTo("correctBreach");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();
        assertThat(engine.task()).isEqualTo("checkBreach");
        assertThat(engine.candidates()).containsExactly("station/supervisor");
        engine.complete();
        verify(steps).close(engine.caseId());
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    @Test
    void anUnfoundedBreachIsDismissed() {
        when(steps.decide(anyString(), any())).thenReturn("DISMISS");
        engine.complete();
        engine.complete();
        verify(steps).close(engine.caseId());
        assertThat(engine.passed()).doesNotContain("answerDecision");
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    @Test
    void withoutAnExplanationInTimeTheSupervisorDecidesAllTheSame() {
        engine.fireTimer();
        verify(steps).unexplained(engine.caseId());
        verify(steps, never()).explain(anyString(), any());
        assertThat(engine.task()).isEqualTo("decideBreach");
    }

    @Test
    void aWarningNeedsNoCorrection() {
        when(steps.decide(anyString(), any())).thenReturn("WARN");
        engine.complete();
        engine.complete();
        engine.complete();
        assertThat(engine.passed()).doesNotContain("correctBreach");
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    @Test
    void aDecisionIsReversedOnAppeal() {
        appeal(false);
        verify(steps).ruleOnAppeal(engine.caseId(), DiagramEngine.FORM);
        verify(steps).close(engine.caseId());
        assertThat(engine.passed()).doesNotContain("correctBreach");
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    @Test
    void anUpheldDecisionIsCarriedOut() {
        appeal(true);
        assertThat(engine.task()).isEqualTo("correctBreach");
    }

    @Test
    void anUpheldWarningClosesTheBreach() {
        when(steps.decide(anyString(), any())).thenReturn("WARN");
        appeal(true);
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    private void appeal(boolean upheld) {
        when(steps.answer(anyString(), any())).thenReturn(true);
        when(steps.ruleOnAppeal(anyString(), any())).thenReturn(upheld);
        engine.complete();
        engine.complete();
        engine.complete();
        assertThat(engine.task()).isEqualTo("decideAppeal");
        assertThat(engine.candidates()).containsExactly("station/stationadmin");
        engine.complete();
    }

    @Test
    void whoDoesNotAnswerInTimeHasAccepted() {
        engine.complete();
        engine.complete();
        engine.fireTimer();
        verify(steps).acceptSilently(engine.caseId());
        verify(steps, never()).answer(anyString(), any());
        assertThat(engine.task()).isEqualTo("correctBreach");
    }

    @Test
    void silenceOnAWarningClosesTheBreach() {
        when(steps.decide(anyString(), any())).thenReturn("WARN");
        engine.complete();
        engine.complete();
        engine.fireTimer();
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    @Test
    void aLateCorrectionIsRemindedAndMayStillCome() {
        toCorrection();
        engine.fireTimer();
        verify(steps).remind(engine.caseId());
        assertThat(engine.task()).isEqualTo("correctBreach");
        engine.complete();
        assertThat(engine.task()).isEqualTo("checkBreach");
    }

    @Test
    void aCorrectionThatWillNotDoIsReturned() {
        when(steps.check(anyString(), any())).thenReturn(false, true);
        toCorrection();
        engine.complete();
        engine.complete();
        assertThat(engine.task()).isEqualTo("correctBreach");
        engine.complete();
        engine.complete();
        verify(steps, times(2)).correct(anyString(), any());
        assertThat(engine.endedAt()).isEqualTo("closed");
    }

    private void toCorrection() {
        engine.complete();
        engine.complete();
        engine.complete();
        assertThat(engine.task()).isEqualTo("correctBreach");
    }
}
