package org.jianzheng.standards;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Soil: pairs that agree or not, the peak of a curve, and units that may not be mixed. */
class SoilTest {

    private static final Map<String, Object> RINGS = inputs(
            "procedure", "RING_KNIFE",
            "maxDryDensity", "2.00",
            "required", "94",
            "expression", "PERCENT",
            "rings", List.of(ring("10", "10"), ring("10", "10")));

    /** Dry soil of 100 g in each box, so that grams of water are per cent; wet density 2.20. */
    private static Map<String, Object> ring(String one, String other) {
        return inputs(
                "volumeCm3", "100",
                "ringG", "100",
                "ringSoilG", "320",
                "moistures", List.of(box(one), box(other)));
    }

    private static Map<String, Object> box(String water) {
        BigDecimal wet = new BigDecimal(120).add(new BigDecimal(water));
        return inputs("boxG", "20", "wetBoxG", wet, "dryBoxG", "120");
    }

    @ParameterizedTest
    @CsvSource({
        "9.6, 10.3, true", // mean 9.95 is 10.0: one point may lie between them
        "9.4, 9.9, true",
        "9.3, 9.9, false",
        "9.5, 10.5, true",
        "39.5, 40.5, true",
        "39.0, 40.1, false",
        "40.0, 42.0, true",
        "40.0, 42.1, false",
    })
    void aPairOfMoisturesAgreesByItsMean(String one, String other, boolean agree) {
        Map<String, Object> soil = with(RINGS, "rings", List.of(ring(one, other), ring(one, other)));
        assertThat(member("soil-compaction", soil, "rule")).isEqualTo(agree ? "MEAN" : "MOISTURE_PAIR");
    }

    @Test
    void ringsAreComparedAsTheLaboratoryChose() {
        Map<String, Object> wetter = with(ring("14", "14"), "ringSoilG", "323");
        Map<String, Object> soil = with(RINGS, "rings", List.of(ring("10", "10"), wetter));
        // wet 2.20 and 2.23, dry 2.00 and 1.96
        assertThat(member("soil-compaction", soil, "rule")).isEqualTo("DENSITY_PAIR");
        assertThat(member("soil-compaction", with(soil, "parallelOn", "WET_DENSITY"), "rule"))
                .isEqualTo("MEAN");
    }

    @Test
    void aRequirementInTheOtherUnitIsRefused() {
        refused("soil-compaction", with(RINGS, "required", "0.94"), "required", "standards.soil.required");
        refused("soil-compaction", with(RINGS, "expression", "COEFFICIENT"), "required", "standards.soil.required");
        assertThat(verdict("soil-compaction", with(RINGS, "expression", "COEFFICIENT", "required", "1.00")))
                .isEqualTo("PASS");
    }

    @Test
    void eachProcedureHasItsOwnRecordAndMassesInOrder() {
        refused("soil-compaction", with(RINGS, "rings", null), "rings", "standards.input.missing");
        refused("soil-compaction", with(RINGS, "procedure", "SAND_CONE"), "pit", "standards.input.missing");
        Map<String, Object> light = with(ring("10", "10"), "ringSoilG", "100");
        refused(
                "soil-compaction",
                with(RINGS, "rings", List.of(ring("10", "10"), light)),
                "rings[1].ringSoilG",
                "standards.soil.lighter");
        Map<String, Object> swapped = with(ring("10", "10"), "moistures", List.of(box("10"), box("-1")));
        refused(
                "soil-compaction",
                with(RINGS, "rings", List.of(swapped, swapped)),
                "rings[0].moistures[1].dryBoxG",
                "standards.soil.dryBox");
    }

    @ParameterizedTest
    @CsvSource({
        "PARABOLA, 1.70 1.80 1.80 1.70 1.60, 1.81, 13.0",
        "PARABOLA, 1.60 1.70 1.90 1.70 1.60, 1.90, 14.0",
        "HIGHEST_POINT, 1.70 1.80 1.80 1.70 1.60, 1.80, 12.0",
        "PARABOLA, 1.90 1.80 1.80 1.70 1.60, , ",
        "HIGHEST_POINT, 1.60 1.70 1.80 1.85 1.90, , ",
    })
    void thePeakIsFoundInAnyOrderOfThePoints(String peak, String densities, String most, String optimum) {
        List<Map<String, Object>> points = new ArrayList<>();
        String[] dry = densities.split(" ");
        for (int i = 0; i < dry.length; i++) {
            BigDecimal moisture = new BigDecimal(10 + 2 * i);
            BigDecimal wet = new BigDecimal(dry[i]).multiply(new BigDecimal(100).add(moisture));
            points.add(inputs(
                    "mouldSoilG", wet.multiply(BigDecimal.TEN).add(BigDecimal.ONE),
                    "moisturesPercent", List.of(moisture, moisture)));
        }
        Map<String, Object> soil = inputs("mouldVolumeCm3", "1000", "mouldG", "1", "peak", peak, "points", points);
        assertThat(member("proctor", soil, "maxDryDensity")).isEqualTo(most);
        assertThat(member("proctor", soil, "optimumMoisturePercent")).isEqualTo(optimum);
        Collections.reverse(points);
        assertThat(member("proctor", with(soil, "points", points), "maxDryDensity"))
                .isEqualTo(most);
        assertThat(verdict("proctor", soil)).isEqualTo(most == null ? "INVALID" : null);
    }
}
