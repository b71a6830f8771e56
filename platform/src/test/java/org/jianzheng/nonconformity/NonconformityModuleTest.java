package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.ReportSigned;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.OpenTask;
import org.jianzheng.workflow.Processes;
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

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};
    private static final DemoTest WEAK = DemoTest.CONCRETE.measuring(DemoTest.concrete("500.0", "510.0", "505.0"));

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

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
    @Clause({"5.3.5", "9.1.2"})
    void aFailingReportIsFollowedUntilTheStationClosesIt() throws Exception {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.finish(WEAK);
        String no = loop(caseId).reportNo();
        assertThat(loop(caseId).state()).isEqualTo(LoopState.NOTIFIED);
        assertThat(loop(caseId).found().parameters()).isNotBlank();
        assertThat(told(no)).contains("developers/WBJT", "contractors/SJ1", "supervision/HC", "station");

        for (String page : List.of("/nonconformities/" + no, "/cases/" + caseId + "/nonconformity")) {
            browser.perform(get(page).with(As.signedIn("supervisor"))).andExpect(status().isOk());
        }
        submit(driver, caseId, "commissioner", "confirmDeveloper", Map.of());
        submit(driver, caseId, "sampler", "confirmContractor", Map.of("remarks", "已隔离"));
        submit(driver, caseId, "witness", "confirmSupervision", Map.of());
        assertThatThrownBy(() -> submit(driver, caseId, "sampler", "planTreatment", plan("DOUBLE_RETEST")))
                .isInstanceOf(RuleBroken.class);
        submit(driver, caseId, "sampler", "planTreatment", plan("REWORK"));
        submit(driver, caseId, "witness", "reviewPlan", Map.of("decision", "RETURN", "reason", "写明加固做法"));
        submit(driver, caseId, "sampler", "planTreatment", plan("REWORK"));
        submit(driver, caseId, "witness", "reviewPlan", Map.of("decision", "PASS"));

        Map<String, Object> done = Map.of("completion", "已按方案加固", "finishedOn", today());
        assertThatThrownBy(() -> submit(driver, caseId, "sampler", "reportCompletion", done))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("nonconformity.paper.noPhoto"));
        As.person("sampler", () -> nonconformity.addPaper(no, "PHOTO", "加固前", "a.png", PNG));
        submit(driver, caseId, "sampler", "reportCompletion", done);
        submit(driver, caseId, "witness", "checkTreatment", Map.of("decision", "PASS", "opinion", "现场核查属实"));
        submit(driver, caseId, "supervisor", "closeLoop", Map.of("decision", "REWORK", "opinion", "补充照片"));
        submit(driver, caseId, "sampler", "reportCompletion", done);
        submit(driver, caseId, "witness", "checkTreatment", Map.of("decision", "PASS", "opinion", "属实"));
        submit(driver, caseId, "supervisor", "closeLoop", Map.of("decision", "CLOSE", "opinion", "同意销号"));

        assertThat(loop(caseId).state()).isEqualTo(LoopState.CLOSED);
        assertThat(processes.openTasks(List.of(caseId))).isEmpty();
        assertThat(As.person("supervisor", () -> reporting.issued(no)).conclusion())
                .isEqualTo("FAIL");
        for (String page :
                List.of("/nonconformities", "/nonconformities/" + no, "/cases/" + caseId + "/nonconformity")) {
            browser.perform(get(page).with(As.signedIn("commissioner"))).andExpect(status().isOk());
        }
        browser.perform(get("/board").with(As.signedIn("supervisor"))).andExpect(status().isOk());
        browser.perform(get("/api/nonconformities?state=CLOSED").with(As.signedIn("supervisor")))
                .andExpect(jsonPath("$.total").isNumber());
    }

    @Test
    void theSameReportNeverOpensTwoLoopsAndARollbackLeavesNone() {
        String caseId = new CaseDriver(platform).finish(WEAK);
        LoopView loop = loop(caseId);
        ReportSigned again = new ReportSigned("x", loop.reportNo(), caseId, "BJ01", "FAIL", loop.openedAt());
        assertThatThrownBy(() -> As.person(
                        "signatory", () -> transaction.executeWithoutResult(status -> events.publishEvent(again))))
                .isInstanceOf(RuntimeException.class);
        ReportSigned other =
                new ReportSigned("y", "T-" + caseId.substring(0, 20), caseId, "BJ01", "FAIL", loop.openedAt());
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
            assertThatThrownBy(() -> As.person(person, () -> nonconformity.addPaper(no, "PHOTO", "", "a.png", PNG)))
                    .isInstanceOf(RuleBroken.class);
        }
        browser.perform(get("/nonconformities/" + no).with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        assertThat(loop(caseId).state()).isEqualTo(LoopState.NOTIFIED);

        As.person("supervisor", () -> nonconformity.withdraw(no, "送检样品与工程不符"));
        assertThat(loop(caseId).state()).isEqualTo(LoopState.WITHDRAWN);
        OpenTask left = processes.openTasks(List.of(caseId)).get(0);
        assertThatThrownBy(() -> As.person("sampler", () -> nonconformity.acknowledge(no, left.key(), Map.of())))
                .isInstanceOf(RuleBroken.class);
    }

    private LoopView loop(String caseId) {
        return As.person("supervisor", () -> nonconformity.ofCase(caseId)).get(0);
    }

    private List<String> told(String no) {
        return sql.queryForList("SELECT recipient FROM notice WHERE link = ?", String.class, "/nonconformities/" + no);
    }

    private void submit(CaseDriver driver, String caseId, String person, String key, Map<String, Object> form) {
        OpenTask task = processes.openTasks(List.of(caseId)).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
        driver.submit(new CaseDriver.Submission(person, task, form));
    }

    private Map<String, Object> plan(String treatment) {
        return Map.of("treatment", treatment, "plan", "凿除后加固", "responsible", "王海涛", "plannedUntil", today());
    }

    private String today() {
        return org.jianzheng.kernel.CityTime.today(platform.getBean(java.time.Clock.class))
                .toString();
    }
}
