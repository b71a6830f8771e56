package org.jianzheng.reporting.print;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianzheng.records.seal.SealsAlone;
import org.jianzheng.reporting.composing.ReportFixtures;

/**
 * A concrete report rendered and sealed, as JasperReports' manual has it and as we do it, turn about in one run so that both
 * meet the same machine. Beside the clock the processor time is told, which other programs on the machine disturb less.
 */
final class ReportBench {

    private static final int WARM_UP = Integer.getInteger("bench.warm", 150);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 300);
    private static final double NANOS_OF_MILLI = 1e6;

    private ReportBench() {}

    public static void main(String[] none) throws Exception {
        var seals = SealsAlone.in(Files.createTempDirectory("bench-keys"));
        var stock = new StockRenderer(false);
        var stockInMemory = new StockRenderer(true);
        var ours = new ReportRenderer();
        var fixture = ReportFixtures.concrete(1);
        var stamps = fixture.stamps();
        var model = fixture.stamped(
                Map.of(), new ReportModel.Stamps(stamps.signatures(), seals.sealImagePng("BJ01"), stamps.verifyUrl()));
        var pages = ours.render(model);
        measure(
                new Subject("stock render", () -> stock.render(model)),
                new Subject("stock render, fonts in memory", () -> stockInMemory.render(model)),
                new Subject("our render", () -> ours.render(model)),
                new Subject("seal alone", () -> seals.certify("BJ01", pages, "bench")),
                new Subject("stock render + seal", () -> seals.certify("BJ01", stock.render(model), "bench")),
                new Subject(
                        "stock render + seal, fonts in memory",
                        () -> seals.certify("BJ01", stockInMemory.render(model), "bench")),
                new Subject("our render + seal", () -> seals.certify("BJ01", ours.render(model), "bench")));
    }

    private static void measure(Subject... subjects) throws Exception {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var subject : subjects) {
                subject.run(round);
            }
        }
        System.out.printf("%-38s %10s %10s %14s %10s%n", "ms", "p50", "p95", "processor", "bytes");
        for (var subject : subjects) {
            subject.print();
        }
        var ours = subjects[subjects.length - 1];
        for (var other : List.of(subjects[4], subjects[5])) {
            System.out.printf(
                    "%s : ours %.1f, of processor %.1f%n",
                    other.name, other.percentile(50) / ours.percentile(50), other.cpu() / ours.cpu());
        }
    }

    private static final class Subject {

        private static final com.sun.management.OperatingSystemMXBean MACHINE =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final String name;
        private final Callable<byte[]> work;
        private final long[] nanos = new long[ROUNDS];
        private long processor;
        private int size;

        Subject(String name, Callable<byte[]> work) {
            this.name = name;
            this.work = work;
        }

        void run(int round) throws Exception {
            long cpu = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            size = work.call().length;
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
                processor += MACHINE.getProcessCpuTime() - cpu;
            }
        }

        double percentile(int percent) {
            var sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[(ROUNDS - 1) * percent / 100] / NANOS_OF_MILLI;
        }

        double cpu() {
            return processor / NANOS_OF_MILLI / ROUNDS;
        }

        void print() {
            System.out.printf("%-38s %10.1f %10.1f %14.1f %10d%n", name, percentile(50), percentile(95), cpu(), size);
        }
    }
}
