package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.support.DiagramEngine.FORM;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.reporting.process.ReportingSteps;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of reporting.bpmn, with stand-ins for the steps. */
class ReportingProcessTest {

    private static DiagramEngine engine;
    private final ReportingSteps steps = mock(ReportingSteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("reporting-process");
        engine.deploy(
                Map.of(),
                "processes/reporting.bpmn",
                "forms/reporting/reviewReport.form",
                "forms/reporting/signReport.form");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void aDraftWaitsForItsReview() {
        engine.standIns(Map.of("reporting", steps));
        when(steps.draft(anyString())).thenReturn("report-1");
        when(steps.sheet(anyString())).thenReturn(Map.of("title", "报告"));
        when(steps.review(anyString(), any())).thenReturn("PASSED");
        when(steps.sign(anyString(), any())).thenReturn("ISSUED");
        when(steps.issue(anyString())).thenReturn("BJ01-HNT-2026-00001");
        engine.start("reporting", Map.of("labCode", "BJ01", "commissionNo", "BJ01-WT-2026-00001", "tester", "tester"));
    }

    @Test
    void aReportIsDraftedReviewedSignedAndIssued() {
        assertThat(engine.task()).isEqualTo("reviewReport");
        assertThat(engine.taskName()).isEqualTo("审核报告 BJ01-WT-2026-00001");
        assertThat(engine.candidates()).containsExactly("labs/BJ01/reviewer");
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
