package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.jianzheng.nonconformity.process.NonconformitySteps;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of nonconformity.bpmn, with stand-ins for its steps; timers fired by hand. */
class NonconformityProcessTest {

    private static final List<String> FORMS = List.of(
            "confirmDeveloper",
            "confirmContractor",
            "confirmSupervision",
            "planTreatment",
            "reviewPlan",
            "decideDispute",
            "commissionRetest",
            "reportCompletion",
            "checkTreatment",
            "closeLoop");

    private static DiagramEngine engine;
    private final NonconformitySteps steps = mock(NonconformitySteps.class);

    @BeforeAll
    static void deploy() {
        engine = new DiagramEngine("nonconformity");
        engine.deploy(Map.of(), resources());
    }

    private static String[] resources() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("processes/nonconformity.bpmn"),
                        FORMS.stream().map(form -> "forms/nonconformity/" + form + ".form"))
                .toArray(String[]::new);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void standIns() {
        engine.standIns(Map.of("nonconformity", steps));
        when(steps.report(anyString())).thenReturn("FIRST_FAILURE");
        when(steps.plan(anyString(), any())).thenReturn("REVIEW");
        when(steps.review(anyString(), any())).thenReturn("TREAT");
        when(steps.check(anyString(), any())).thenReturn("PASSED");
        when(steps.close(anyString(), any())).thenReturn("CLOSED");
        when(steps.watch(anyString())).thenReturn(true);
        for (String at : List.of("2030-01-01T00:00:00Z")) {
            when(steps.watchAt(anyString())).thenReturn(at);
            when(steps.retestAt(anyString())).thenReturn(at);
            when(steps.dueAt(anyString())).thenReturn(at);
        }
    }

    @Test
    @Clause("5.3.5")
    void afterThreeReceiptsThePlanIsReviewedCarriedOutCheckedAndClosed() {
        start();
        assertThat(engine.tasks())
                .containsExactlyInAnyOrder("confirmDeveloper", "confirmContractor", "confirmSupervision");
        toPlan();
        complete("planTreatment", "reviewPlan", "reportCompletion", "checkTreatment", "closeLoop");
        assertThat(engine.isRunning()).isFalse();
        assertThat(engine.passed()).contains("closed").doesNotContain("withdrawn");
    }

    @Test
    void aContractorWhoNeverAnswersIsWatchedForEver() {
        start();
        complete("confirmDeveloper", "confirmSupervision");
        for (int i = 0; i < 5; i++) {
            engine.fireTimer("watchAt");
        }
        verify(steps, times(5)).watch("R-1");
        assertThat(engine.tasks()).containsExactly("confirmContractor");
    }

    @Test
    void aPlanMayBeSentBack() {
        when(steps.review(anyString(), any())).thenReturn("RETURNED", "TREAT");
        start();
        toPlan();
        complete("planTreatment", "reviewPlan", "planTreatment", "reviewPlan");
        assertThat(engine.tasks()).containsExactly("reportCompletion");
    }

    @Test
    void aRetestThatFailsAgainAsksForAnotherTreatment() {
        when(steps.review(anyString(), any())).thenReturn("RETEST");
        when(steps.retestOutcome(anyString())).thenReturn("WAITING", "FAILED");
        start();
        toPlan();
        complete("planTreatment", "reviewPlan", "commissionRetest");
        engine.fireTimer("awaitRetest");
        assertThat(engine.tasks()).isEmpty();
        engine.fireTimer("awaitRetest");
        assertThat(engine.tasks()).containsExactly("planTreatment");
    }

    @Test
    void aRetestThatPassesIsStillReportedCheckedAndClosed() {
        when(steps.review(anyString(), any())).thenReturn("RETEST");
        when(steps.retestOutcome(anyString())).thenReturn("PASSED");
        start();
        toPlan();
        complete("planTreatment", "reviewPlan", "commissionRetest");
        engine.fireTimer("awaitRetest");
        complete("reportCompletion", "checkTreatment", "closeLoop");
        assertThat(engine.isRunning()).isFalse();
    }

    @Test
    void witnessAndSupervisorSendBack() {
        when(steps.check(anyString(), any())).thenReturn("RETURNED", "PASSED");
        when(steps.close(anyString(), any())).thenReturn("REWORK", "REPLAN");
        start();
        toPlan();
        complete("planTreatment", "reviewPlan", "reportCompletion", "checkTreatment");
        complete("reportCompletion", "checkTreatment", "closeLoop");
        complete("reportCompletion", "checkTreatment", "closeLoop");
        assertThat(engine.tasks()).containsExactly("planTreatment");
    }

    @Test
    void aDisputeIsRejectedOrderedOrEndsAsAFalseAlarm() {
        when(steps.plan(anyString(), any())).thenReturn("DISPUTE");
        when(steps.settleDispute(anyString(), any())).thenReturn("REJECTED", "ORDERED", "WITHDRAWN");
        start();
        toPlan();
        complete("planTreatment", "decideDispute", "planTreatment", "decideDispute");
        assertThat(engine.tasks()).containsExactly("commissionRetest");
        when(steps.retestOutcome(anyString())).thenReturn("FAILED");
        complete("commissionRetest");
        engine.fireTimer("awaitRetest");
        complete("planTreatment", "decideDispute");
        assertThat(engine.isRunning()).isFalse();
        assertThat(engine.passed()).contains("withdrawn");
    }

    @Test
    void aWithdrawalEndsItWhereverItStands() {
        start();
        when(steps.watch(anyString())).thenReturn(false);
        engine.fireTimer("watchAt");
        assertThat(engine.isRunning()).isFalse();
        assertThat(engine.passed()).contains("withdrawn");
    }

    @Test
    void whereTheRetestComesFirstThePartiesAreCalledWhenItFailsOrIsMissing() {
        when(steps.report(anyString())).thenReturn("AFTER_RETEST");
        for (String outcome : List.of("FAILED", "MISSING")) {
            when(steps.firstRetest(anyString())).thenReturn("WAITING", outcome);
            start();
            assertThat(engine.tasks()).isEmpty();
            engine.fireTimer("awaitFirstRetest");
            assertThat(engine.tasks()).isEmpty();
            engine.fireTimer("awaitFirstRetest");
            assertThat(engine.tasks()).hasSize(3);
        }
    }

    @Test
    void aFirstRetestThatPassesWaitsForTheStation() {
        when(steps.report(anyString())).thenReturn("AFTER_RETEST");
        when(steps.firstRetest(anyString())).thenReturn("PASSED");
        start();
        engine.fireTimer("awaitFirstRetest");
        assertThat(engine.tasks()).containsExactly("closeLoop");
        complete("closeLoop");
        assertThat(engine.isRunning()).isFalse();
    }

    private static void toPlan() {
        complete("confirmDeveloper", "confirmContractor", "confirmSupervision");
    }

    private static void complete(String... tasks) {
        List.of(tasks).forEach(engine::complete);
    }

    private static void start() {
        engine.start(
                "nonconformity",
                Map.of("loopId", "R-1", "developerCode", "WBJT", "contractorCode", "SJ1", "supervisionCode", "HC"));
        engine.runJobs();
    }
}
