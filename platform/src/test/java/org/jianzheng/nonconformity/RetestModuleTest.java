package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.RetestOffer;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lot of rebar that failed once, tested again on double specimens by a commission of its own. */
@PlatformTest
class RetestModuleTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private LoopFollowup followup;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private PlatformTransactionManager transactions;

    private LoopDriver loop;
    private String no;

    @BeforeEach
    void aLotHasFailedAndItsReTestIsApproved() {
        loop = new LoopDriver(platform, DemoTest.weakRebar());
        no = loop.reportNo();
        assertThat(loop.loop().found().conclusion()).isEqualTo(Verdict.RETEST);
        loop.confirmed();
        refused("nonconformity.retest.notNow", () -> commissionAgain(Map.of()));
        assertThat(As.person("commissioner", commissions::retestOffers))
                .extracting(RetestOffer::reportNo)
                .doesNotContain(no);
        loop.approved("DOUBLE_RETEST");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo(code));
    }

    @Test
    @Clause("5.3.5")
    void aReTestThatPassesLetsTheLoopBeClosedAndTheFirstResultStays() {
        refused(
                "nonconformity.retest.notCommissioned",
                () -> loop.submit("commissioner", "commissionRetest", Map.of()));

        String again = commissionAgain(Map.of());
        assertThat(commissions.find(again).retest().reportNo()).isEqualTo(no);
        assertThat(commissions.find(again).retest().caseId()).isEqualTo(loop.caseId());
        loop.submit("commissioner", "commissionRetest", Map.of());
        refused("nonconformity.retest.underWay", () -> commissionAgain(Map.of()));
        assertThat(loop.loop().state()).isEqualTo(LoopState.RETESTING);
        assertThat(loop.dueTimers()).isEmpty();

        test(again, DemoTest.rebarAgain(false));
        assertThat(loop.dueTimers()).as("timers hastened by the signature").hasSize(1);
        loop.runDueTimers();

        String retestNo = reporting.ofCase(again).orElseThrow().reportNo();
        assertThat(loop.loop().state()).isEqualTo(LoopState.TREATING);
        assertThat(loop.loop().retestNo()).isEqualTo(retestNo);
        assertThat(loop.loop().retestConclusion()).isEqualTo(Verdict.PASS);
        assertThat(As.person("supervisor", () -> nonconformity.retests(no))).hasSize(1);
        assertThat(As.person("supervisor", () -> nonconformity.ofCase(again))).isEmpty();

        loop.complete();
        loop.check("PASS");
        loop.close("CLOSE");
        assertThat(loop.loop().state()).isEqualTo(LoopState.CLOSED);
        assertThat(loop.loop().found().conclusion()).isEqualTo(Verdict.RETEST);
        assertThat(processes.openTasks(List.of(loop.caseId()))).isEmpty();
    }

    @Test
    @Clause("5.3.5")
    void aReTestThatFailsCallsForAnotherTreatmentAndIsNotRepeated() {
        String again = commissionAgain(Map.of());
        loop.submit("commissioner", "commissionRetest", Map.of());
        test(again, DemoTest.rebarAgain(true));
        loop.runDueTimers();

        assertThat(loop.loop().state()).isEqualTo(LoopState.PLANNING);
        assertThat(loop.loop().retestConclusion()).isEqualTo(Verdict.FAIL);
        assertThat(As.person("supervisor", () -> nonconformity.ofCase(again)))
                .as("the failing re-test is followed by itself")
                .hasSize(1);
        theTwoLoopsKnowEachOther(again);
        assertThat(followup.treatments(no))
                .extracting(choice -> choice.get("value"))
                .contains("REWORK")
                .doesNotContain("DOUBLE_RETEST");
        assertThatThrownBy(() -> loop.submit("sampler", "planTreatment", loop.plan("DOUBLE_RETEST")))
                .isInstanceOf(RuleBroken.class);
        refused(
                "nonconformity.retest.once",
                () -> As.person("sampler", () -> followup.plan(no, loop.plan("DOUBLE_RETEST"))));
        loop.approved("REWORK");
        assertThat(loop.loop().state()).isEqualTo(LoopState.TREATING);
        loop.photo();
        loop.complete();
        loop.check("PASS");
        loop.close("CLOSE");
        assertThat(loop.loop().state()).isEqualTo(LoopState.CLOSED);
    }

    @Test
    void ofTwoReTestsCommissionedAtOneMomentOneIsTaken() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> second = new TransactionTemplate(transactions).execute(status -> {
                commissionAgain(Map.of());
                Future<String> rival = other.submit(() -> {
                    sent.countDown();
                    return commissionAgain(Map.of());
                });
                await(sent, rival);
                return rival;
            });

            assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                            .isEqualTo("nonconformity.retest.underWay"));
            assertThat(commissions.retestsOf(no)).hasSize(1);
        } finally {
            other.shutdownNow();
        }
    }

    // Long enough for the rival to be through, were it not kept waiting.
    private static void await(CountDownLatch sent, Future<String> rival) {
        try {
            assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
            rival.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            assertThat(rival).isNotDone();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void theTwoLoopsKnowEachOther(String again) {
        String second = reporting.ofCase(again).orElseThrow().reportNo();
        assertThat(As.person("supervisor", () -> nonconformity.linked(no)))
                .containsExactly(new LinkedLoop(second, true, LoopState.NOTIFIED));
        assertThat(As.person("supervisor", () -> nonconformity.linked(second)))
                .containsExactly(new LinkedLoop(no, false, LoopState.PLANNING));
        assertThat(followup.sheet(second).get("linked").toString()).contains("原不合格报告 " + no + "（待处置方案）");
    }

    private String commissionAgain(Map<String, Object> otherwise) {
        return loop.commissionAgain(DemoTest.REBAR, otherwise);
    }

    private void test(String again, DemoTest test) {
        CaseDriver driver = loop.cases();
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
}
