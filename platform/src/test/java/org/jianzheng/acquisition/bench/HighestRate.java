package org.jianzheng.acquisition.bench;

import java.util.List;
import org.jianzheng.support.machine.MachineHost.Spool;

/** The machines send faster and faster, until more waits in the broker than comes in a second; then the line between is sought. */
final class HighestRate {

    private static final int POINTS_IN_A_CHUNK = 10;
    private static final int CHUNKS = 2000;
    private static final int FIRST = 600;
    private static final double FASTER = 1.25;
    private static final int STEP_SECONDS = 5;
    /** Tries between the last that held and the first that did not, that one included. */
    private static final int CLOSER = 4;

    private final BenchLine line;

    HighestRate(BenchLine line) {
        this.line = line;
    }

    /** @return points a second */
    double measure() throws Exception {
        Spool[] spools = new Spool[line.machines()];
        var curve = line.curve(CHUNKS * POINTS_IN_A_CHUNK / 20);
        for (int machine = 0; machine < spools.length; machine++) {
            spools[machine] = line.open(machine, curve, POINTS_IN_A_CHUNK);
            line.host(machine).begin(spools[machine]);
        }
        List<SenderOnly> senders = line.senders();
        double held = 0;
        double holding = 0;
        double failed = Double.POSITIVE_INFINITY;
        double rate = FIRST;
        int next = 0;
        for (int closer = 0; closer < CLOSER; ) {
            int many = (int) (rate * STEP_SECONDS);
            long before = line.stored();
            double seconds = send(senders, spools, next, many, rate);
            next += many;
            long stored = line.stored() - before;
            double seen = stored / seconds;
            MachineLineBench.say("  offered", "%.0f chunks/s, stored %.0f a second", rate, seen);
            // What was sent in the last quarter of a second may be under way; senders that were slowed down were held
            // up.
            if (many - stored < rate / 4 && seconds < STEP_SECONDS + 0.25) {
                held = seen;
                holding = rate;
            } else {
                failed = rate;
            }
            drain(before + many);
            acknowledged(senders);
            closer += Double.isFinite(failed) ? 1 : 0;
            rate = Double.isFinite(failed) ? (holding + failed) / 2 : rate * FASTER;
        }
        for (SenderOnly sender : senders) {
            sender.close();
        }
        line.connect();
        MachineLineBench.say(
                "highest rate one node holds", "%.0f points/s (%.0f chunks/s)", held * POINTS_IN_A_CHUNK, held);
        return held * POINTS_IN_A_CHUNK;
    }

    /** @return seconds it took */
    private double send(List<SenderOnly> senders, Spool[] spools, int from, int many, double rate)
            throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < many; i++) {
            long ahead = begun + (long) (i / rate * 1e9) - System.nanoTime();
            if (ahead > 2_000_000) {
                Thread.sleep(ahead / 1_000_000);
            }
            int number = from + i;
            int machine = number % spools.length;
            Spool spool = spools[machine];
            senders.get(machine).samples(spool.runId(), spool.chunks().get(number / spools.length));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void acknowledged(List<SenderOnly> senders) throws InterruptedException {
        for (int i = 0; i < 600 && !senders.stream().allMatch(SenderOnly::isAcknowledged); i++) {
            Thread.sleep(100);
        }
    }

    private void drain(long until) throws InterruptedException {
        for (int i = 0; i < 600 && line.stored() < until; i++) {
            Thread.sleep(100);
        }
    }
}
