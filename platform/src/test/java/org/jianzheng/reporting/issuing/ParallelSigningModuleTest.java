package org.jianzheng.reporting.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.GapAudit;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Tools;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty people of a laboratory sign at once, through the door that Tasklist posts to. */
@PlatformTest
class ParallelSigningModuleTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Ledger ledger;

    int issuers() {
        return 6;
    }

    @Test
    @Clause("9.1.2")
    void numbersHaveNoGapThoughAThirdOfTheSignaturesFailsAtTheLastMoment() throws Exception {
        DemoCity.seed(platform.getBean(DataSource.class));
        var driver = new CaseDriver(platform);
        int last = serial(numberOf(driver.finish(DemoTest.CONCRETE)));
        var cases = IntStream.range(0, issuers())
                .mapToObj(each -> driver.toReview(DemoTest.CONCRETE))
                .toList();
        cases.forEach(driver::review);
        var unlucky = new HashSet<>(cases.subList(0, issuers() / 3));

        assertThat(failing(unlucky, () -> signedAtOnce(driver, cases))).containsExactlyInAnyOrderElementsOf(unlucky);
        assertThat(unlucky)
                .allSatisfy(caseId -> assertThat(driver.task(caseId).key()).isEqualTo("signReport"));
        assertThat(signedAtOnce(driver, List.copyOf(unlucky))).isEmpty();

        assertThat(cases.stream().map(this::numberOf).map(ParallelSigningModuleTest::serial))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(last + 1, last + issuers())
                        .boxed()
                        .toList());
        assertThat(cases).allSatisfy(caseId -> {
            byte[] pdf = As.person("signatory", () -> reporting.pdf(numberOf(caseId)));
            assertThat(Tools.numberIn(pdf)).isEqualTo(numberOf(caseId));
        });
        int year = Integer.parseInt(numberOf(cases.get(0)).split("-")[2]);
        assertThat(GapAudit.of(platform.getBean(JdbcTemplate.class), "HNT", "BJ01", year)
                        .gapless())
                .isTrue();
    }

    @Test
    @Clause("9.1.2")
    void aSignatureThatFailsLeavesItsNumberToWhoWaitsReadyWithTheNext() throws Exception {
        DemoCity.seed(platform.getBean(DataSource.class));
        var driver = new CaseDriver(platform);
        int last = serial(numberOf(driver.finish(DemoTest.CONCRETE)));
        String first = reviewed(driver);
        String second = reviewed(driver);
        var behind = new CompletableFuture<Void>();

        MethodInterceptor powerCut = call -> {
            Object entry = call.proceed();
            if (signs(call, Set.of(first))) {
                behind.completeAsync(() -> signed(driver, second));
                awaitSomebodyIn(SeriesLine.class, behind);
                throw new IllegalStateException("the power fails");
            }
            return entry;
        };
        assertThat(with(ledger, powerCut, () -> sent(driver, driver.next(first, DemoTest.CONCRETE))))
                .isFalse();
        behind.get(30, TimeUnit.SECONDS);

        assertThat(serial(numberOf(second))).isEqualTo(last + 1);
        assertGenuine(second);
        driver.sign(first);
        assertThat(serial(numberOf(first))).isEqualTo(last + 2);
        assertGenuine(first);
    }

    @Test
    @Clause("9.1.2")
    void aNumberThatAnotherNodeTookMeanwhileIsNotGivenTwice() throws Exception {
        DemoCity.seed(platform.getBean(DataSource.class));
        var driver = new CaseDriver(platform);
        int last = serial(numberOf(driver.finish(DemoTest.CONCRETE)));
        String caseId = reviewed(driver);

        MethodInterceptor otherNode = call -> {
            if (call.getMethod().getName().equals("take")) {
                CompletableFuture.runAsync(this::issuedElsewhere).get(30, TimeUnit.SECONDS);
            }
            return call.proceed();
        };
        with(numbers, otherNode, () -> signed(driver, caseId));

        assertThat(serial(numberOf(caseId))).isEqualTo(last + 2);
        assertGenuine(caseId);
    }

    /** A node that knows nothing of the line in this one. */
    private void issuedElsewhere() {
        String number = As.person("signatory", () -> platform.getBean(TransactionTemplate.class)
                .execute(tx -> numbers.allocate("HNT", "BJ01")));
        As.person("labadmin", () -> numbers.voidNumber(number, "另一节点的试签"));
    }

    private static String reviewed(CaseDriver driver) {
        String caseId = driver.toReview(DemoTest.CONCRETE);
        driver.review(caseId);
        return caseId;
    }

    private static Void signed(CaseDriver driver, String caseId) {
        driver.sign(caseId);
        return null;
    }

    /** Number, code and file belong together. */
    private void assertGenuine(String caseId) throws IOException {
        byte[] pdf = As.person("signatory", () -> reporting.pdf(numberOf(caseId)));
        var verified = reporting.verify(pdf);
        assertThat(verified.valid()).isTrue();
        assertThat(verified.reportNo()).isEqualTo(numberOf(caseId)).isEqualTo(Tools.numberIn(pdf));
    }

    private static void awaitSomebodyIn(Class<?> type, Future<?> unless) throws InterruptedException {
        while (!unless.isDone()
                && Thread.getAllStackTraces().entrySet().stream()
                        .filter(each -> each.getKey().getState() == Thread.State.TIMED_WAITING)
                        .flatMap(each -> Stream.of(each.getValue()))
                        .noneMatch(frame -> frame.getClassName().equals(type.getName()))) {
            Thread.sleep(5);
        }
    }

    /** The power fails for these cases when everything but the commit is done. */
    private Set<String> failing(Set<String> cases, Callable<Set<String>> work) throws Exception {
        MethodInterceptor powerCut = call -> {
            Object entry = call.proceed();
            if (signs(call, cases)) {
                throw new IllegalStateException("the power fails");
            }
            return entry;
        };
        return with(ledger, powerCut, work);
    }

    private static boolean signs(MethodInvocation call, Set<String> cases) {
        return call.getArguments().length == 1
                && call.getArguments()[0] instanceof Ledger.Fact fact
                && fact.action().equals("report.signed")
                && cases.contains(fact.caseId());
    }

    private static <T> T with(Object bean, MethodInterceptor advice, Callable<T> work) throws Exception {
        var watched = (Advised) bean;
        watched.addAdvice(0, advice);
        try {
            return work.call();
        } finally {
            watched.removeAdvice(advice);
        }
    }

    /** Answers the cases whose signature failed. */
    private static Set<String> signedAtOnce(CaseDriver driver, List<String> cases) throws Exception {
        var people = Executors.newFixedThreadPool(cases.size());
        var together = new CyclicBarrier(cases.size());
        try {
            var signatures = new ArrayList<Callable<Boolean>>();
            cases.forEach(caseId -> signatures.add(() -> {
                var typed = driver.next(caseId, DemoTest.CONCRETE);
                together.await();
                return sent(driver, typed);
            }));
            var failed = new HashSet<String>();
            var answers = people.invokeAll(signatures);
            for (int each = 0; each < answers.size(); each++) {
                if (!answers.get(each).get()) {
                    failed.add(cases.get(each));
                }
            }
            return failed;
        } finally {
            people.shutdown();
        }
    }

    private static boolean sent(CaseDriver driver, CaseDriver.Submission typed) {
        try {
            driver.submit(typed);
            return true;
        } catch (RuntimeException failed) {
            assertThat(failed).hasStackTraceContaining("the power fails");
            return false;
        }
    }

    private String numberOf(String caseId) {
        return reporting.ofCase(caseId).orElseThrow().reportNo();
    }

    private static int serial(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }
}
