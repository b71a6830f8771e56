package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** A form submitted twice, two people on one task, a back button after the submission: one completion, and a clear answer. */
@PlatformTest
class SubmittedTwiceModuleTest {

    private static final DemoTest TEST = DemoTest.CONCRETE;
    private static final Person COLLEAGUE = new Person("labadmin.b", "贺刚", Set.of("labs/BJ01/labadmin"));

    @Autowired
    private Processes processes;

    @Autowired
    private Testing testing;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MessageSource messages;

    private CaseDriver driver;

    @BeforeEach
    void driver(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void everyFormOfTheMainPathSentTwiceAtOnceCountsOnce() throws Exception {
        List<String> once = actions(driver.finish(TEST));

        String caseId = driver.commission(TEST);
        while (!driver.isFinished(caseId)) {
            Submission typed = driver.next(caseId, TEST);
            Callable<RuleBroken> send = () -> refusal(() -> driver.submit(typed));
            List<RuleBroken> refused = atOnce(send, send);
            assertThat(refused).as(typed.task().key()).hasSize(1);
            assertThat(said(refused.get(0))).isEqualTo("您已经提交过“" + typed.task().name() + "”，无需再次提交；请刷新任务列表");
        }
        assertThat(actions(caseId)).isEqualTo(once);
    }

    @Test
    void aFormFoundAgainByTheBackButtonChangesNothing() {
        String caseId = driver.toTest(TEST);
        Submission ordered = driver.next(caseId, TEST);
        driver.submit(ordered);
        Submission recorded = driver.next(caseId, TEST);
        driver.submit(recorded);
        List<String> before = actions(caseId);

        for (Submission old : List.of(ordered, recorded)) {
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> driver.submit(old))
                    .satisfies(refused -> assertThat(said(refused)).contains("您已经提交过", "请刷新任务列表"));
        }
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        assertThat(actions(caseId)).isEqualTo(before);
    }

    @Test
    void ofTwoPeopleOnOneTaskOneOrdersTheTestAndTheOtherIsTold() throws Exception {
        String caseId = driver.toTest(TEST);
        Submission typed = driver.next(caseId, TEST);

        List<RuleBroken> refused = atOnce(
                () -> refusal(() -> driver.submit(typed)),
                () -> refusal(() -> As.person(
                        COLLEAGUE, null, () -> processes.complete(typed.task().id(), typed.form()))));

        assertThat(refused).hasSize(1);
        assertThat(said(refused.get(0))).isEqualTo("这项任务已经办完，请刷新任务列表");
        assertThat(actions(caseId)).containsOnlyOnce("testing.assigned");
        assertThat(testing.order(caseId)).isPresent();
        assertThat(driver.task(caseId).key()).isEqualTo("record");
    }

    /** The refusals among what came of submissions at the same moment. */
    private static List<RuleBroken> atOnce(Callable<RuleBroken> one, Callable<RuleBroken> other) throws Exception {
        return AtOnce.all(List.of(one, other)).stream().filter(Objects::nonNull).toList();
    }

    /** The broken rule that refused it, or null where it was taken. */
    private static RuleBroken refusal(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuleBroken refused) {
            return refused;
        }
    }

    private String said(RuleBroken refused) {
        return messages.getMessage(refused.code(), refused.arguments(), Locale.SIMPLIFIED_CHINESE);
    }

    private List<String> actions(String caseId) {
        return ledger.ofCase(caseId, 0, 1000).items().stream()
                .map(LedgerLine::action)
                .toList();
    }
}
