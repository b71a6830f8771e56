package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import org.jianzheng.acquisition.curve.Curve;

/**
 * Where the force stands within the noise above a point. A bar that yields leaves its plateau and hardens: over as long again
 * the force rises by more than twice the noise. A curve that only bends over slowly rises less and less.
 *
 * @param from first point of the stand
 * @param to last point
 */
record YieldStand(Curve curve, int from, int to, BigDecimal noiseKn) {

    private static final BigDecimal TWICE = new BigDecimal(2);

    static YieldStand of(Curve curve, CurvePoint lowest, BigDecimal noiseKn) {
        BigDecimal most = lowest.kilonewtons().add(noiseKn);
        int from = lowest.index();
        while (from > 0 && holds(curve, from - 1, lowest.kilonewtons(), most)) {
            from--;
        }
        int to = lowest.index();
        while (to < curve.points() - 1 && holds(curve, to + 1, lowest.kilonewtons(), most)) {
            to++;
        }
        return new YieldStand(curve, from, to, noiseKn);
    }

    private static boolean holds(Curve curve, int index, BigDecimal least, BigDecimal most) {
        BigDecimal force = curve.kilonewtons(index);
        return force.compareTo(least) >= 0 && force.compareTo(most) <= 0;
    }

    boolean isLeft() {
        int after = Math.min(curve.peak(), to + (to - from));
        return curve.kilonewtons(after).subtract(curve.kilonewtons(to)).compareTo(noiseKn.multiply(TWICE)) > 0;
    }
}
