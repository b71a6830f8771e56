package org.jianzheng.acquisition.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Least squares through points of whole ms and newtons. The sums are exact, only the answer is rounded. */
final class StraightFit {

    /** A millionth of a kN/s: a five hundredth of a percent of the slowest load, 50 N/s. */
    private static final int SCALE = 6;

    private long count;
    private BigInteger times = BigInteger.ZERO;
    private BigInteger forces = BigInteger.ZERO;
    private BigInteger timesSquared = BigInteger.ZERO;
    private BigInteger products = BigInteger.ZERO;

    void add(int millis, int newtons) {
        count++;
        times = times.add(BigInteger.valueOf(millis));
        forces = forces.add(BigInteger.valueOf(newtons));
        timesSquared = timesSquared.add(BigInteger.valueOf((long) millis * millis));
        products = products.add(BigInteger.valueOf((long) millis * newtons));
    }

    void remove(int millis, int newtons) {
        count--;
        times = times.subtract(BigInteger.valueOf(millis));
        forces = forces.subtract(BigInteger.valueOf(newtons));
        timesSquared = timesSquared.subtract(BigInteger.valueOf((long) millis * millis));
        products = products.subtract(BigInteger.valueOf((long) millis * newtons));
    }

    /** In kN/s, which is N/ms; empty where all points are of one moment. */
    Optional<BigDecimal> slope() {
        BigInteger spread = of(timesSquared).subtract(times.multiply(times));
        if (spread.signum() == 0) {
            return Optional.empty();
        }
        BigInteger rise = of(products).subtract(times.multiply(forces));
        return Optional.of(new BigDecimal(rise).divide(new BigDecimal(spread), SCALE, RoundingMode.HALF_EVEN));
    }

    private BigInteger of(BigInteger sum) {
        return sum.multiply(BigInteger.valueOf(count));
    }
}
