package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The loading rate of the last seconds while points come in: a straight line through the fewest last points that lie at
 * least that long apart. Not for several threads.
 */
public final class SlidingRate {

    /** What is shown live: a second less and the number jumps about. */
    public static final int SPAN_MILLIS = 2000;

    private final int spanMillis;
    private final Deque<int[]> window = new ArrayDeque<>();
    private final StraightFit fit = new StraightFit();
    private int lastMillis;

    public SlidingRate() {
        this(SPAN_MILLIS);
    }

    public SlidingRate(int spanMillis) {
        this.spanMillis = spanMillis;
    }

    /** @return in kN/s; empty until the points reach back so far */
    public Optional<BigDecimal> add(int millis, int newtons) {
        window.addLast(new int[] {millis, newtons});
        fit.add(millis, newtons);
        lastMillis = millis;
        drop();
        return reachesBack(window.getFirst()) ? fit.slope() : Optional.empty();
    }

    private void drop() {
        while (window.size() > 2) {
            int[] oldest = window.removeFirst();
            if (!reachesBack(window.getFirst())) {
                window.addFirst(oldest);
                return;
            }
            fit.remove(oldest[0], oldest[1]);
        }
    }

    private boolean reachesBack(int[] point) {
        return (long) lastMillis - point[0] >= spanMillis;
    }

    /** Of the first point that the last answer rests on. */
    public int fromMillis() {
        return window.isEmpty() ? 0 : window.getFirst()[0];
    }
}
