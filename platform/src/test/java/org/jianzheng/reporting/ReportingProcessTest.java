package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.support.DiagramEngine.FORM;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.process.ReportingSteps;
import org.jianzheng.support.DiagramEngine;
import org.jianzheng.testing.correction.process.CorrectionSteps;
import org.jianzheng.testing.process.TestingSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of reporting.bpmn, with stand-ins for the steps. */
class ReportingProcessTest {

    private static DiagramEngine engine;
    private final ReportingSteps steps = mock(ReportingSteps.class);
    private final TestingSteps testing = mock(TestingSteps.class);
    private final CorrectionSteps correction = mock(CorrectionSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("reporting-process");
        engine.deploy(
                Map.of(),
                "processes/reporting.bpmn",
                "processes/correction-approval.bpmn",
                "forms/correction/requestCorrection.form",
                "forms/correction/approveCorrection.form",
                "forms/correction/consentCorrection.form",
                "forms/correction/decideCorrection.form",
                "forms/reporting/reviewReport.form",
                "forms/reporting/signReport.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void aDraftWaitsForItsReview() {
        engine.standIns(Map.of("reporting", steps, "testing", testing, "correction", correction));
        when(testing.correct(anyString())).thenReturn("");
        when(testing.redo(anyString(), anyString())).thenReturn("RETURNED");
        when(correction.title(anyString())).thenReturn("BJ01-YP-2026-00001");
        when(correction.groups(anyString(), anyString())).thenAnswer(asked -> "desk/" + asked.getArgument(1));
        when(correction.sheet(anyString())).thenReturn(Map.of());
        when(steps.draft(anyString())).thenReturn("report-1");
        when(steps.sheet(anyString())).thenReturn(Map.of("title", "报告"));
        when(steps.review(anyString(), any())).thenReturn("PASSED");
        when(steps.sign(anyString(), any())).thenReturn("ISSUED");
        when(steps.issue(anyString())).thenReturn("BJ01-HNT-2026-00001");
        start();
    }

    private static void start() {
        engine.start("reporting", Map.of("labCode", "BJ01", "commissionNo", "BJ01-WT-2026-00001", "tester", "tester"));
    }

    @Test
    void aCorrectionThatChangesAVerdictIsAgreedToBeforeTheDraft() {
        corrected("HEAD");
        when(correction.approve(anyString(), any())).thenReturn(true);
        assertThat(engine.task()).isEqualTo("approveCorrection");
        assertThat(engine.candidates()).containsExactly("desk/HEAD");
        engine.complete();

        assertThat(engine.task()).isEqualTo("reviewReport");
    }

    @Test
    void aRefusedCorrectionGoesBackToItsTesterUndrafted() {
        corrected("HEAD");
        engine.complete();

        assertReturned();
        verify(testing).redo(engine.caseId(), "correction-1");
    }

    @Test
    void whatTheLaboratoryMayNotDecideAloneSiteWitnessAndStationDecideToo() {
        corrected("SITE");
        when(correction.request(anyString(), any())).thenReturn(true);
        when(correction.approve(anyString(), any())).thenReturn(true);
        when(correction.consent(anyString(), any())).thenReturn(true);
        when(correction.decide(anyString(), any())).thenReturn(true);
        for (String task : List.of("requestCorrection", "approveCorrection", "consentCorrection", "decideCorrection")) {
            assertThat(engine.task()).isEqualTo(task);
            engine.complete();
        }
        assertThat(engine.task()).isEqualTo("reviewReport");
    }

    private void corrected(String route) {
        when(testing.correct(anyString())).thenReturn("correction-1");
        when(correction.route(anyString())).thenReturn(route);
        start();
    }

    @Test
    void aReportIsDraftedReviewedSignedAndIssued() {
        assertThat(engine.task()).isEqualTo("reviewReport");
        assertThat(engine.taskName()).isEqualTo("审核报告 BJ01-WT-2026-00001");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/reviewer");
        assertThat(engine.shown()).containsEntry("report", Map.of("title", "报告"));
        verify(steps).sheet("report-1");
        engine.complete();

        assertThat(engine.task()).isEqualTo("signReport");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/signatory");
        engine.complete();

        // The transaction that holds the number ends with it; what follows is another's.
        verify(steps).issue("report-1");
        assertThat(engine.isRunning()).isTrue();
        engine.goOn();
        assertThat(engine.endedAt()).isEqualTo("issued");
        assertThat(engine.history("outcome")).isEqualTo("ISSUED");
        assertThat(engine.history("reportNo")).isEqualTo("BJ01-HNT-2026-00001");
        verify(steps).review("report-1", FORM);
        verify(steps).sign("report-1", FORM);
    }

    @Test
    void whatTheReviewerReturnsIsNeverSigned() {
        when(steps.review(anyString(), any())).thenReturn("RETURNED");
        engine.complete();

        assertReturned();
        verify(steps, never()).sign(anyString(), any());
    }

    @Test
    void whatTheSignatoryReturnsIsNotIssued() {
        when(steps.sign(anyString(), any())).thenReturn("RETURNED");
        engine.complete();
        engine.complete();

        assertReturned();
    }

    private void assertReturned() {
        assertThat(engine.endedAt()).isEqualTo("returned");
        assertThat(engine.history("outcome")).isEqualTo("RETURNED");
        assertThat(engine.history("reportNo")).isNull();
        verify(steps, never()).issue(anyString());
    }

    @Test
    void aReviewNotMadeInTwoDaysIsReportedAndStaysOpen() {
        engine.fireTimer();

        verify(steps).escalate("report-1", "reviewReport");
        assertThat(engine.task()).isEqualTo("reviewReport");
    }

    @Test
    void aSignatureNotGivenInTwoDaysIsReportedAndStaysOpen() {
        engine.complete();
        engine.fireTimer();

        verify(steps).escalate("report-1", "signReport");
        assertThat(engine.task()).isEqualTo("signReport");
    }
}
