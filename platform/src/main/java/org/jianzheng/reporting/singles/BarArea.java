package org.jianzheng.reporting.singles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Nominal area of a bar by its diameter, in mm² with the four digits that the product standard's table has. */
final class BarArea {

    private static final BigDecimal PI = new BigDecimal("3.14159265358979");
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private BarArea() {}

    static String of(String diameterMm) {
        if (diameterMm == null) {
            return null;
        }
        var d = new BigDecimal(diameterMm);
        return PI.multiply(d)
                .multiply(d)
                .divide(FOUR, new MathContext(4, RoundingMode.HALF_EVEN))
                .toPlainString();
    }
}
