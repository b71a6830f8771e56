package org.jianzheng.credit;

import java.math.BigDecimal;

/** Points as people write them: 5, 2.5. */
final class PointsText {

    private PointsText() {}

    static String text(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }
}
