package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.texts;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bars: every grade on its limits, every diameter, the bands of rounding, mass and lots. */
class SteelTest {

    private static final Map<String, Object> BAR = inputs(
            "grade",
            "HRB400",
            "diameterMm",
            20,
            "yieldForceKn",
            "138.2",
            "maxForceKn",
            "191.5",
            "gaugeAfterFractureMm",
            "125",
            "strengthInterval",
            "YB_T_081",
            "ratioFrom",
            "ROUNDED");

    static Stream<StandardTable.Row> grades() {
        return StandardTable.load("rebar-grades").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("grades")
    void everyGradePassesOnItsStrengthsAndFailsBelowThem(StandardTable.Row grade) {
        Map<String, Object> on = with(
                BAR,
                "grade",
                grade.text("grade"),
                "edition",
                grade.text("edition"),
                "strengthInterval",
                "ONE_MPA",
                "yieldForceKn",
                force(grade.text("rel")),
                "maxForceKn",
                force(grade.text("rm")),
                "gaugeAgtAfterMm",
                "115");
        assertThat(verdict("rebar-tensile", on)).isEqualTo("PASS");
        assertThat(failed(with(on, "yieldForceKn", force(minus(grade, "rel"))))).contains("ReL");
        assertThat(failed(with(on, "maxForceKn", force(minus(grade, "rm"))))).contains("Rm");
    }

    private static String minus(StandardTable.Row grade, String column) {
        return grade.decimal(column).subtract(BigDecimal.ONE).toPlainString();
    }

    // On a bar of 20 mm: 314.2 mm².
    private static String force(String mpa) {
        return new BigDecimal(mpa).multiply(new BigDecimal("0.3142")).toPlainString();
    }

    private static List<Object> failed(Map<String, Object> bar) {
        return List.copyOf((List<?>) member("rebar-tensile", bar, "failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "25, 16, true",
        "25, 15, false",
        "28, 15, true",
        "28, 14, false",
        "40, 15, true",
        "40, 14, false",
        "50, 14, true",
        "50, 13, false",
    })
    void theElongationLimitFallsWithTheDiameter(int diameter, int percent, boolean passes) {
        BigDecimal gauge = BigDecimal.valueOf(5L * diameter);
        BigDecimal after = gauge.add(gauge.multiply(BigDecimal.valueOf(percent, 2)));
        Map<String, Object> bar = with(
                BAR,
                "diameterMm",
                diameter,
                "gaugeAfterFractureMm",
                after,
                "yieldForceKn",
                "1000",
                "maxForceKn",
                "1500");
        assertThat(failed(bar).contains("A")).isNotEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "YB_T_081, 62.84, 200", "YB_T_081, 62.683, 200", "YB_T_081, 62.9, 200", "YB_T_081, 314.2, 1000",
        "YB_T_081, 314.3, 1000", "YB_T_081, 315.9, 1010", "ONE_MPA, 62.9, 200", "ONE_MPA, 315.9, 1005",
    })
    void strengthsAreRoundedByTheBandTheyLieIn(String interval, String kilonewton, String mpa) {
        Map<String, Object> bar =
                with(BAR, "strengthInterval", interval, "yieldForceKn", kilonewton, "maxForceKn", "1000");
        assertThat(member("rebar-tensile", bar, "relMpa")).isEqualTo(mpa);
    }

    @ParameterizedTest
    @CsvSource({"109.74, 9.5", "109.75, 10.0", "109.99, 10.0", "110, 10", "110.5, 10", "111.5, 12", "115.4, 15"})
    void elongationIsRoundedToOneFromTenPercentOn(String after, String percent) {
        assertThat(member("rebar-tensile", with(BAR, "gaugeAfterFractureMm", after), "aPercent"))
                .isEqualTo(percent);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("rebar-tensile", with(BAR, "maxForceKn", "138.1"), "maxForceKn");
        refused("rebar-tensile", with(BAR, "gaugeAfterFractureMm", "99.9"), "gaugeAfterFractureMm");
        refused("rebar-tensile", with(BAR, "gaugeAgtAfterMm", "99.9"), "gaugeAgtAfterMm");
        refused("rebar-tensile", with(BAR, "gaugeAfterFractureMm", null), "gaugeAgtAfterMm");
        refused("rebar-tensile", with(BAR, "grade", "HRB400E"), "gaugeAgtAfterMm");
        refused("rebar-tensile", with(BAR, "diameterMm", 21), "diameterMm");
        refused("rebar-tensile", with(BAR, "yieldForceKn", "138200"), "yieldForceKn");
    }

    @ParameterizedTest
    @CsvSource({
        "GB1499.2-2018, 6, 6.0", "GB1499.2-2018, 12, 6.0", "GB1499.2-2018, 14, 5.0", "GB1499.2-2018, 20, 5.0",
        "GB1499.2-2018, 22, 4.0", "GB1499.2-2018, 50, 4.0", "GB1499.2-2024, 6, 5.5", "GB1499.2-2024, 12, 5.5",
        "GB1499.2-2024, 14, 4.5", "GB1499.2-2024, 20, 4.5", "GB1499.2-2024, 22, 3.5", "GB1499.2-2024, 50, 3.5",
    })
    void massDeviationIsJudgedRoundedByEditionAndDiameter(String edition, int diameter, String limit) {
        BigDecimal perMetre = StandardTable.load("rebar-sizes")
                .where("diameter_mm", String.valueOf(diameter))
                .decimal("mass_kg_per_m");
        for (int sign : new int[] {-1, 1}) {
            BigDecimal on = mass(perMetre, limit, sign);
            BigDecimal over =
                    mass(perMetre, new BigDecimal(limit).add(Gb8170.TENTH).toPlainString(), sign);
            assertThat(verdict("rebar-mass-deviation", deviation(edition, diameter, on)))
                    .isEqualTo("PASS");
            assertThat(verdict("rebar-mass-deviation", deviation(edition, diameter, over)))
                    .isEqualTo("FAIL");
        }
    }

    private static BigDecimal mass(BigDecimal perMetre, String percent, int sign) {
        BigDecimal share =
                BigDecimal.ONE.add(new BigDecimal(percent).movePointLeft(2).multiply(BigDecimal.valueOf(sign)));
        return perMetre.multiply(BigDecimal.valueOf(2500)).multiply(share).setScale(6, RoundingMode.UNNECESSARY);
    }

    private static Map<String, Object> deviation(String edition, int diameter, BigDecimal mass) {
        return inputs(
                "edition",
                edition,
                "diameterMm",
                diameter,
                "lengthsMm",
                Collections.nCopies(5, "500"),
                "totalMassG",
                mass);
    }

    @Test
    void fewerThanFivePiecesOrShorterThanHalfAMetreAreRefused() {
        Map<String, Object> four =
                with(deviation("GB1499.2-2024", 20, BigDecimal.TEN), "lengthsMm", texts("500 500 500 500"));
        refused("rebar-mass-deviation", four, "lengthsMm");
        refused("rebar-mass-deviation", with(four, "lengthsMm", texts("500 500 500 500 499.9")), "lengthsMm[4]");
    }

    @ParameterizedTest
    @CsvSource({
        "tt, tt, , , true, PASS",
        "tf, tt, , , true, RETEST",
        "tf, tt, tttf, , true, FAIL",
        "tf, tt, ttt, , true, RETEST",
        "ttf, tt, tttt, , true, RETEST",
        "ttf, tt, tttttt, , true, PASS",
        "tf, tf, , , true, RETEST",
        "tf, tf, tttt, , true, RETEST",
        "tf, tf, tttt, tttt, true, PASS",
        "tf, tf, tttt, tttf, true, FAIL",
        "tf, tt, , , false, FAIL",
    })
    void lots(String tensile, String bend, String tensileAgain, String bendAgain, boolean mass, String expected) {
        Map<String, Object> lot = inputs(
                "first", inputs("tensile", flags(tensile), "bend", flags(bend)),
                "retest", inputs("tensile", flags(tensileAgain), "bend", flags(bendAgain)),
                "massDeviationOk", mass);
        assertThat(verdict("rebar-lot", lot)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "tt, tt, tttt, , true, retest.tensile, standards.lot.retestOfPassed",
        "tf, tt, tttt, tttt, true, retest.bend, standards.lot.retestOfPassed",
        "tt, tt, , f, true, retest.bend, standards.lot.retestOfPassed",
        "tf, tt, tttt, , false, retest.tensile, standards.lot.retestOfLight",
    })
    void aRetestNobodyNeededIsRefusedNotIgnored(
            String tensile, String bend, String tensileAgain, String bendAgain, boolean mass, String at, String code) {
        Map<String, Object> lot = inputs(
                "first", inputs("tensile", flags(tensile), "bend", flags(bend)),
                "retest", inputs("tensile", flags(tensileAgain), "bend", flags(bendAgain)),
                "massDeviationOk", mass);
        refused("rebar-lot", lot, at, code);
    }

    private static List<Boolean> flags(String letters) {
        return letters == null
                ? null
                : letters.chars().mapToObj(letter -> letter == 't').toList();
    }

    @Test
    void aLotWithoutItsFirstTestsIsRefused() {
        Map<String, Object> lot = inputs("first", inputs("tensile", flags("tt")), "massDeviationOk", true);
        refused("rebar-lot", lot, "first.bend");
        refused("rebar-lot", with(lot, "first", inputs("tensile", flags("t"), "bend", flags("tt"))), "first.tensile");
        refused("rebar-lot", with(lot, "first", null), "first");
    }
}
