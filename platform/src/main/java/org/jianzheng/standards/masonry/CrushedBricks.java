package org.jianzheng.standards.masonry;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Rational;

/** Bricks and blocks crushed on the area that was measured. */
final class CrushedBricks {

    private CrushedBricks() {}

    static InputField field(String name, int count) {
        return InputField.group(
                        name, length("lengthMm"), length("widthMm"), InputField.positive("loadKn", "kN", "10000"))
                .many(count, count);
    }

    static InputField length(String name) {
        return InputField.positive(name, "mm", "1000");
    }

    static List<BigDecimal> strengths(List<GivenInputs> pieces, BigDecimal interval) {
        return pieces.stream().map(piece -> strength(piece, interval)).toList();
    }

    static BigDecimal strength(GivenInputs piece, BigDecimal interval) {
        BigDecimal area = piece.decimal("lengthMm").multiply(piece.decimal("widthMm"));
        return Gb8170.round(Rational.quotient(piece.decimal("loadKn").movePointRight(3), area), interval);
    }
}
