package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.OpenTask;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A lot of rebar that failed once, tested again on double specimens by a commission of its own. */
@PlatformTest
class RetestModuleTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Clock clock;

    private CaseDriver driver;
    private String caseId;
    private String no;

    @BeforeEach
    void aLotHasFailedAndItsReTestIsApproved() {
        driver = new CaseDriver(platform);
        caseId = driver.finish(DemoTest.weakRebar());
        no = loop().reportNo();
        assertThat(loop().found().conclusion()).isEqualTo("RETEST");
        submit("commissioner", "confirmDeveloper", Map.of());
        submit("sampler", "confirmContractor", Map.of());
        submit("witness", "confirmSupervision", Map.of());
        assertThatThrownBy(() -> commissionAgain(Map.of()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("nonconformity.retest.notNow"));
        submit("sampler", "planTreatment", plan("DOUBLE_RETEST"));
        submit("witness", "reviewPlan", Map.of("decision", "PASS"));
    }

    @Test
    @Clause("9.1.2")
    void aReTestThatPassesLetsTheLoopBeClosedAndTheFirstResultStays() {
        assertThatThrownBy(() -> submit("commissioner", "commissionRetest", Map.of()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("nonconformity.retest.notCommissioned"));
        assertThatThrownBy(() -> commissionAgain(Map.of("specimenCount", 7)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("specimenCount"));

        String again = commissionAgain(Map.of());
        assertThat(commissions.find(again).retestOf()).isEqualTo(no);
        assertThat(commissions.find(again).retestCaseId()).isEqualTo(caseId);
        submit("commissioner", "commissionRetest", Map.of());
        assertThat(loop().state()).isEqualTo(LoopState.RETESTING);
        assertThat(dueTimers()).isEmpty();

        test(again, DemoTest.rebarAgain(false));
        assertThat(dueTimers()).as("timers hastened by the signature").hasSize(1);
        runDueTimers();

        String retestNo = reporting.ofCase(again).orElseThrow().reportNo();
        assertThat(loop().state()).isEqualTo(LoopState.TREATING);
        assertThat(loop().retestNo()).isEqualTo(retestNo);
        assertThat(loop().retestConclusion()).isEqualTo("PASS");
        assertThat(As.person("supervisor", () -> nonconformity.retests(no))).hasSize(1);
        assertThat(As.person("supervisor", () -> nonconformity.ofCase(again))).isEmpty();

        As.person("sampler", () -> nonconformity.addPaper(no, "PHOTO", "复检取样", "a.png", PNG));
        submit("sampler", "reportCompletion", Map.of("completion", "复检合格，可以使用", "finishedOn", today()));
        submit("witness", "checkTreatment", Map.of("decision", "PASS", "opinion", "复检取样见证属实"));
        submit("supervisor", "closeLoop", Map.of("decision", "CLOSE", "opinion", "同意销号"));
        assertThat(loop().state()).isEqualTo(LoopState.CLOSED);
        assertThat(loop().found().conclusion()).isEqualTo("RETEST");
        assertThat(processes.openTasks(List.of(caseId))).isEmpty();
    }

    @Test
    @Clause("9.1.2")
    void aReTestThatFailsCallsForAnotherTreatmentAndIsNotRepeated() {
        String again = commissionAgain(Map.of());
        submit("commissioner", "commissionRetest", Map.of());
        test(again, DemoTest.rebarAgain(true));
        runDueTimers();

        assertThat(loop().state()).isEqualTo(LoopState.PLANNING);
        assertThat(loop().retestConclusion()).isEqualTo("FAIL");
        assertThat(As.person("supervisor", () -> nonconformity.ofCase(again)))
                .as("the failing re-test is followed by itself")
                .hasSize(1);
        assertThat(nonconformity.treatments(no))
                .extracting(choice -> choice.get("value"))
                .contains("REWORK")
                .doesNotContain("DOUBLE_RETEST");
        assertThatThrownBy(() -> submit("sampler", "planTreatment", plan("DOUBLE_RETEST")))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> As.person("sampler", () -> nonconformity.plan(no, plan("DOUBLE_RETEST"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("nonconformity.retest.once"));
        submit("sampler", "planTreatment", plan("REWORK"));
        submit("witness", "reviewPlan", Map.of("decision", "PASS"));
        assertThat(loop().state()).isEqualTo(LoopState.TREATING);
        As.person("sampler", () -> nonconformity.addPaper(no, "PHOTO", "退场装车", "a.png", PNG));
        submit("sampler", "reportCompletion", Map.of("completion", "该批已全部更换并退场", "finishedOn", today()));
        submit("witness", "checkTreatment", Map.of("decision", "PASS", "opinion", "属实"));
        submit("supervisor", "closeLoop", Map.of("decision", "CLOSE", "opinion", "同意销号"));
        assertThat(loop().state()).isEqualTo(LoopState.CLOSED);
    }

    private String commissionAgain(Map<String, Object> otherwise) {
        var form = new java.util.HashMap<String, Object>(Map.of("retestOf", no, "specimenCount", 8));
        form.putAll(otherwise);
        return driver.commission(DemoTest.REBAR, form);
    }

    private void test(String again, DemoTest test) {
        driver.accept(again);
        driver.take(again);
        driver.witness(again);
        driver.receive(again);
        driver.assign(again, test);
        assertThatThrownBy(() ->
                        driver.record(again, DemoTest.weakRebar().records().get(0)))
                .as("two bars are not double specimens")
                .isInstanceOf(RuleBroken.class);
        driver.record(again, test.records().get(0));
        driver.review(again);
        driver.sign(again);
    }

    private List<String> dueTimers() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .executable()
                        .list()
                        .stream())
                .map(org.camunda.bpm.engine.runtime.Job::getId)
                .toList();
    }

    private void runDueTimers() {
        dueTimers().forEach(engine.getManagementService()::executeJob);
        driver.goOn(caseId);
    }

    private LoopView loop() {
        return As.person("supervisor", () -> nonconformity.ofCase(caseId)).get(0);
    }

    private void submit(String person, String key, Map<String, Object> form) {
        OpenTask task = processes.openTasks(List.of(caseId)).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
        driver.submit(new CaseDriver.Submission(person, task, form));
    }

    private Map<String, Object> plan(String treatment) {
        return Map.of("treatment", treatment, "plan", "双倍取样复检", "responsible", "王海涛", "plannedUntil", today());
    }

    private String today() {
        return CityTime.today(clock).toString();
    }
}
