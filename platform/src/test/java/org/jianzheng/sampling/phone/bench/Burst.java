package org.jianzheng.sampling.phone.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many at the same moment, and how long each took. */
record Burst(double[] each, double seconds) {

    /** What the n-th does. */
    interface Work {
        void run(int n) throws Exception;
    }

    static Burst of(int many, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<Double>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int n = i;
                running.add(threads.submit(() -> {
                    begin.await();
                    long start = System.nanoTime();
                    work.run(n);
                    return (System.nanoTime() - start) / 1e9;
                }));
            }
            long start = System.nanoTime();
            begin.countDown();
            double[] each = new double[many];
            for (int n = 0; n < many; n++) {
                each[n] = running.get(n).get();
            }
            Arrays.sort(each);
            return new Burst(each, (System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    void say(String what, long requests, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %d submissions in %.1f s: %.1f a second, %.0f requests/s, %.1f MB/s; p50 %.1f s, p95 %.1f s%n",
                what,
                each.length,
                seconds,
                each.length / seconds,
                requests / seconds,
                bytes / 1e6 / seconds,
                each[each.length / 2],
                each[(each.length - 1) * 95 / 100]);
    }
}
