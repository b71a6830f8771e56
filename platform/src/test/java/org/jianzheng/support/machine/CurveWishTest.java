package org.jianzheng.support.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.analysis.YieldReader;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.standards.Standards;
import org.junit.jupiter.api.Test;

/** A defect on request is in the curve that comes. */
class CurveWishTest {

    private static final Pressing CUBE = new Pressing(800, 13.5, 20, 8, 2000);
    private static final Pulling BAR = new Pulling(138.2, 191.5, 6.3, 20, true);

    private final CurvesOfTests made = new CurvesOfTests(7);

    @Test
    void everyWordIsReadAndAnotherIsAnsweredWithThem() {
        Arrays.stream(CurveWish.Word.values())
                .filter(word -> word != CurveWish.Word.FILE)
                .forEach(word -> assertThat(
                                CurveWish.read(" " + word.text() + "\n").word())
                        .isEqualTo(word));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveWish.read("broken"))
                .withMessageContaining("no-yield");
        assertThatIllegalArgumentException().isThrownBy(() -> CurveWish.read("file"));
        assertThatIllegalArgumentException().isThrownBy(() -> CurveWish.read("slip twice"));
    }

    @Test
    void aFileOfTheCurvesFormIsPlayed() {
        CurveWish wish = CurveWish.read("file src/test/resources/curves/concrete/M01_7d_W1.csv");
        assertThat(wish.curve(CUBE, made, null))
                .isEqualTo(RealCurves.named("M01_7d_W1").curve());
    }

    @Test
    void aBarWithoutYieldHasNoneAndALoadTooFastIsTooFast() {
        YieldReader reader = new YieldReader(new Standards());
        BigDecimal floor = new BigDecimal("88");
        BigDecimal resolution = new BigDecimal("0.01");
        assertThat(reader.read(wished("usual").curve(BAR, made, null), resolution, floor)
                        .lower())
                .isNotNull();
        assertThat(reader.read(wished("no-yield").curve(BAR, made, null), resolution, floor)
                        .lower())
                .isNull();
        assertThat(LoadingRate.straight(wished("wrong-rate").curve(CUBE, made, null)))
                .hasValueSatisfying(
                        rate -> assertThat(rate.kilonewtonsPerSecond()).isGreaterThan(new BigDecimal("30")));
    }

    @Test
    void aCopyHasAsManyPointsAsWhatItCopies() {
        Curve first = made.of(CUBE);
        assertThat(wished("copy").curve(CUBE, made, first).millis()).isEqualTo(first.millis());
    }

    @Test
    void aLineMayDropAndAMachineMayFallSilent() {
        assertThat(wished("dropped-chunks").dropsChunks()).isTrue();
        assertThat(wished("power-loss").neverEnds()).isTrue();
        Curve cut = wished("power-loss").curve(CUBE, made, null);
        assertThat(cut.newtons(cut.peak())).isLessThan(700_000);
    }

    private static CurveWish wished(String word) {
        return CurveWish.read(word);
    }
}
