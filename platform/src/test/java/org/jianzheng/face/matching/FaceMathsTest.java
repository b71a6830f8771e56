package org.jianzheng.face.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reckoned of faces, on plain numbers. */
class FaceMathsTest {

    private static final FaceThresholds USUAL = new FaceThresholds(new BigDecimal("0.55"), new BigDecimal("0.40"));

    @Test
    void aScoreAtAThresholdIsOnItsUpperSideAndBetweenThemAPersonLooks() {
        assertThat(USUAL.judge(new BigDecimal("0.55"))).isEqualTo(FaceOutcome.SAME);
        assertThat(USUAL.judge(new BigDecimal("0.5499"))).isEqualTo(FaceOutcome.UNSURE);
        assertThat(USUAL.judge(new BigDecimal("0.40"))).isEqualTo(FaceOutcome.UNSURE);
        assertThat(USUAL.judge(new BigDecimal("0.3999"))).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(USUAL.judge(new BigDecimal("-1"))).isEqualTo(FaceOutcome.DIFFERENT);
    }

    @Test
    void thresholdsThatLetEverybodyPassOrStandInTheWrongOrderAreRefused() {
        for (List<String> wrong :
                List.of(List.of("0.40", "0.55"), List.of("0.5", "0.5"), List.of("0.5", "0"), List.of("1", "0.4"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new FaceThresholds(new BigDecimal(wrong.get(0)), new BigDecimal(wrong.get(1))))
                    .withMessageContaining("jianzheng.face.refuse");
        }
    }

    @Test
    void likenessIsThePlainCosineWhateverTheLengths() {
        FaceVector one = new FaceVector(3, 4);
        assertThat(one.likeness(new FaceVector(6, 8))).contains(new BigDecimal("1.0000"));
        assertThat(one.likeness(new FaceVector(4, 3))).contains(new BigDecimal("0.9600"));
        assertThat(one.likeness(new FaceVector(-4, 3))).contains(new BigDecimal("0.0000"));
        assertThat(one.likeness(new FaceVector(-3, -4))).contains(new BigDecimal("-1.0000"));
    }

    /** The published matcher of the models takes the mean of the pair off both, so that any two faces are opposite. */
    @Test
    void twoDifferentFacesAreNotOppositeForBeingAPair() {
        assertThat(new FaceVector(1, 2, 3).likeness(new FaceVector(1, 2, 4)).orElseThrow())
                .isGreaterThan(new BigDecimal("0.99"));
    }

    @Test
    void likenessIsNeverRoundedUp() {
        // 0.99995…
        assertThat(new FaceVector(100, 1).likeness(new FaceVector(1, 0))).contains(new BigDecimal("0.9999"));
    }

    @Test
    void whatIsNoFaceIsLikeNone() {
        assertThat(new FaceVector(0, 0).likeness(new FaceVector(1, 2))).isEmpty();
        assertThat(new FaceVector(Float.NaN, 1).likeness(new FaceVector(1, 2))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new FaceVector(1).likeness(new FaceVector(1, 2)));
    }

    @Test
    void aFaceThatWasTurnedScaledAndShiftedIsPutBackWithoutShear() {
        double[][] wanted = {{38, 51}, {73, 51}, {56, 71}, {41, 92}, {70, 92}};
        double turn = 0.3;
        double[][] seen = new double[wanted.length][];
        for (int i = 0; i < wanted.length; i++) {
            double x = wanted[i][0];
            double y = wanted[i][1];
            seen[i] = new double[] {
                2.5 * (Math.cos(turn) * x - Math.sin(turn) * y) + 40,
                2.5 * (Math.sin(turn) * x + Math.cos(turn) * y) - 7
            };
        }
        double[][] rows = FaceAlignment.onto(seen, wanted);
        for (int i = 0; i < wanted.length; i++) {
            for (int row = 0; row < 2; row++) {
                double put = rows[row][0] * seen[i][0] + rows[row][1] * seen[i][1] + rows[row][2];
                assertThat(put).isCloseTo(wanted[i][row], within(1e-9));
            }
        }
        assertThat(rows[0][0]).isEqualTo(rows[1][1]);
        assertThat(rows[0][1]).isEqualTo(-rows[1][0]);
    }

    @Test
    void oneFaceFoundTwiceIsOneAndSomebodyBehindDoesNotCount() {
        FaceBox face = new FaceBox(100, 100, 300, 380, 0.99);
        FaceBox again = new FaceBox(105, 98, 310, 385, 0.93);
        FaceBox behind = new FaceBox(400, 50, 460, 130, 0.98);
        FaceBox beside = new FaceBox(400, 100, 560, 330, 0.90);
        assertThat(FaceBox.distinct(List.of(again, behind, face))).containsExactly(face, behind);
        assertThat(FaceBox.inFront(List.of(face, behind))).containsExactly(face);
        assertThat(FaceBox.inFront(List.of(face, beside))).containsExactly(face, beside);
        assertThat(FaceBox.inFront(List.of())).isEmpty();
    }
}
