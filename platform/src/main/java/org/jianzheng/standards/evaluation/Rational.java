package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/** An exact fraction: quotients are carried undivided until the one rounding the standard asks for. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public Rational {
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
    }

    public static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public static Rational quotient(BigDecimal dividend, BigDecimal divisor) {
        return of(dividend).dividedBy(of(divisor));
    }

    public static Rational mean(Collection<BigDecimal> values) {
        return quotient(sum(values), BigDecimal.valueOf(values.size()));
    }

    public static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational times(BigDecimal factor) {
        Rational other = of(factor);
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when the divisor is zero */
    public Rational dividedBy(Rational divisor) {
        if (divisor.numerator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return new Rational(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    public int compareTo(BigDecimal other) {
        return compareTo(of(other));
    }
}
