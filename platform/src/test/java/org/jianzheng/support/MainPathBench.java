package org.jianzheng.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Cases a minute through the whole main path: four drivers, MariaDB, everything real but the browser (permissions, forms,
 * rules, ledger, rendering, sealing). Then the same diagrams on the bare engine and the same database, with steps that do
 * nothing. {@code -Dbench.seconds=60} sets how long each is measured, after a third of that to warm up.
 */
final class MainPathBench {

    private static final int DRIVERS = 4;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));

    private MainPathBench() {}

    public static void main(String[] args) throws Exception {
        SpringApplication application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (ConfigurableApplicationContext platform =
                application.run("--server.port=0", "--jianzheng.ledger.sequencer=true")) {
            DataSource database = platform.getBean(DataSource.class);
            DemoCity.seed(database);
            CaseDriver driver = new CaseDriver(platform);
            // Alone: the engine's permissions are granted when a group first turns up, and its people collide there.
            driver.finish(DemoTest.CONCRETE);
            double real = measure("whole platform", () -> driver.finish(DemoTest.CONCRETE));
            try (BareEngine bare = new BareEngine(database)) {
                double engineOnly = measure("bare engine, same diagrams", bare::finish);
                System.out.printf("ratio whole platform / bare engine: %.3f%n", real / engineOnly);
            }
        }
    }

    /** Cases a minute. */
    private static double measure(String name, Runnable oneCase) throws Exception {
        run(oneCase, MEASURED.dividedBy(3));
        Duration ours = cpu(ProcessHandle.current());
        Duration database = databaseCpu();
        Instant begun = Instant.now();
        int cases = run(oneCase, MEASURED);
        double minutes = Duration.between(begun, Instant.now()).toMillis() / 60_000.0;
        System.out.printf(
                "%-28s %8.1f cases/minute (%d cases, %d drivers, %d processors; CPU of a case: JVM %d ms, database %d ms)%n",
                name,
                cases / minutes,
                cases,
                DRIVERS,
                Runtime.getRuntime().availableProcessors(),
                cpu(ProcessHandle.current()).minus(ours).toMillis() / cases,
                databaseCpu().minus(database).toMillis() / cases);
        return cases / minutes;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration databaseCpu() {
        return ProcessHandle.current().descendants().map(MainPathBench::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static int run(Runnable oneCase, Duration time) throws Exception {
        Instant end = Instant.now().plus(time);
        ExecutorService drivers = Executors.newFixedThreadPool(DRIVERS);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < DRIVERS; i++) {
                counts.add(drivers.submit(() -> drive(oneCase, end)));
            }
            int cases = 0;
            for (Future<Integer> count : counts) {
                cases += count.get();
            }
            return cases;
        } finally {
            drivers.shutdownNow();
        }
    }

    private static int drive(Runnable oneCase, Instant end) {
        int cases = 0;
        while (Instant.now().isBefore(end)) {
            oneCase.run();
            cases++;
        }
        return cases;
    }
}
