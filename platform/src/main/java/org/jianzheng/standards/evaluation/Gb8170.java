package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * GB/T 8170-2008: rounding by interval in one step, half to even, on the magnitude; the sign is put back afterwards and a
 * zero has none.
 */
public final class Gb8170 {

    public static final BigDecimal TENTH = new BigDecimal("0.1");
    public static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Gb8170() {}

    public static BigDecimal round(Rational value, BigDecimal interval) {
        Rational steps = value.dividedBy(Rational.of(interval));
        return step(halfEven(steps), interval);
    }

    public static BigDecimal round(BigDecimal value, BigDecimal interval) {
        return round(Rational.of(value), interval);
    }

    public static BigDecimal tenth(Rational value) {
        return round(value, TENTH);
    }

    public static BigDecimal hundredth(Rational value) {
        return round(value, HUNDREDTH);
    }

    /** The square root of a value that is not negative, rounded without ever computing the root itself inexactly. */
    public static BigDecimal rootToHundredth(Rational square) {
        Rational steps = square.times(new BigDecimal(10_000));
        BigInteger below = steps.numerator().divide(steps.denominator()).sqrt();
        // steps against (below + 1/2)²; both sides times 4
        BigInteger half = below.shiftLeft(1).add(BigInteger.ONE);
        int side = steps.times(new BigDecimal(4)).compareTo(new Rational(half.multiply(half), BigInteger.ONE));
        boolean up = side > 0 || (side == 0 && below.testBit(0));
        return step(up ? below.add(BigInteger.ONE) : below, HUNDREDTH);
    }

    private static BigInteger halfEven(Rational steps) {
        BigInteger[] parts = steps.numerator().abs().divideAndRemainder(steps.denominator());
        int side = parts[1].shiftLeft(1).compareTo(steps.denominator());
        boolean up = side > 0 || (side == 0 && parts[0].testBit(0));
        BigInteger magnitude = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return steps.signum() < 0 ? magnitude.negate() : magnitude;
    }

    private static BigDecimal step(BigInteger steps, BigDecimal interval) {
        BigDecimal plain = interval.stripTrailingZeros();
        return new BigDecimal(steps).multiply(plain).setScale(Math.max(0, plain.scale()));
    }
}
