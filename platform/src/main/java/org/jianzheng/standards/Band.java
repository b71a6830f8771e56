package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;

/** Mean ± a share of it, GB/T 17671: mean rounded to 0.1 MPa, bounds exact, a value on a bound is inside (D5). */
record Band(BigDecimal mean, BigDecimal low, BigDecimal high) {

    static Band around(List<BigDecimal> values, BigDecimal share) {
        BigDecimal mean = Gb8170.tenth(Rational.mean(values));
        BigDecimal width = mean.multiply(share);
        return new Band(mean, mean.subtract(width), mean.add(width));
    }

    List<BigDecimal> inside(List<BigDecimal> values) {
        return values.stream()
                .filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0)
                .toList();
    }

    void limits(Sheet sheet, String item, String standard) {
        sheet.limit(item + ".low", ">=", low, "MPa", standard).limit(item + ".high", "<=", high, "MPa", standard);
    }
}
