package org.jianzheng.standards.cement;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.Rational;

/** Mean ± a share of it, GB/T 17671: mean rounded to 0.1 MPa, bounds exact, a value on a bound is inside (D5). */
record ToleranceBand(BigDecimal mean, BigDecimal low, BigDecimal high) {

    static ToleranceBand around(List<BigDecimal> values, BigDecimal share) {
        BigDecimal mean = Gb8170.tenth(Rational.mean(values));
        BigDecimal width = mean.multiply(share);
        return new ToleranceBand(mean, mean.subtract(width), mean.add(width));
    }

    List<BigDecimal> inside(List<BigDecimal> values) {
        return values.stream()
                .filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0)
                .toList();
    }

    void limits(AnswerSheet sheet, String item, String standard) {
        sheet.limit(item + ".low", ">=", low, "MPa", standard).limit(item + ".high", "<=", high, "MPa", standard);
    }
}
