package org.jianzheng.reporting.singles;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Nominal loaded area of a cube by its side, in whole mm². */
final class CubeArea {

    private CubeArea() {}

    static String of(String sideMm) {
        if (sideMm == null) {
            return null;
        }
        var side = new BigDecimal(sideMm);
        return side.multiply(side).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
}
