package org.jianzheng.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.sampling.process.SamplingSteps;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every path of sampling.bpmn, with stand-ins for its steps. */
class SamplingProcessTest {

    private static DiagramEngine engine;
    private final SamplingSteps steps = mock(SamplingSteps.class);
    private final CommissionSteps commission = mock(CommissionSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("sampling");
        engine.deploy(
                Map.of(),
                "processes/sampling.bpmn",
                "forms/sampling/takeSample.form",
                "forms/sampling/witnessSample.form",
                "forms/sampling/decideLateRecord.form",
                "forms/sampling/receiveSample.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("sampling", steps, "commission", commission));
        when(steps.registerTaking(anyString(), any())).thenReturn("DONE");
        when(steps.registerWitnessing(anyString(), any())).thenReturn("DONE");
        when(steps.receive(anyString(), any())).thenReturn(true);
        when(steps.numberOf(anyString())).thenReturn("BJ01-YP-2026-00001");
    }

    @Test
    @Clause("5.4.3")
    void aSampleIsTakenWitnessedAndReceivedEachByItsOwnPeople() {
        start();
        verify(steps).issueMarks(engine.caseId());
        assertThat(engine.candidates()).containsExactly("contractors/SJ1/sampler");
        assertThat(engine.taskName()).isEqualTo("取样登记 BJ01-WT-2026-00001");
        engine.complete();
        assertThat(engine.candidates()).containsExactly("supervision/HC/witness");
        engine.complete();
        assertThat(engine.candidates()).containsExactly("labs/BJ01/receiver");
        engine.complete();
        verify(steps).receive(engine.caseId(), DiagramEngine.FORM);
        assertThat(engine.endedAt()).isEqualTo("takenIn");
        assertThat(engine.history("received")).isEqualTo(true);
        assertThat(engine.history("sampleNo")).isEqualTo("BJ01-YP-2026-00001");
    }

    @Test
    void aLateRecordBringsNewMarks() {
        when(steps.registerTaking(anyString(), any())).thenReturn("VOID", "DONE");
        start();
        engine.complete();
        assertThat(engine.task()).isEqualTo("takeSample");
        verify(steps, times(2)).issueMarks(engine.caseId());
        engine.complete();
        assertThat(engine.task()).isEqualTo("witnessSample");
    }

    @Test
    void aLateWitnessOrAnObjectionBringsNewMarks() {
        when(steps.registerWitnessing(anyString(), any())).thenReturn("VOID");
        start();
        engine.complete();
        engine.complete();
        assertThat(engine.task()).isEqualTo("takeSample");
        verify(steps, times(2)).issueMarks(engine.caseId());
    }

    @Test
    void whoeverCannotTakeASampleLeavesItToTheClient() {
        when(steps.registerTaking(anyString(), any())).thenReturn("GIVEN_UP");
        start();
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("notTaken");
        assertThat(engine.history("received")).isEqualTo(false);
        verify(steps, times(1)).issueMarks(engine.caseId());
    }

    @Test
    @Clause("7.1.2")
    void theStationDecidesOnWhatCameLateFromAPhone() {
        when(steps.registerTaking(anyString(), any())).thenReturn("UNDECIDED");
        when(steps.registerWitnessing(anyString(), any())).thenReturn("UNDECIDED");
        when(steps.settleLateRecord(anyString(), any())).thenReturn("TAKEN", "WITNESSED");
        start();
        engine.complete();
        assertThat(engine.candidates()).containsExactly("station/supervisor");
        engine.complete();
        assertThat(engine.task()).isEqualTo("witnessSample");
        engine.complete();
        assertThat(engine.task()).isEqualTo("decideLateRecord");
        engine.complete();
        assertThat(engine.task()).isEqualTo("receiveSample");
    }

    @Test
    void aLateRecordThatIsNotAcceptedBringsNewMarks() {
        when(steps.registerTaking(anyString(), any())).thenReturn("UNDECIDED");
        when(steps.settleLateRecord(anyString(), any())).thenReturn("VOID");
        start();
        engine.complete();
        engine.complete();
        assertThat(engine.task()).isEqualTo("takeSample");
        verify(steps, times(2)).issueMarks(engine.caseId());
    }

    @Test
    void aRefusedSampleEndsRefused() {
        when(steps.receive(anyString(), any())).thenReturn(false);
        start();
        engine.complete();
        engine.complete();
        engine.complete();
        assertThat(engine.endedAt()).isEqualTo("refused");
        assertThat(engine.history("received")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"0, takeSample", "1, witnessSample", "2, receiveSample"})
    void whoeverTakesTooLongIsRemindedAndMayStillAct(int before, String task) {
        start();
        for (int i = 0; i < before; i++) {
            engine.complete();
        }
        engine.fireTimer();
        verify(commission).escalate(engine.caseId(), task);
        assertThat(engine.task()).isEqualTo(task);
    }

    private static void start() {
        engine.start(
                "sampling",
                Map.of(
                        "commissionNo", "BJ01-WT-2026-00001",
                        "labCode", "BJ01",
                        "contractorCode", "SJ1",
                        "supervisionCode", "HC"));
    }
}
