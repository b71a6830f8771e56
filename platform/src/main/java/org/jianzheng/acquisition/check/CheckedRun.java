package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.likeness.Likeness;

/**
 * A run with everything its checks look at. What is not known is null, or empty, and leaves the rules silent that need it.
 *
 * @param method wire name of the method, {@code concrete-cube}
 * @param reportedPeakKn the peak that the machine itself reported at its end; null while more is to come
 */
public record CheckedRun(
        Span span,
        String method,
        Curve curve,
        Expected expected,
        Machine machine,
        BigDecimal reportedPeakKn,
        Surroundings around) {

    /**
     * When which run took place, by the server's clock.
     *
     * @param opened when somebody opened it, before which nothing of it was measured; null where that is not known
     */
    public record Span(String runId, Instant opened, Instant from, Instant to) {

        public Span(String runId, Instant from, Instant to) {
            this(runId, null, from, to);
        }

        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    /**
     * What the method asks for and the order names.
     *
     * @param areaMm2 by which force becomes strength; where strength is not force by area, the mm² that serve as one
     * @param nominalMpa the strength of the grade
     * @param bandUntilKn where the band of the loading rate ends: the standard yield force of a bar; null: the peak
     * @param leastHz points a second that the method asks for; null: as many as the rate and the force need
     */
    public record Expected(
            BigDecimal areaMm2, BigDecimal nominalMpa, LoadingBand band, BigDecimal bandUntilKn, BigDecimal leastHz) {}

    /** @param roughness how its earlier curves of the method were */
    public record Machine(BigDecimal rangeKn, BigDecimal resolutionKn, RoughnessHistory roughness) {}

    /**
     * Other runs.
     *
     * @param machine recent ones of the same machine
     * @param operator recent ones of the same operator
     * @param groupSpreads of the laboratory's recent groups by the method: (greatest − least) of the mean, in percent
     * @param likeness the earlier curve that this one is like
     */
    public record Surroundings(
            List<Span> machine, List<Span> operator, List<BigDecimal> groupSpreads, Optional<Likeness> likeness) {

        public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), Optional.empty());
    }

    Optional<CurvePoint> peak() {
        return CurvePoint.peak(curve).filter(point -> point.kilonewtons().signum() > 0);
    }

    /** The force up to which the machine has to keep its loading rate; empty where there is none. */
    Optional<BigDecimal> loadedUntil() {
        return peak().map(CurvePoint::kilonewtons)
                .map(peak -> expected.bandUntilKn() == null ? peak : peak.min(expected.bandUntilKn()));
    }

    /** A straight fit from 20 to 80 % of that force. */
    Optional<LoadingRate> rate() {
        return loadedUntil().flatMap(force -> LoadingRate.upTo(curve, force));
    }
}
