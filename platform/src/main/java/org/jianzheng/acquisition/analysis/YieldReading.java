package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a bar yields. Where the curve shows no yield, none is made up: {@link Kind#NONE} or {@link
 * Kind#CONTRADICTORY}, and both points are null.
 *
 * @param upper the first peak before the first drop; null where there is only a plateau
 * @param lower the lowest valley, the first left out where several follow; or the plateau
 * @param sampledFastEnough whether a machine of this rate can have caught the upper yield at all
 * @param noiseKn a drop counts only when it is greater
 * @param searchFromKn below it a drop is a slip of the grips
 */
public record YieldReading(
        Kind kind,
        CurvePoint upper,
        CurvePoint lower,
        boolean sampledFastEnough,
        BigDecimal noiseKn,
        BigDecimal searchFromKn) {

    /** How the curve shows it. */
    public enum Kind {
        PEAKS,
        PLATEAU,
        NONE,
        /** The valley is not below the peak: a slip of the grips or the steps of a curve without yield. */
        CONTRADICTORY
    }

    /** Key of what people read; {@code NONE} is 未采集到屈服. */
    public String messageKey() {
        return "acquisition.yield." + kind.name();
    }

    /** The same curve, read as one that shows no yield. */
    YieldReading without() {
        return of(Kind.NONE);
    }

    YieldReading contradictory() {
        return of(Kind.CONTRADICTORY);
    }

    private YieldReading of(Kind other) {
        return new YieldReading(other, null, null, sampledFastEnough, noiseKn, searchFromKn);
    }

    /** Where the bar begins to yield. */
    public Optional<CurvePoint> first() {
        return Optional.ofNullable(upper).or(() -> Optional.ofNullable(lower));
    }
}
