package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.support.DiagramEngine.FORM;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.credit.process.CreditSteps;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of credit-entry.bpmn, with stand-ins for the steps; timers are fired by hand. */
@Clause("5.3.4")
class CreditEntryProcessTest {

    private static DiagramEngine engine;
    private final CreditSteps steps = mock(CreditSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("credit-entry-process");
        engine.deploy(
                Map.of(),
                "processes/credit-entry.bpmn",
                "forms/credit/answerCredit.form",
                "forms/credit/decideCreditAppeal.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void anEntryIsRecorded() {
        engine.standIns(Map.of("credit", steps));
        when(steps.tell(anyString())).thenReturn("NOTIFIED");
        when(steps.answer(anyString(), any())).thenReturn("EFFECTIVE");
        when(steps.silence(anyString())).thenReturn("EFFECTIVE");
        when(steps.decide(anyString(), any())).thenReturn("EFFECTIVE");
        when(steps.expire(anyString())).thenReturn("EXPIRED");
        when(steps.sheet(anyString())).thenReturn(Map.of("title", "事项"));
        when(steps.appealUntil(anyString())).thenReturn("2099-01-04T16:00:00Z");
        when(steps.decideUntil(anyString())).thenReturn("2099-02-04T16:00:00Z");
        when(steps.termEnds(anyString())).thenReturn("2100-01-04T16:00:00Z");
        engine.start("credit-entry", Map.of("desk", "labs/BJ01/labadmin", "title", "超资质范围检测"));
    }

    @Test
    void whatTheHouseAcceptsIsInForceUntilItsTermEnds() {
        engine.goOn();
        assertThat(engine.task()).isEqualTo("answerCredit");
        assertThat(engine.taskName()).isEqualTo("答复信用记分 超资质范围检测");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();

        verify(steps).answer(engine.caseId(), FORM);
        assertThat(engine.endedAt()).isNull();
        engine.fireTimer();
        assertThat(engine.endedAt()).isEqualTo("expired");
        verify(steps, never()).decide(anyString(), any());
    }

    @Test
    void silenceIsConsent() {
        engine.goOn();
        engine.fireTimer();

        verify(steps).silence(engine.caseId());
        assertThat(engine.passed()).contains("silenceDue", "term").doesNotContain("answer");
        engine.fireTimer();
        assertThat(engine.endedAt()).isEqualTo("expired");
    }

    @Test
    void anAppealIsHeardByTheStationAndMayBeTurnedDown() {
        appealed();
        assertThat(engine.task()).isEqualTo("decideCreditAppeal");
        assertThat(engine.candidates()).containsExactlyInAnyOrder("station/supervisor", "station/stationadmin");
        engine.complete();

        verify(steps).decide(engine.caseId(), FORM);
        engine.fireTimer();
        assertThat(engine.endedAt()).isEqualTo("expired");
    }

    @Test
    void anAppealThatIsGrantedEndsIt() {
        when(steps.decide(anyString(), any())).thenReturn("DISMISSED");
        appealed();
        engine.complete();

        assertThat(engine.endedAt()).isEqualTo("reversed");
        verify(steps, never()).expire(anyString());
    }

    @Test
    void anAppealThatNobodyDecidesInTimeEndsIt() {
        appealed();
        engine.fireTimer();

        verify(steps).lapse(engine.caseId());
        assertThat(engine.endedAt()).isEqualTo("lapsed");
    }

    @Test
    void whatIsTakenBackBeforeTheHouseIsToldEndsThere() {
        when(steps.tell(anyString())).thenReturn("DISMISSED");
        engine.goOn();

        assertThat(engine.endedAt()).isEqualTo("withdrawn");
    }

    @Test
    void whatIsTakenBackWhileTheHouseMayAppealEndsAtTheTimer() {
        when(steps.silence(anyString())).thenReturn("DISMISSED");
        engine.goOn();
        engine.fireTimer();

        assertThat(engine.endedAt()).isEqualTo("withdrawn_3");
    }

    @Test
    void whatIsTakenBackWhileInForceEndsAtTheTimer() {
        when(steps.expire(anyString())).thenReturn("DISMISSED");
        engine.goOn();
        engine.complete();
        engine.fireTimer();

        assertThat(engine.endedAt()).isEqualTo("withdrawn_2");
    }

    private void appealed() {
        when(steps.answer(anyString(), any())).thenReturn("APPEALED");
        engine.goOn();
        engine.complete();
    }
}
