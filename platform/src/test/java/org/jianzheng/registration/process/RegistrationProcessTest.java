package org.jianzheng.registration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of registration.bpmn, with stand-ins for its steps. */
@Clause("5.3.3")
class RegistrationProcessTest {

    private static DiagramEngine engine;
    private final RegistrationSteps steps = mock(RegistrationSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("registration");
        engine.deploy(
                Map.of(),
                "processes/registration.bpmn",
                "forms/registration/applyRegistration.form",
                "forms/registration/decideRegistration.form",
                "forms/registration/correctRegistration.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("registration", steps));
        when(steps.titleOf(anyString())).thenReturn("设备登记 压力试验机");
        when(steps.applicantOf(anyString())).thenReturn("labs/BJ01/labadmin");
        when(steps.dueAt(anyString())).thenReturn("2126-11-27T16:00:00Z");
        when(steps.decide(anyString(), any())).thenReturn(true);
    }

    @Test
    void whatTheStationApprovesIsRegistered() {
        engine.start("registration");
        verify(steps).submit(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.taskName()).isEqualTo("审核登记 设备登记 压力试验机");
        assertThat(engine.candidates()).containsExactlyInAnyOrder("station/supervisor", "station/stationadmin");
        engine.complete();
        verify(steps).decide(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.endedAt()).isEqualTo("registered");
    }

    @Test
    void whatIsReturnedIsCorrectedByItsApplicantAndDecidedAgain() {
        when(steps.decide(anyString(), any())).thenReturn(false, true);
        when(steps.correct(anyString(), any())).thenReturn(true);
        engine.start("registration");
        engine.complete();
        assertThat(engine.task()).isEqualTo("correctRegistration");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
        engine.complete();
        verify(steps).correct(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.task()).isEqualTo("decideRegistration");
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("registered");
    }

    @Test
    void whatIsReturnedMayBeWithdrawn() {
        when(steps.decide(anyString(), any())).thenReturn(false);
        when(steps.correct(anyString(), any())).thenReturn(false);
        engine.start("registration");
        engine.complete();
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("withdrawn");
    }

    @Test
    void theStationIsRemindedAndMayStillDecide() {
        engine.start("registration");
        engine.fireTimer();
        verify(steps).remind(engine.caseId());
        assertThat(engine.task()).isEqualTo("decideRegistration");
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("registered");
    }
}
