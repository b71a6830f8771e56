package org.jianzheng.acquisition.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;

/**
 * A day's runs of a city that lie on the machines' spools, because the platform was away: from the first message to the last
 * acceptance heard.
 */
final class DayOfRuns {

    private static final int RUNS = 2_700;
    private static final int SECONDS_OF_A_RUN = 38;
    private static final int POINTS_IN_A_CHUNK = 20;
    private static final int UNDER_WAY = 20;

    private final BenchLine line;

    DayOfRuns(BenchLine line) {
        this.line = line;
    }

    void measure() throws Exception {
        List<List<Spool>> spools = new ArrayList<>();
        long points = 0;
        for (int machine = 0; machine < line.machines(); machine++) {
            spools.add(new ArrayList<>());
        }
        for (int run = 0; run < RUNS; run++) {
            int machine = run % line.machines();
            Curve curve = line.curve(SECONDS_OF_A_RUN);
            points += curve.points();
            spools.get(machine).add(line.left(machine, curve, POINTS_IN_A_CHUNK));
        }
        ExecutorService machines = Executors.newFixedThreadPool(line.machines());
        long begun = System.nanoTime();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int machine = 0; machine < line.machines(); machine++) {
            MachineHost host = line.host(machine);
            List<Spool> own = spools.get(machine);
            all.add(CompletableFuture.runAsync(() -> own.forEach(spool -> send(host, spool)), machines));
        }
        BenchLine.await(all);
        double seconds = (System.nanoTime() - begun) / 1e9;
        machines.shutdown();
        MachineLineBench.say(
                "a day's backlog",
                "%d runs, %d points absorbed, sealed and accepted in %.1f s (%.0f points/s)",
                RUNS,
                points,
                seconds,
                points / seconds);
    }

    /** As a host does: some messages under way at once, the end after them. */
    private static void send(MachineHost host, Spool spool) {
        Semaphore underWay = new Semaphore(UNDER_WAY);
        host.begin(spool);
        for (String chunk : spool.chunks()) {
            underWay.acquireUninterruptibly();
            host.sending(spool.runId(), "samples", chunk).whenComplete((done, failed) -> underWay.release());
        }
        underWay.acquireUninterruptibly(UNDER_WAY);
        host.end(spool);
        host.hears(spool.runId(), "accepted");
    }
}
