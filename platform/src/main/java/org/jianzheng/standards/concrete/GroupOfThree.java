package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.Rational;

/**
 * What three cubes come to (GB/T 50081, JGJ/T 70), before the factors of their size and curing: their mean; the middle one when one extreme lies further
 * from it than the allowed share of it; nothing when both do. The limit is not rounded and exactly on it is not over (D3).
 *
 * @param value rounded to 0.1 MPa; null when the group is invalid
 */
record GroupOfThree(Rule rule, BigDecimal value) {

    enum Rule {
        MEAN,
        MEDIAN,
        INVALID
    }

    static GroupOfThree of(List<BigDecimal> values, BigDecimal share) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal middle = sorted.get(1);
        BigDecimal limit = middle.multiply(share);
        boolean low = middle.subtract(sorted.get(0)).compareTo(limit) > 0;
        boolean high = sorted.get(2).subtract(middle).compareTo(limit) > 0;
        // Both first: a program that asks "either" before "both" returns a median for a void group.
        if (low && high) {
            return new GroupOfThree(Rule.INVALID, null);
        }
        return low || high
                ? new GroupOfThree(Rule.MEDIAN, Gb8170.round(middle, Gb8170.TENTH))
                : new GroupOfThree(Rule.MEAN, Gb8170.tenth(Rational.mean(values)));
    }

    boolean invalid() {
        return rule == Rule.INVALID;
    }
}
