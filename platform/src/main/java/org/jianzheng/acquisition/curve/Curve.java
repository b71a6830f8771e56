package org.jianzheng.acquisition.curve;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A force-time curve: whole milliseconds since the begin of its run, never falling, and forces in whole newtons, which is
 * the thousandth of a kilonewton that the wire carries at most. Exact integers: nothing of a curve is ever a binary float.
 */
public final class Curve {

    /** An hour at 100 Hz, several times over. */
    public static final int MOST_POINTS = 1_000_000;

    private static final int NEWTON_SCALE = 3;

    private final int[] millis;
    private final int[] newtons;

    /** @throws IllegalArgumentException where times and forces are not pairs, times fall, or there are too many */
    public Curve(int[] millis, int[] newtons) {
        if (millis.length != newtons.length || millis.length > MOST_POINTS) {
            throw new IllegalArgumentException(millis.length + " times, " + newtons.length + " forces");
        }
        for (int i = 1; i < millis.length; i++) {
            if (millis[i] < millis[i - 1]) {
                throw new IllegalArgumentException("time falls at point " + i);
            }
        }
        this.millis = millis.clone();
        this.newtons = newtons.clone();
    }

    public int points() {
        return millis.length;
    }

    /** Since the begin of the run. */
    public int millis(int index) {
        return millis[index];
    }

    public int newtons(int index) {
        return newtons[index];
    }

    public int[] millis() {
        return millis.clone();
    }

    public int[] newtons() {
        return newtons.clone();
    }

    /** With exactly three decimals. */
    public BigDecimal kilonewtons(int index) {
        return inKilonewtons(newtons[index]);
    }

    /** That many newtons, with exactly three decimals. */
    public static BigDecimal inKilonewtons(long newtons) {
        return BigDecimal.valueOf(newtons, NEWTON_SCALE);
    }

    /** The first point of the greatest force; -1 where there is no point. */
    public int peak() {
        int peak = points() - 1;
        for (int i = peak; i >= 0; i--) {
            if (newtons[i] >= newtons[peak]) {
                peak = i;
            }
        }
        return peak;
    }

    /** Points from (inclusive) to (exclusive). */
    public Curve part(int from, int to) {
        return new Curve(Arrays.copyOfRange(millis, from, to), Arrays.copyOfRange(newtons, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve
                && Arrays.equals(millis, curve.millis)
                && Arrays.equals(newtons, curve.newtons);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(millis) + Arrays.hashCode(newtons);
    }

    @Override
    public String toString() {
        return points() + " points";
    }
}
