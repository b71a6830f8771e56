package org.jianzheng.standards.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.evaluate;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.texts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Reading yield off a curve: where it shows, where it does not, and where a slip looks like it. */
class YieldPointTest {

    private static final String SLIP = "0.5 20 45 43 70 95 120 141 136 138 136.9 150 180 192 185";

    @Test
    void withoutAFloorAGripSlipIsTakenForYieldAndShowsItself() {
        Map<String, Object> found = found(SLIP, null);
        assertThat(found).containsEntry("upperYieldKn", "45.00").containsEntry("lowerYieldKn", "136.00");
        assertThat(found).containsEntry("lowerBelowUpper", false);
        assertThat(found(SLIP, "87.98")).containsEntry("upperYieldKn", "141.00").containsEntry("lowerBelowUpper", true);
    }

    @Test
    void aSingleValleyCounts() {
        assertThat(found("1 50 100 141 135 150 190 192 180", null))
                .containsEntry("kind", "PEAKS")
                .containsEntry("lowerYieldKn", "135.00")
                .containsEntry("lowerYieldIndex", 4);
    }

    @Test
    void theFirstPeakCountsEvenWhenALaterOneIsHigher() {
        assertThat(found("1 50 100 140 135 145 137 150 190 180", null))
                .containsEntry("upperYieldKn", "140.00")
                .containsEntry("lowerYieldKn", "137.00");
    }

    @Test
    void aPlateauIsTheLongestRunWithinTheNoiseOfItsFirstPoint() {
        assertThat(found("1 50 100 140.0 140.1 139.9 140.2 139.9 140.3 141 160 190 180", null))
                .containsEntry("kind", "PLATEAU")
                .containsEntry("upperYieldKn", null)
                .containsEntry("lowerYieldKn", "139.90")
                .containsEntry("lowerYieldIndex", 5);
        assertThat(found("1 50 100 140.0 140.1 139.9 140.2 140.1 141 160 190 180", null))
                .as("five points are no plateau")
                .containsEntry("kind", "NONE");
    }

    @Test
    void nothingIsMadeUpBeyondTheGreatestForceOrAboveTheFloor() {
        assertThat(found("1 50 100 150 192 150 160 140 150 100", null)).containsEntry("kind", "NONE");
        assertThat(found(SLIP, "500")).containsEntry("kind", "NONE").containsEntry("lowerYieldKn", null);
        assertThat(found("0 0 0 0 0 0 0 0", null)).containsEntry("kind", "NONE");
    }

    @Test
    void aReversalOfExactlyTheNoiseIsNoTurn() {
        assertThat(found("1 50 100 141 140.7 150 190 180", null)).containsEntry("kind", "NONE");
        assertThat(found("1 50 100 141 140.69 150 190 180", null)).containsEntry("kind", "PEAKS");
    }

    /** The one-pass search against trying every start. */
    @Test
    void theLongestRunIsFoundAsByTryingThemAll() {
        Random random = new Random(228);
        BigDecimal noise = new BigDecimal(2);
        for (int round = 0; round < 2_000; round++) {
            List<BigDecimal> forces =
                    random.ints(40, 0, 8).mapToObj(BigDecimal::valueOf).toList();
            assertThat(YieldPlateau.lowestPoint(forces, 3, 35, noise, 6)).isEqualTo(byTryingAll(forces, 3, 35, noise));
        }
    }

    private static Integer byTryingAll(List<BigDecimal> forces, int begin, int end, BigDecimal noise) {
        int best = 5;
        Integer lowest = null;
        for (int start = begin; start <= end; start++) {
            int last = start;
            int low = start;
            while (last <= end
                    && forces.get(last).subtract(forces.get(start)).abs().compareTo(noise) <= 0) {
                low = forces.get(last).compareTo(forces.get(low)) < 0 ? last : low;
                last++;
            }
            if (last - start > best) {
                best = last - start;
                lowest = low;
            }
        }
        return lowest;
    }

    @Test
    void aLongHostileCurveDoesNotTakeLong() {
        List<String> ramp = new ArrayList<>(IntStream.range(0, 200_000)
                .mapToObj(i -> String.valueOf(i / 1000.0))
                .toList());
        Map<String, Object> curve = inputs("sampleHz", 100, "noiseKn", "90", "forcesKn", ramp);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> evaluate("yield-point", curve));
    }

    @Test
    void aLoadCellMayReadALittleBelowZeroBeforeTheLoadAndAfterTheFracture() {
        assertThat(found("-0.02 -0.01 50 100 141 135 150 190 192 0.4 -0.03", null))
                .containsEntry("kind", "PEAKS")
                .containsEntry("upperYieldKn", "141.00")
                .containsEntry("upperYieldIndex", 4);
    }

    @Test
    void aForceBelowZeroWhereYieldIsSoughtIsRefused() {
        refused(
                "yield-point",
                inputs("sampleHz", 5, "noiseKn", "0.3", "forcesKn", texts("0 50 -0.01 190 180")),
                "forcesKn[2]",
                "standards.yield.belowZero");
        refused(
                "yield-point",
                inputs("sampleHz", 5, "noiseKn", "0.3", "forcesKn", texts("-3 -1 -2")),
                "forcesKn[0]",
                "standards.yield.belowZero");
    }

    @Test
    void pressingInsteadOfPullingIsRefused() {
        refused("yield-point", inputs("sampleHz", 5, "noiseKn", "0.3", "forcesKn", texts("0 -1 5")), "forcesKn[1]");
    }

    private static Map<String, Object> found(String forces, String floor) {
        return evaluate(
                        "yield-point",
                        inputs("sampleHz", 5, "noiseKn", "0.3", "floorKn", floor, "forcesKn", texts(forces)))
                .outcome();
    }
}
