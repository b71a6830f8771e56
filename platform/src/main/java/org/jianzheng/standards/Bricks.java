package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;

/** Bricks and blocks crushed on the area that was measured. */
final class Bricks {

    private Bricks() {}

    static Field field(String name, int count) {
        return Field.group(name, length("lengthMm"), length("widthMm"), Field.positive("loadKn", "kN", "10000"))
                .many(count, count);
    }

    static Field length(String name) {
        return Field.positive(name, "mm", "1000");
    }

    static List<BigDecimal> strengths(List<Given> pieces, BigDecimal interval) {
        return pieces.stream().map(piece -> strength(piece, interval)).toList();
    }

    static BigDecimal strength(Given piece, BigDecimal interval) {
        BigDecimal area = piece.decimal("lengthMm").multiply(piece.decimal("widthMm"));
        return Gb8170.round(Rational.quotient(piece.decimal("loadKn").movePointRight(3), area), interval);
    }
}
