package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.Numbers;
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

/** Twenty people of a laboratory sign at once, through the door that Tasklist posts to. */
@PlatformTest
class ParallelSigningModuleTest {

    private static final int ISSUERS = 20;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Ledger ledger;

    @Test
    @Clause("9.1.2")
    void numbersHaveNoGapThoughAThirdOfTheSignaturesFailsAtTheLastMoment() throws Exception {
        DemoCity.seed(platform.getBean(DataSource.class));
        var driver = new CaseDriver(platform);
        int last = serial(numberOf(driver.finish(DemoTest.CONCRETE)));
        var cases = IntStream.range(0, ISSUERS)
                .mapToObj(each -> driver.toReview(DemoTest.CONCRETE))
                .toList();
        cases.forEach(driver::review);
        var unlucky = new HashSet<>(cases.subList(0, ISSUERS / 3));

        assertThat(failing(unlucky, () -> signedAtOnce(driver, cases))).containsExactlyInAnyOrderElementsOf(unlucky);
        assertThat(unlucky)
                .allSatisfy(caseId -> assertThat(driver.task(caseId).key()).isEqualTo("signReport"));
        assertThat(signedAtOnce(driver, List.copyOf(unlucky))).isEmpty();

        assertThat(cases.stream().map(this::numberOf).map(ParallelSigningModuleTest::serial))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(last + 1, last + ISSUERS).boxed().toList());
        assertThat(cases).allSatisfy(caseId -> {
            byte[] pdf = As.person("signatory", () -> reporting.pdf(numberOf(caseId)));
            assertThat(ClaimedNumber.of(pdf)).isEqualTo(numberOf(caseId));
        });
        int year = Integer.parseInt(numberOf(cases.get(0)).split("-")[2]);
        assertThat(numbers.audit("HNT", "BJ01", year).gapless()).isTrue();
    }

    /** The power fails for these cases when everything but the commit is done. */
    private Set<String> failing(Set<String> cases, Callable<Set<String>> work) throws Exception {
        MethodInterceptor powerCut = call -> {
            Object entry = call.proceed();
            if (call.getArguments().length == 1
                    && call.getArguments()[0] instanceof Ledger.Fact fact
                    && fact.action().equals("report.signed")
                    && cases.contains(fact.caseId())) {
                throw new IllegalStateException("the power fails");
            }
            return entry;
        };
        var watched = (Advised) ledger;
        watched.addAdvice(powerCut);
        try {
            return work.call();
        } finally {
            watched.removeAdvice(powerCut);
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
