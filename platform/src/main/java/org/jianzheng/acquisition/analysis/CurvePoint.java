package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.curve.Curve;

/**
 * A point of a curve, as it was measured.
 *
 * @param millis since the begin of the run
 * @param kilonewtons with three decimals
 */
public record CurvePoint(int index, int millis, BigDecimal kilonewtons) {

    public static CurvePoint at(Curve curve, int index) {
        return new CurvePoint(index, curve.millis(index), curve.kilonewtons(index));
    }

    /** The first point of the greatest force; empty where there is no point. */
    public static Optional<CurvePoint> peak(Curve curve) {
        return curve.points() == 0 ? Optional.empty() : Optional.of(at(curve, curve.peak()));
    }
}
