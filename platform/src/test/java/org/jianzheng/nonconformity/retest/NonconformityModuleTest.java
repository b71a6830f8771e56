package org.jianzheng.nonconformity.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.LoopDriver;
import org.jianzheng.nonconformity.LoopFollowup;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.loop.LoopView;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Loops on the real database and engine, from the signature of a failing report to the station's close. */
@PlatformTest
class NonconformityModuleTest {

    private static final DemoTest WEAK = DemoTest.CONCRETE.measuring(DemoTest.concrete("500.0", "510.0", "505.0"));

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private LoopFollowup followup;

    @Autowired
    private Loops loops;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc browser;

    @Test
    @Clause("5.3.5")
    void aFailingReportIsFollowedUntilTheStationClosesIt() throws Exception {
        LoopDriver loop = new LoopDriver(platform, WEAK);
        String caseId = loop.caseId();
        String no = loop.reportNo();
        assertThat(loop.loop().state()).isEqualTo(LoopState.NOTIFIED);
        assertThat(loop.loop().found().parameters()).isNotBlank();
        assertThat(told(no)).contains("developers/WBJT", "contractors/SJ1", "supervision/HC", "station");

        for (String page : List.of("/nonconformities/" + no, "/cases/" + caseId + "/nonconformity")) {
            browser.perform(get(page).with(As.signedIn("supervisor"))).andExpect(status().isOk());
        }
        loop.confirmed();
        assertThatThrownBy(() -> loop.submit("sampler", "planTreatment", loop.plan("DOUBLE_RETEST")))
                .isInstanceOf(RuleBroken.class);
        loop.submit("sampler", "planTreatment", loop.plan("REWORK"));
        loop.submit("witness", "reviewPlan", Map.of("decision", "RETURN", "reason", "写明加固做法"));
        loop.approved("REWORK");
        refused("nonconformity.paper.noPhoto", loop::complete);
        loop.photo();
        loop.complete();
        loop.check("PASS");
        loop.close("CLOSE");

        assertThat(loop(caseId).state()).isEqualTo(LoopState.CLOSED);
        assertThat(processes.openTasks(List.of(caseId))).isEmpty();
        assertThat(As.person("supervisor", () -> reporting.issued(no)).conclusion())
                .isEqualTo(Verdict.FAIL);
        for (String page :
                List.of("/nonconformities", "/nonconformities/" + no, "/cases/" + caseId + "/nonconformity")) {
            browser.perform(get(page).with(As.signedIn("commissioner"))).andExpect(status().isOk());
        }
        browser.perform(get("/board").with(As.signedIn("supervisor"))).andExpect(status().isOk());
        browser.perform(get("/api/nonconformities?state=CLOSED").with(As.signedIn("supervisor")))
                .andExpect(jsonPath("$.total").isNumber());
    }

    @Test
    void whatIsSentBackIsProvedByNewerPhotosThanItWasSentBackWith() {
        LoopDriver loop = new LoopDriver(platform, WEAK).confirmed().approved("REWORK");
        loop.photo();
        loop.complete();

        loop.check("RETURN");
        refused("nonconformity.paper.noPhoto", loop::complete);
        loop.photo();
        loop.complete();
        loop.check("PASS");

        loop.close("REWORK");
        refused("nonconformity.paper.noPhoto", loop::complete);
        loop.photo();
        loop.complete();
        assertThat(loop.loop().state()).isEqualTo(LoopState.CHECKING);
    }

    @Test
    @Clause("5.3.5")
    void aReportIsDisputedOnceOnly() {
        LoopDriver loop = new LoopDriver(platform, WEAK).confirmed();
        loop.submit("sampler", "planTreatment", loop.plan("DISPUTE"));
        loop.submit("supervisor", "decideDispute", Map.of("decision", "REJECT", "reason", "取样见证齐全"));
        loop.submit("sampler", "planTreatment", loop.plan("DISPUTE"));
        loop.submit("supervisor", "decideDispute", Map.of("decision", "ORDER", "reason", "双方同意另行检测"));
        Map<String, Object> dispute = Map.of("nature", "DISPUTE", "labCode", "BJ02", "specimenCount", 3);
        refused("commission.retest.locked", () -> loop.commissionAgain(WEAK, with(dispute, "nature", "DEVELOPER")));
        refused("commission.retest.lab", () -> loop.commissionAgain(WEAK, with(dispute, "labCode", "BJ01")));
        refused("commission.retest.pieces", () -> loop.commissionAgain(WEAK, with(dispute, "specimenCount", 6)));

        aRowSaysThatAnotherLaboratoryPassedIt(loop);
        refused(
                "nonconformity.retest.notCommissioned",
                () -> As.person("commissioner", () -> followup.orderRetest(loop.reportNo())));
        assertThat(loop.loop().state()).isEqualTo(LoopState.RETEST_ORDERED);
        assertThat(Retesting.offers(loops.get(loop.reportNo()), Treatment.DISPUTE))
                .isFalse();
        assertThat(Retesting.offers(loops.get(loop.reportNo()), Treatment.DOUBLE_RETEST))
                .isFalse();
    }

    // What only a row says has no proof, and does not count.
    private void aRowSaysThatAnotherLaboratoryPassedIt(LoopDriver loop) {
        sql.update(
                "INSERT INTO nonconformity_retest (report_no, retest_no, case_id, commission_no, conclusion, signed_at)"
                        + " VALUES (?, ?, ?, ?, 'PASS', ?)",
                loop.reportNo(),
                "BJ02-" + loop.caseId().substring(0, 20),
                UUID.randomUUID().toString(),
                "BJ02-WT-2026-00001",
                LocalDateTime.ofInstant(platform.getBean(Clock.class).instant(), ZoneOffset.UTC));
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var other = new HashMap<>(form);
        other.put(field, value);
        return other;
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo(code));
    }

    @Test
    void theSameReportNeverOpensTwoLoopsAndARollbackLeavesNone() {
        String caseId = new CaseDriver(platform).finish(WEAK);
        LoopView loop = loop(caseId);
        ReportSigned again = new ReportSigned("x", loop.reportNo(), caseId, "BJ01", Verdict.FAIL, loop.openedAt());
        assertThatThrownBy(() -> As.person(
                        "signatory", () -> transaction.executeWithoutResult(status -> events.publishEvent(again))))
                .isInstanceOf(RuntimeException.class);
        ReportSigned other =
                new ReportSigned("y", "T-" + caseId.substring(0, 20), caseId, "BJ01", Verdict.FAIL, loop.openedAt());
        As.person(
                "signatory",
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(other);
                    status.setRollbackOnly();
                }));
        assertThat(As.person("supervisor", () -> nonconformity.ofCase(caseId))).hasSize(1);
    }

    @Test
    void aLaboratoryCanNeitherCloseNorChangeALoop() throws Exception {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.finish(WEAK);
        String no = loop(caseId).reportNo();
        for (String person : List.of("tester", "reviewer", "signatory", "labadmin", "technicalhead")) {
            for (OpenTask task : processes.openTasks(List.of(caseId))) {
                assertThatThrownBy(() -> As.person(person, () -> processes.complete(task.id(), Map.of())))
                        .isInstanceOf(RuleBroken.class);
            }
            assertThatThrownBy(() -> As.person(person, () -> nonconformity.withdraw(no, "误报")))
                    .isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() ->
                            As.person(person, () -> nonconformity.addPaper(no, "PHOTO", "", "a.png", LoopDriver.PNG)))
                    .isInstanceOf(RuleBroken.class);
        }
        browser.perform(get("/nonconformities/" + no).with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        assertThat(loop(caseId).state()).isEqualTo(LoopState.NOTIFIED);

        As.person("supervisor", () -> nonconformity.withdraw(no, "送检样品与工程不符"));
        assertThat(loop(caseId).state()).isEqualTo(LoopState.WITHDRAWN);
        OpenTask left = processes.openTasks(List.of(caseId)).get(0);
        assertThatThrownBy(() -> As.person("sampler", () -> followup.acknowledge(no, left.key(), Map.of())))
                .isInstanceOf(RuleBroken.class);
    }

    /** What the diagram says of who may is not all there is: a diagram can be changed. */
    @Test
    void aStepIsTakenByPeopleOfThePartyWhoseStepItIs() {
        LoopDriver loop = new LoopDriver(platform, WEAK);
        String no = loop.reportNo();
        refused(
                "nonconformity.step.otherParty",
                () -> As.person("sampler", () -> followup.acknowledge(no, "confirmDeveloper", Map.of())));
        loop.confirmed();
        refused(
                "nonconformity.step.otherParty",
                () -> As.person("witness", () -> followup.plan(no, loop.plan("REWORK"))));
        As.person("supervisor", () -> nonconformity.withdraw(no, "送检样品与工程不符"));
        refused(
                "nonconformity.step.otherParty",
                () -> As.person("witness", () -> followup.close(no, Map.of("decision", "CLOSE", "opinion", "同意"))));
    }

    private LoopView loop(String caseId) {
        return As.person("supervisor", () -> nonconformity.ofCase(caseId)).get(0);
    }

    private List<String> told(String no) {
        return sql.queryForList("SELECT recipient FROM notice WHERE link = ?", String.class, "/nonconformities/" + no);
    }
}
