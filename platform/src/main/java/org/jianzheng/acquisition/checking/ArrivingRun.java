package org.jianzheng.acquisition.checking;

import java.util.Arrays;
import java.util.List;
import org.jianzheng.acquisition.check.CheckedRun;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.ingest.ArrivedChunks.Points;

/** What has come of a run without a hole: what is still missing in between is not a gap of the machine's. */
final class ArrivingRun {

    private final CheckedRun.Surroundings around;
    private int[] millis = new int[256];
    private int[] newtons = new int[256];
    private int points;
    private int lastSeq = -1;

    ArrivingRun(CheckedRun.Surroundings around) {
        this.around = around;
    }

    CheckedRun.Surroundings around() {
        return around;
    }

    int lastSeq() {
        return lastSeq;
    }

    /**
     * @param bySeq in the order of their numbers
     * @return whether there is anything new
     */
    boolean add(List<Points> bySeq) {
        int before = points;
        bySeq.stream().filter(chunk -> chunk.seq() == lastSeq + 1).forEach(this::add);
        return points > before;
    }

    private void add(Points chunk) {
        lastSeq = chunk.seq();
        int more = chunk.millis().length;
        if (points + more > millis.length) {
            int length = Math.max(points + more, 2 * millis.length);
            millis = Arrays.copyOf(millis, length);
            newtons = Arrays.copyOf(newtons, length);
        }
        System.arraycopy(chunk.millis(), 0, millis, points, more);
        System.arraycopy(chunk.newtons(), 0, newtons, points, more);
        points += more;
    }

    Curve curve() {
        return new Curve(Arrays.copyOf(millis, points), Arrays.copyOf(newtons, points));
    }
}
