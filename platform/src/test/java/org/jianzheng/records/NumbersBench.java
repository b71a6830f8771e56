package org.jianzheng.records;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the row of a series stays locked while twenty people issue at once, each with a ledger entry: from the number's
 * allocation to the commit. Target p95 50 ms. Run with {@code -Dtest=NumbersBench}.
 */
@Tag("bench")
@PlatformTest
class NumbersBench {

    private static final int ISSUERS = 20;
    private static final int WARM = 400;
    private static final int MEASURED = 2000;

    @Autowired
    Numbers numbers;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void lockHold() throws InterruptedException {
        issue(WARM);
        long start = System.nanoTime();
        long[] held = issue(MEASURED);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(held);
        System.out.printf(
                "lock of a series held with %d issuers: p50 %.2f ms, p95 %.2f ms, max %.2f ms; %.0f numbers a second%n",
                ISSUERS,
                held[MEASURED / 2] / 1e6,
                held[MEASURED * 95 / 100] / 1e6,
                held[MEASURED - 1] / 1e6,
                MEASURED / seconds);
    }

    private long[] issue(int count) throws InterruptedException {
        long[] held = new long[count];
        AtomicInteger next = new AtomicInteger();
        ExecutorService issuers = Executors.newFixedThreadPool(ISSUERS);
        IntStream.range(0, ISSUERS)
                .forEach(n -> issuers.execute(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        held[i] = issueOne();
                    }
                }));
        issuers.shutdown();
        issuers.awaitTermination(5, TimeUnit.MINUTES);
        return held;
    }

    private long issueOne() {
        long[] span = new long[2];
        As.person(
                "signatory",
                () -> transaction.executeWithoutResult(tx -> {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            span[1] = System.nanoTime();
                        }
                    });
                    String number = numbers.allocate("BENCH", "BJ01");
                    span[0] = System.nanoTime();
                    ledger.append(Ledger.Fact.of("report.signed", "report:" + number, null, Map.of("number", number)));
                }));
        return span[1] - span[0];
    }
}
