package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bricks, blocks and beams: every grade on its limits and a tenth below. */
class MasonryTest {

    /** On 100 mm by 100 mm a strength of 1 MPa is 10 kN. */
    private static Map<String, Object> piece(BigDecimal mpa) {
        return inputs("lengthMm", "100", "widthMm", "100", "loadKn", mpa.multiply(BigDecimal.TEN));
    }

    private static List<Map<String, Object>> pieces(int n, BigDecimal mpa) {
        return Collections.nCopies(n, piece(mpa));
    }

    static Stream<StandardTable.Row> bricks() {
        return StandardTable.load("fired-brick").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("bricks")
    void aBrickIsJudgedByItsMean(StandardTable.Row grade) {
        BigDecimal mean = grade.decimal("mean");
        Map<String, Object> on = inputs("grade", grade.text("grade"), "bricks", pieces(10, mean));
        assertThat(verdict("fired-brick", on)).isEqualTo("PASS");
        assertThat(member("fired-brick", on, "reachedGrade")).isEqualTo(grade.text("grade"));
        Map<String, Object> below = with(on, "bricks", pieces(10, mean.subtract(Gb8170.TENTH)));
        assertThat(member("fired-brick", below, "failed")).isEqualTo(List.of("mean"));
    }

    static Stream<StandardTable.Row> blocks() {
        return StandardTable.load("concrete-block").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockIsJudgedByMeanAndLeast(StandardTable.Row grade) {
        BigDecimal mean = grade.decimal("mean");
        BigDecimal min = grade.decimal("min");
        BigDecimal up = mean.add(mean.subtract(min).divide(new BigDecimal(4)));
        List<Map<String, Object>> on = new ArrayList<>(pieces(4, up.setScale(1, java.math.RoundingMode.CEILING)));
        on.add(piece(min));
        Map<String, Object> blocks = inputs("grade", grade.text("grade"), "blocks", on);
        assertThat(verdict("concrete-block", blocks)).isEqualTo("PASS");
        on.set(4, piece(min.subtract(Gb8170.TENTH)));
        assertThat(member("concrete-block", with(blocks, "blocks", on), "failed"))
                .asString()
                .contains("min");
        Map<String, Object> weak = with(blocks, "blocks", pieces(5, mean.subtract(Gb8170.TENTH)));
        assertThat(member("concrete-block", weak, "failed")).isEqualTo(List.of("mean"));
    }

    static Stream<StandardTable.Row> aerated() {
        return StandardTable.load("aac-strength").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("aerated")
    void anAeratedBlockIsJudgedByTheLeastGroup(StandardTable.Row grade) {
        BigDecimal high = grade.decimal("mean").multiply(new BigDecimal(2));
        Map<String, Object> on = aerated(grade, grade.decimal("least"), high, "10");
        assertThat(verdict("aac-block", on)).isEqualTo("PASS");
        Map<String, Object> below = aerated(grade, grade.decimal("least").subtract(Gb8170.TENTH), high, "10");
        assertThat(member("aac-block", below, "failed")).isEqualTo(List.of("least"));
        for (String moisture : List.of("8", "12")) {
            assertThat(verdict("aac-block", aerated(grade, high, high, moisture)))
                    .isEqualTo("PASS");
        }
        for (String moisture : List.of("7.9", "12.1")) {
            assertThat(verdict("aac-block", aerated(grade, high, high, moisture)))
                    .isEqualTo("INVALID");
        }
    }

    private static Map<String, Object> aerated(
            StandardTable.Row grade, BigDecimal least, BigDecimal high, String moisture) {
        List<Map<String, Object>> groups = Stream.of(least, high, high)
                .map(mpa -> inputs("cubes", Collections.nCopies(3, with(piece(mpa), "moisturePercent", moisture))))
                .toList();
        return inputs("grade", grade.text("grade"), "densityClass", "B06", "groups", groups);
    }

    @ParameterizedTest
    @CsvSource({"B03, 350", "B04, 450", "B05, 550", "B06, 650", "B07, 750"})
    void aDensityClassHasItsGreatestDensity(String densityClass, int most) {
        StandardTable.Row grade = StandardTable.load("aac-strength").where("grade", "A3.5");
        Map<String, Object> block =
                with(aerated(grade, new BigDecimal(4), new BigDecimal(4), "10"), "densityClass", densityClass);
        assertThat(verdict("aac-block", with(block, "densityGroups", dry(most))))
                .isEqualTo("PASS");
        assertThat(member("aac-block", with(block, "densityGroups", dry(most + 1)), "failed"))
                .isEqualTo(List.of("density"));
    }

    private static Object dry(int grams) {
        Map<String, Object> cube = inputs("lengthMm", "100", "widthMm", "100", "heightMm", "100", "dryMassG", grams);
        return Collections.nCopies(3, inputs("cubes", Collections.nCopies(3, cube)));
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP, 20 20 17, MEAN, 4.8", // 6.0 6.0 5.1: exactly 15 %
        "SPECIMEN, 20 20 17, MEDIAN, 5.1", // 5.1 5.1 4.3: 0.8 is over 0.765
    })
    void theFactorOfSmallBeamsIsAppliedWhereItWasChosen(String stage, String loads, String rule, String result) {
        List<Map<String, Object>> beams = Stream.of(loads.split(" "))
                .map(load -> inputs("loadKn", load, "insideSpan", true))
                .toList();
        Map<String, Object> beam =
                inputs("sizeMm", 100, "requiredMpa", "4.5", "sizeFactorStage", stage, "specimens", beams);
        assertThat(member("concrete-flexural", beam, "rule")).hasToString(rule);
        assertThat(member("concrete-flexural", beam, "resultMpa")).isEqualTo(result);
    }

    @Test
    void whatIsNoGradeIsRefused() {
        refused("fired-brick", inputs("grade", "MU12", "bricks", pieces(10, BigDecimal.TEN)), "grade");
        refused("concrete-block", inputs("grade", "MU10", "blocks", pieces(6, BigDecimal.TEN)), "blocks");
    }
}
