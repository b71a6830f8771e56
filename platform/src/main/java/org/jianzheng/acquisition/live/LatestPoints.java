package org.jianzheng.acquisition.live;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jianzheng.acquisition.analysis.SlidingRate;
import org.jianzheng.acquisition.ingest.ArrivedChunks.Points;

/** The end of what has come of a run: enough chunks for a rate. Not for several threads. */
final class LatestPoints {

    /** More than two seconds at a chunk every 50 ms. */
    static final int CHUNKS = 60;

    private final NavigableMap<Integer, Points> bySeq = new TreeMap<>();

    void add(Points chunk) {
        bySeq.putIfAbsent(chunk.seq(), chunk);
        if (bySeq.size() > CHUNKS) {
            bySeq.pollFirstEntry();
        }
    }

    /** Millis and newtons of the last point; empty where none has come. */
    Optional<int[]> last() {
        return Optional.ofNullable(bySeq.lastEntry()).map(entry -> {
            Points chunk = entry.getValue();
            int end = chunk.millis().length - 1;
            return new int[] {chunk.millis()[end], chunk.newtons()[end]};
        });
    }

    /** In kN/s. */
    Optional<BigDecimal> rate() {
        SlidingRate sliding = new SlidingRate();
        Optional<BigDecimal> rate = Optional.empty();
        for (Points chunk : bySeq.values()) {
            for (int i = 0; i < chunk.millis().length; i++) {
                rate = sliding.add(chunk.millis()[i], chunk.newtons()[i]);
            }
        }
        return rate;
    }
}
