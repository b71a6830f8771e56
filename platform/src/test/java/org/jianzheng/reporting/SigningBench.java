package org.jianzheng.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;

/**
 * Twenty signatories of one laboratory press 批准 at once, each through the door that Tasklist posts to: how long the
 * series of numbers is locked for one of them (target p95 50 ms), and how long each waits for the answer.
 */
final class SigningBench {

    private static final int ISSUERS = 20;
    private static final int WARM = Integer.getInteger("bench.warm", 60);
    private static final int MEASURED = Integer.getInteger("bench.signings", 100);

    private SigningBench() {}

    public static void main(String[] none) throws Exception {
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (var platform = application.run("--server.port=0")) {
            DemoCity.seed(platform.getBean(DataSource.class));
            var driver = new CaseDriver(platform);
            var lock = SeriesLock.watched(platform);
            // Alone: the engine's permissions are granted when a group first turns up.
            driver.finish(DemoTest.CONCRETE);
            sign(driver, reviewed(driver, WARM));
            lock.forget();

            var cases = reviewed(driver, MEASURED);
            long start = System.nanoTime();
            var answered = sign(driver, cases);
            double seconds = (System.nanoTime() - start) / 1e9;
            print("lock of the series held", lock.held());
            print("of it processor", lock.worked());
            print(
                    "answer after",
                    answered.stream().mapToDouble(each -> each).sorted().toArray());
            System.out.printf(Locale.ROOT, "%d signings, %.1f a second%n", MEASURED, MEASURED / seconds);
        }
    }

    private static List<String> reviewed(CaseDriver driver, int count) throws Exception {
        return all(4, count, number -> {
            String caseId = driver.toReview(DemoTest.CONCRETE);
            driver.review(caseId);
            return caseId;
        });
    }

    /** Milliseconds that each signatory waited. */
    private static List<Double> sign(CaseDriver driver, List<String> cases) throws Exception {
        return all(ISSUERS, cases.size(), number -> {
            var typed = driver.next(cases.get(number), DemoTest.CONCRETE);
            long start = System.nanoTime();
            driver.send(typed);
            return (System.nanoTime() - start) / 1e6;
        });
    }

    private static <T> List<T> all(int threads, int count, Work<T> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            var tasks = new ArrayList<Callable<T>>();
            for (int number = 0; number < count; number++) {
                int mine = number;
                tasks.add(() -> work.of(mine));
            }
            var answers = new ArrayList<T>();
            for (var answer : people.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }

    private static void print(String what, double[] millis) {
        System.out.printf(
                Locale.ROOT,
                "%-24s p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
                what,
                millis[millis.length / 2],
                millis[(millis.length - 1) * 95 / 100],
                millis[millis.length - 1]);
    }

    private interface Work<T> {
        T of(int number) throws Exception;
    }
}
