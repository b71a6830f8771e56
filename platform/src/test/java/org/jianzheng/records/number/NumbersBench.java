package org.jianzheng.records.number;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.support.As;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.bench.FullTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the row of a series stays locked while twenty people issue at once, each with a ledger entry, with 100,000 numbers
 * issued before: from the number's allocation to the commit. Target p95 50 ms. The stock way selects the row for update, counts
 * it up and commits, and keeps nothing else.
 */
final class NumbersBench {

    private static final int ISSUERS = 20;
    private static final int BEFORE = 100_000;
    private static final int WARM = 400;
    private static final int MEASURED = 2000;

    private final Numbers numbers;
    private final Ledger ledger;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    private NumbersBench(BenchPlatform platform) {
        this.numbers = platform.bean(Numbers.class);
        this.ledger = platform.bean(Ledger.class);
        this.sql = platform.sql();
        this.transaction = new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
    }

    public static void main(String[] none) throws Exception {
        try (var platform = BenchPlatform.start()) {
            new NumbersBench(platform).run();
        }
    }

    private void run() throws InterruptedException {
        As.person("signatory", () -> transaction.execute(tx -> numbers.allocate("BENCH", "BJ01")));
        new FullTables(sql)
                .copies(
                        "issued_number",
                        "kind = 'BENCH'",
                        BEFORE,
                        Map.of("number", "CONCAT('Z-', n)", "kind", "'OLD'", "serial", "n"));
        sql.update("INSERT INTO number_series (kind, lab_code, year, last) VALUES ('STOCK', 'BJ01', 2026, 0)");
        double stock = measure("stock: select for update", this::stock);
        double ours = measure("number and ledger entry", this::ours);
        System.out.printf(Locale.ROOT, "of the stock way's numbers a second: %.2f%n", ours / stock);
    }

    private String stock() {
        Long last = sql.queryForObject("SELECT last FROM number_series WHERE kind = 'STOCK' FOR UPDATE", Long.class);
        sql.update("UPDATE number_series SET last = ? WHERE kind = 'STOCK'", last + 1);
        return null;
    }

    private String ours() {
        return numbers.allocate("BENCH", "BJ01");
    }

    /** Numbers a second. */
    private double measure(String what, Supplier<String> way) throws InterruptedException {
        issue(WARM, way);
        long start = System.nanoTime();
        long[] held = issue(MEASURED, way);
        double rate = MEASURED / ((System.nanoTime() - start) / 1e9);
        Arrays.sort(held);
        System.out.printf(
                Locale.ROOT,
                "%-26s lock held p50 %.2f ms, p95 %.2f ms, max %.2f ms; %.0f numbers a second (%d issuers)%n",
                what,
                held[MEASURED / 2] / 1e6,
                held[MEASURED * 95 / 100] / 1e6,
                held[MEASURED - 1] / 1e6,
                rate,
                ISSUERS);
        return rate;
    }

    private long[] issue(int count, Supplier<String> way) throws InterruptedException {
        long[] held = new long[count];
        AtomicInteger next = new AtomicInteger();
        ExecutorService issuers = Executors.newFixedThreadPool(ISSUERS);
        IntStream.range(0, ISSUERS)
                .forEach(n -> issuers.execute(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        held[i] = As.person("signatory", () -> issueOne(way));
                    }
                }));
        issuers.shutdown();
        if (!issuers.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Still issuing after five minutes");
        }
        return held;
    }

    /** Nanoseconds that the lock was held. */
    private long issueOne(Supplier<String> way) {
        long[] span = new long[2];
        transaction.executeWithoutResult(tx -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    span[1] = System.nanoTime();
                }
            });
            String number = way.get();
            span[0] = System.nanoTime();
            if (number != null) {
                ledger.append(Ledger.Fact.of("report.signed", "report:" + number, null, Map.of("number", number)));
            }
        });
        return span[1] - span[0];
    }
}
