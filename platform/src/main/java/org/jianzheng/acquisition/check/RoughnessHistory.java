package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.curve.Curve;

/**
 * How rough a machine's curves of a method were.
 *
 * @param medianNewtons the middle one of their roughnesses
 */
public record RoughnessHistory(int runs, BigDecimal medianNewtons) {

    private static final BigDecimal FROM = new BigDecimal("0.2");
    private static final BigDecimal TO = new BigDecimal("0.8");
    private static final int LEAST_POINTS = 10;

    public static RoughnessHistory of(List<BigDecimal> newtons) {
        List<BigDecimal> sorted = newtons.stream().sorted().toList();
        return new RoughnessHistory(sorted.size(), sorted.isEmpty() ? BigDecimal.ZERO : sorted.get(sorted.size() / 2));
    }

    /**
     * The middle one of the second differences of force between 20 and 80 % of {@code untilKn}: what the machine's control
     * and its load cell add to a smooth curve.
     *
     * @return in newtons; empty where too few points lie there
     */
    public static Optional<BigDecimal> of(Curve curve, BigDecimal untilKn) {
        int from = LoadingRate.reached(curve, untilKn.multiply(FROM));
        int to = LoadingRate.reached(curve, untilKn.multiply(TO));
        if (from < 0 || to - from < LEAST_POINTS) {
            return Optional.empty();
        }
        long[] bends = IntStream.range(from + 1, to)
                .mapToLong(i -> Math.abs(curve.newtons(i - 1) - 2L * curve.newtons(i) + curve.newtons(i + 1)))
                .sorted()
                .toArray();
        return Optional.of(BigDecimal.valueOf(bends[bends.length / 2]));
    }
}
