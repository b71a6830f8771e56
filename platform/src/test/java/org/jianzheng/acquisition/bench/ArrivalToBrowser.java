package org.jianzheng.acquisition.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.identity.Person;
import org.jianzheng.support.machine.MachineHost.Spool;

/**
 * Every machine sends a chunk of half a second at 20 Hz, and somebody watches each of the runs: from the publishing of a chunk
 * to the event read by an HTTP client with a session.
 */
final class ArrivalToBrowser {

    private static final int POINTS_IN_A_CHUNK = 10;
    private static final int CHUNK_MILLIS = 500;
    private static final int RUNS_OF_ONE_READER = 10;
    private static final long PATIENCE_MILLIS = 30_000;

    private final BenchLine line;

    ArrivalToBrowser(BenchLine line) {
        this.line = line;
    }

    void measure(int seconds) throws Exception {
        int chunks = seconds * 1000 / CHUNK_MILLIS;
        List<Spool> spools = spools(chunks);
        List<LiveReader> readers = readers(spools, chunks);
        ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(4);
        List<Future<?>> sending = new ArrayList<>();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int machine = 0; machine < line.machines(); machine++) {
            int each = machine;
            int[] next = {0};
            sending.add(clockwork.scheduleAtFixedRate(
                    () -> {
                        if (next[0] < chunks) {
                            readers.get(each).sent(next[0]);
                            CompletableFuture<?> one = line.chunk(each, spools.get(each), next[0]++);
                            synchronized (sent) {
                                sent.add(one);
                            }
                        }
                    },
                    (long) CHUNK_MILLIS * machine / line.machines(),
                    CHUNK_MILLIS,
                    TimeUnit.MILLISECONDS));
        }
        Thread.sleep(seconds * 1000L + 2 * CHUNK_MILLIS);
        sending.forEach(one -> one.cancel(false));
        clockwork.shutdown();
        BenchLine.await(sent);
        tell(readers, chunks, seconds);
        for (int machine = 0; machine < line.machines(); machine++) {
            line.accept(machine, spools.get(machine));
        }
        readers.forEach(LiveReader::close);
    }

    private List<Spool> spools(int chunks) {
        Curve whole = line.curve(chunks * CHUNK_MILLIS / 1000 + 10);
        int points = chunks * POINTS_IN_A_CHUNK;
        Curve curve = new Curve(
                IntStream.range(0, points).map(i -> i * 50).toArray(), Arrays.copyOf(whole.newtons(), points));
        List<Spool> spools = new ArrayList<>();
        for (int machine = 0; machine < line.machines(); machine++) {
            spools.add(line.open(machine, curve, POINTS_IN_A_CHUNK));
            line.host(machine).begin(spools.get(machine));
        }
        return spools;
    }

    private List<LiveReader> readers(List<Spool> spools, int chunks) throws InterruptedException {
        List<LiveReader> readers = new ArrayList<>();
        String session = "";
        for (int i = 0; i < spools.size(); i++) {
            if (i % RUNS_OF_ONE_READER == 0) {
                session = line.platform().signedIn(new Person("watcher" + i, "看曲线的人", Set.of("station/supervisor")));
            }
            readers.add(new LiveReader(line.platform(), session, spools.get(i).runId(), chunks));
        }
        for (LiveReader reader : readers) {
            reader.awaitOpen();
        }
        return readers;
    }

    private void tell(List<LiveReader> readers, int chunks, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < end && readers.stream().anyMatch(reader -> reader.missing() > 0)) {
            Thread.sleep(100);
        }
        long[] nanos =
                readers.stream().flatMapToLong(LiveReader::nanos).sorted().toArray();
        MachineLineBench.say(
                "arrival to browser",
                "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms; %d machines at 20 Hz for %d s, each watched; lost %d of %d chunks",
                MachineLineBench.percentile(nanos, 50),
                MachineLineBench.percentile(nanos, 95),
                MachineLineBench.percentile(nanos, 99),
                readers.size(),
                seconds,
                readers.stream().mapToInt(LiveReader::missing).sum(),
                chunks * readers.size());
    }
}
