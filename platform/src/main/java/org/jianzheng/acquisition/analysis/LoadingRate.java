package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jianzheng.acquisition.curve.Curve;

/**
 * How fast the force rose: the slope of the straight line of least squares through all points of a stretch. From point to
 * point real curves scatter by 60 %, so nothing shorter than seconds says anything.
 *
 * @param kilonewtonsPerSecond with six decimals
 * @param fromMillis of the first point of the stretch, since the begin of the run
 * @param toMillis of its last point
 */
public record LoadingRate(BigDecimal kilonewtonsPerSecond, int fromMillis, int toMillis, int points) {

    private static final BigDecimal NEWTONS = new BigDecimal(1000);
    private static final BigDecimal FROM = new BigDecimal("0.2");
    private static final BigDecimal TO = new BigDecimal("0.8");
    private static final int SCALE = 6;

    /** From 20 to 80 % of the greatest force; empty where the curve never rises. */
    public static Optional<LoadingRate> straight(Curve curve) {
        return CurvePoint.peak(curve).flatMap(peak -> upTo(curve, peak.kilonewtons()));
    }

    /** From 20 to 80 % of the force at which the bar yields; beyond it the machine no longer sets the force. */
    public static Optional<LoadingRate> beforeYield(Curve curve, YieldReading yield) {
        return yield.first().flatMap(point -> upTo(curve, point.kilonewtons()));
    }

    /** From 20 to 80 % of that force. */
    public static Optional<LoadingRate> upTo(Curve curve, BigDecimal kilonewtons) {
        return between(curve, kilonewtons.multiply(FROM), kilonewtons.multiply(TO));
    }

    /** From the first point that reaches the one force to the first that reaches the other. */
    public static Optional<LoadingRate> between(Curve curve, BigDecimal fromKn, BigDecimal toKn) {
        int from = reached(curve, fromKn);
        int to = reached(curve, toKn);
        return from < 0 || to < from ? Optional.empty() : through(curve, from, to);
    }

    /** The first point of at least that force; -1 where there is none. */
    public static int reached(Curve curve, BigDecimal kilonewtons) {
        BigDecimal newtons = kilonewtons.multiply(NEWTONS);
        for (int i = 0; i < curve.points(); i++) {
            if (BigDecimal.valueOf(curve.newtons(i)).compareTo(newtons) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<LoadingRate> through(Curve curve, int from, int to) {
        StraightFit fit = new StraightFit();
        for (int i = from; i <= to; i++) {
            fit.add(curve.millis(i), curve.newtons(i));
        }
        return fit.slope().map(rate -> new LoadingRate(rate, curve.millis(from), curve.millis(to), to - from + 1));
    }

    /** On that area, with six decimals. */
    public BigDecimal megapascalsPerSecond(BigDecimal areaMm2) {
        return megapascals(kilonewtonsPerSecond, areaMm2);
    }

    /** That many kN, or kN/s, on an area in mm²: MPa, or MPa/s, with six decimals. */
    public static BigDecimal megapascals(BigDecimal kilonewtons, BigDecimal areaMm2) {
        return kilonewtons.multiply(NEWTONS).divide(areaMm2, SCALE, RoundingMode.HALF_EVEN);
    }
}
