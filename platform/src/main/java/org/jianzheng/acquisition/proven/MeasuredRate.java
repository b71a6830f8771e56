package org.jianzheng.acquisition.proven;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.live.AskedRate;
import org.jianzheng.acquisition.run.Run;

/**
 * How fast a piece was loaded, by a straight fit over 20 to 80 % of its greatest force, or of the force at which it may yield.
 *
 * @param value with three decimals: {@code 0.497}
 * @param unit of the method: {@code MPa/s} or {@code kN/s}
 */
public record MeasuredRate(BigDecimal value, String unit) {

    /** Empty where the force never rose. */
    public static Optional<MeasuredRate> of(Run run, Curve curve) {
        BigDecimal until = run.expected().bandUntilKn();
        return CurvePoint.peak(curve)
                .map(CurvePoint::kilonewtons)
                .map(peak -> until == null ? peak : peak.min(until))
                .flatMap(force -> LoadingRate.upTo(curve, force))
                .map(rate -> in(AskedRate.of(run), rate));
    }

    private static MeasuredRate in(AskedRate asked, LoadingRate rate) {
        return new MeasuredRate(
                asked.inUnit(rate.kilonewtonsPerSecond()), asked.unit().text());
    }

    /** As records and reports state it: {@code 0.497 MPa/s}. */
    public String text() {
        return value.toPlainString() + " " + unit;
    }
}
