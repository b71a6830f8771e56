package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Evaluation;
import org.springframework.stereotype.Component;

/** Reads yield off a sealed curve by the method {@code yield-point} of the standards. */
@Component
public class YieldReader {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal NOISE_OF_FORCE = new BigDecimal("0.001");
    private static final BigDecimal NOISE_OF_RESOLUTION = new BigDecimal(2);
    private static final BigDecimal FLOOR_OF_STANDARD = new BigDecimal("0.7");
    /** No bar yields so near to its greatest force: product standards ask for 1.1 times the yield force at least. */
    private static final BigDecimal BELOW_TOP = new BigDecimal("0.95");

    private static final int HUNDREDTHS = 2;

    private final Standards standards;

    public YieldReader(Standards standards) {
        this.standards = standards;
    }

    /** Below 0.7 times the standard ReL on the nominal area nothing is yield. */
    public static BigDecimal floorKn(BigDecimal standardReL, BigDecimal areaMm2) {
        return floorKn(standardReL.multiply(areaMm2).divide(THOUSAND));
    }

    /** The same of the force at which a bar of that standard yields. */
    public static BigDecimal floorKn(BigDecimal standardKn) {
        return FLOOR_OF_STANDARD.multiply(standardKn);
    }

    /**
     * @param resolutionKn of the machine's force, from its record
     * @param floorKn as {@link #floorKn}; null where the product standard names no yield strength
     * @throws RuleBroken where the curve was pressed instead of pulled, or is longer than the method reads
     */
    public YieldReading read(Curve curve, BigDecimal resolutionKn, BigDecimal floorKn) {
        List<BigDecimal> forces =
                IntStream.range(0, curve.points()).mapToObj(curve::kilonewtons).toList();
        BigDecimal hertz = sampleHertz(curve);
        BigDecimal noise = noise(forces, resolutionKn);
        if (forces.size() < 2 || hertz.signum() == 0) {
            return new YieldReading(YieldReading.Kind.NONE, null, null, false, noise, floorKn);
        }
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("sampleHz", hertz);
        inputs.put("noiseKn", noise);
        inputs.put("floorKn", floorKn);
        inputs.put("forcesKn", forces);
        YieldReading found = reading(curve, noise, standards.evaluate("yield-point", inputs));
        if (found.kind() != YieldReading.Kind.PLATEAU) {
            return found;
        }
        // The flat top of every curve is a run of equal forces too, and the longest one.
        inputs.put("forcesKn", forces.subList(0, 1 + LoadingRate.reached(curve, BELOW_TOP.multiply(greatest(forces)))));
        YieldReading below = reading(curve, noise, standards.evaluate("yield-point", inputs));
        return below.kind() == YieldReading.Kind.PLATEAU
                        && YieldStand.of(curve, below.lower(), noise).isLeft()
                ? below
                : found.without();
    }

    private static YieldReading reading(Curve curve, BigDecimal noise, Evaluation found) {
        YieldReading reading = new YieldReading(
                YieldReading.Kind.valueOf((String) found.outcome().get("kind")),
                point(curve, found.outcome().get("upperYieldIndex")),
                point(curve, found.outcome().get("lowerYieldIndex")),
                (Boolean) found.outcome().get("sampledFastEnough"),
                noise,
                new BigDecimal((String) found.decisions().get("searchFromKn")));
        return Boolean.FALSE.equals(found.outcome().get("lowerBelowUpper")) ? reading.contradictory() : reading;
    }

    private static BigDecimal noise(List<BigDecimal> forces, BigDecimal resolutionKn) {
        BigDecimal ofForce = forces.isEmpty()
                ? BigDecimal.ZERO
                : greatest(forces).multiply(NOISE_OF_FORCE).max(BigDecimal.ZERO);
        return ofForce.max(resolutionKn.multiply(NOISE_OF_RESOLUTION));
    }

    private static BigDecimal greatest(List<BigDecimal> forces) {
        return Collections.max(forces);
    }

    private static CurvePoint point(Curve curve, Object index) {
        return index == null ? null : CurvePoint.at(curve, (Integer) index);
    }

    /** Points a second over the whole curve, with two decimals; 0 where it lasts no time. */
    public static BigDecimal sampleHertz(Curve curve) {
        int last = curve.points() - 1;
        long millis = last < 1 ? 0 : (long) curve.millis(last) - curve.millis(0);
        return millis == 0
                ? BigDecimal.ZERO
                : THOUSAND.multiply(BigDecimal.valueOf(last))
                        .divide(BigDecimal.valueOf(millis), HUNDREDTHS, RoundingMode.HALF_EVEN);
    }
}
