package org.jianzheng.acquisition.marking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.drawing.CurveMark;
import org.jianzheng.kernel.RuleBroken;

/**
 * Points of a curve that somebody takes for its yield. Only where they lie is said by a person; their values are the curve's.
 *
 * @param upper null where only a lower one is to be seen
 */
public record YieldPick(CurvePoint upper, CurvePoint lower) {

    /**
     * @param upper number of the point, from 1; null for none
     * @param lower number of the point, from 1
     * @throws RuleBroken where no such point lies on the curve, or yield cannot lie there
     */
    public static YieldPick on(Curve curve, Integer upper, Integer lower) {
        CurvePoint low =
                point(curve, "lower", lower).orElseThrow(() -> RuleBroken.at("lower", "acquisition.yield.pick.none"));
        CurvePoint high = point(curve, "upper", upper).orElse(null);
        if (low.kilonewtons().signum() <= 0 || low.index() > curve.peak()) {
            throw RuleBroken.at("lower", "acquisition.yield.pick.afterPeak", lower);
        }
        if (high != null && (high.index() >= low.index() || high.kilonewtons().compareTo(low.kilonewtons()) < 0)) {
            throw RuleBroken.at("upper", "acquisition.yield.pick.order", upper, lower);
        }
        return new YieldPick(high, low);
    }

    /** @param standing said beside each */
    public List<CurveMark> marks(String standing) {
        return Stream.of(mark("ReH", upper, standing), mark("ReL", lower, standing))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CurveMark> mark(String what, CurvePoint point, String standing) {
        return Optional.ofNullable(point)
                .map(found -> new CurveMark(what + " " + standing, found.millis(), found.kilonewtons(), true));
    }

    private static Optional<CurvePoint> point(Curve curve, String field, Integer number) {
        if (number == null) {
            return Optional.empty();
        }
        if (number < 1 || number > curve.points()) {
            throw RuleBroken.at(field, "acquisition.yield.pick.outside", number, curve.points());
        }
        return Optional.of(CurvePoint.at(curve, number - 1));
    }
}
