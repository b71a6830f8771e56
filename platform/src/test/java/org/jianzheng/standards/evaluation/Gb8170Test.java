package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounding, against an independent way of doing it and at its edges. */
class Gb8170Test {

    @ParameterizedTest
    @CsvSource({
        "-0.04, 0.1, 0.0",
        "-0.05, 0.1, 0.0",
        "-0.15, 0.1, -0.2",
        "0.25, 0.5, 0.0",
        "0.75, 0.5, 1.0",
        "5, 10, 0",
        "15, 10, 20",
        "1005, 10, 1000",
        "0.3, 0.2, 0.4",
        "-12.5, 5, -10",
        "0, 0.01, 0.00",
    })
    void tiesGoToTheEvenMultipleAndZeroHasNoSign(String value, String interval, String expected) {
        assertThat(Gb8170.round(new BigDecimal(value), new BigDecimal(interval)).toPlainString())
                .isEqualTo(expected);
    }

    @Test
    void agreesWithHalfEvenOfTheLibraryForPowersOfTen() {
        Random random = new Random(8170);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3);
            assertThat(Gb8170.round(value, Gb8170.TENTH)).isEqualTo(value.setScale(1, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void aQuotientIsNotRoundedOnTheWay() {
        // 0.35 - 1/3·10^-30 lies under the tie; any finite division would call it 0.35.
        Rational underTie = Rational.of(new BigDecimal("0.35"))
                .plus(Rational.quotient(new BigDecimal("-1e-30").setScale(30), new BigDecimal(3)));
        assertThat(Gb8170.tenth(underTie)).isEqualByComparingTo("0.3");
        assertThat(Gb8170.tenth(Rational.of(new BigDecimal("0.35")))).isEqualByComparingTo("0.4");
    }

    @Test
    void theRootIsRoundedExactly() {
        Random random = new Random(50107);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal square = BigDecimal.valueOf(random.nextInt(100_000_000), 6);
            BigDecimal expected = square.sqrt(new MathContext(40)).setScale(2, RoundingMode.HALF_EVEN);
            assertThat(Gb8170.rootToHundredth(Rational.of(square))).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"6.275025, 2.50", "6.325225, 2.52", "0, 0.00", "0.000025, 0.00", "0.000225, 0.02"})
    void theRootsOwnTiesGoToEven(String square, String root) {
        assertThat(Gb8170.rootToHundredth(Rational.of(new BigDecimal(square))).toPlainString())
                .isEqualTo(root);
    }
}
