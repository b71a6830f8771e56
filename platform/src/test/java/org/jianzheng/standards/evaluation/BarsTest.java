package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.evaluate;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jianzheng.standards.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars around a mandrel, where they break, and which of them exist. */
class BarsTest {

    private static final Map<String, Object> BEND = inputs(
            "grade", "HRB400E",
            "diameterMm", 20,
            "test", "BEND",
            "stage", "FIRST",
            "mandrelMm", "80",
            "specimens", bars(2, 0, "180"));

    /** A of 15 %, one less than HRB400 has to have. */
    private static final Map<String, Object> SHORT = inputs(
            "grade", "HRB400",
            "diameterMm", 20,
            "yieldForceKn", "138.2",
            "maxForceKn", "191.5",
            "gaugeAfterFractureMm", "115",
            "strengthInterval", "YB_T_081",
            "ratioFrom", "ROUNDED");

    private static List<Map<String, Object>> bars(int n, int cracked, String angle) {
        return IntStream.range(0, n)
                .mapToObj(i -> inputs("angleDeg", angle, "cracked", i < cracked))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "HPB300, 10, BEND, 10",
        "HRB400, 25, BEND, 100",
        "HRBF400, 28, BEND, 140",
        "HRB400E, 40, BEND, 200",
        "HRB400E, 50, BEND, 300",
        "HRB400E, 25, REVERSE_BEND, 125",
        "HRB500, 25, BEND, 150",
        "HRBF500E, 28, BEND, 196",
        "HRB600, 50, BEND, 400",
        "HRB500E, 50, REVERSE_BEND, 450",
        "HRB335, 20, BEND, ",
    })
    void theMandrelFollowsFromGradeDiameterAndTest(String grade, String diameter, String test, Integer mm) {
        assertThat(Standards.mandrel(grade, diameter, test).orElse(null)).isEqualTo(mm);
    }

    @Test
    void everyBarThatExistsHasItsMandrel() {
        for (StandardTable.Row product : StandardTable.load("rebar-products").rows()) {
            for (String grade : product.words("grades")) {
                ProductStandards.barDiameters(product.text("standard"), grade)
                        .forEach(mm -> assertThat(Standards.mandrel(grade, mm, "BEND"))
                                .as(grade + " " + mm)
                                .isPresent());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "80, 0, 180, PASS",
        "80, 1, 180, RETEST",
        "80, 2, 90, RETEST", // cracked before it was bent enough
        "80, 0, 179, INVALID",
        "81, 0, 180, INVALID",
        "81, 1, 180, INVALID",
        "79, 0, 180, PASS",
        "79, 1, 180, INVALID", // the required mandrel might not have cracked it
        "79, 0, 90, INVALID",
    })
    void whatAMandrelProves(String mandrel, int cracked, String angle, String expected) {
        Map<String, Object> bend = with(BEND, "mandrelMm", mandrel, "specimens", bars(2, cracked, angle));
        assertThat(verdict("rebar-bend", bend)).isEqualTo(expected);
    }

    @Test
    void aLargerLotIsBentOnMoreBarsAndTwiceAsManyAtTheRetest() {
        Map<String, Object> three = with(BEND, "specimensFirst", 3, "specimens", bars(3, 0, "180"));
        assertThat(verdict("rebar-bend", three)).isEqualTo("PASS");
        refused("rebar-bend", with(three, "specimens", bars(2, 0, "180")), "specimens", "standards.input.count");
        Map<String, Object> again = with(three, "stage", "RETEST", "specimens", bars(6, 0, "180"));
        assertThat(verdict("rebar-bend", again)).isEqualTo("PASS");
        assertThat(verdict("rebar-bend", with(again, "specimens", bars(6, 1, "180"))))
                .isEqualTo("FAIL");
        refused("rebar-bend", with(BEND, "stage", "RETEST"), "specimens", "standards.input.count");
        assertThat(new Standards().again("rebar-bend", 3)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"90, 20, PASS", "89, 20, INVALID", "90, 19, INVALID"})
    void aReverseBendHasTwoAngles(String angle, String back, String expected) {
        Map<String, Object> reverse = reverse("HRB400E", angle, back);
        assertThat(verdict("rebar-bend", reverse)).isEqualTo(expected);
    }

    @Test
    void onlyGradesThatAreBentBackAreAndTheirAngleBelongsToThatTest() {
        assertThat(verdict("rebar-bend", with(reverse("HRB600", "90", "20"), "mandrelMm", "140")))
                .isEqualTo("PASS");
        refused("rebar-bend", reverse("HRB500", "90", "20"), "test", "standards.bend.noReverse");
        refused("rebar-bend", reverse("HPB300", "90", "20"), "test", "standards.bend.noReverse");
        refused("rebar-bend", reverse("HRB400E", "90", null), "specimens[0].backAngleDeg", "standards.input.missing");
        refused(
                "rebar-bend",
                with(reverse("HRB400E", "180", "20"), "test", "BEND", "specimensFirst", 1),
                "specimens[0].backAngleDeg",
                "standards.bend.notBentBack");
    }

    private static Map<String, Object> reverse(String grade, String angle, String back) {
        return with(
                BEND,
                "grade",
                grade,
                "test",
                "REVERSE_BEND",
                "mandrelMm",
                "100",
                "specimens",
                List.of(inputs("angleDeg", angle, "backAngleDeg", back, "cracked", false)));
    }

    @ParameterizedTest
    @CsvSource({"GAUGE, FAIL", "THIRD, INVALID", "OUTSIDE, INVALID", "GRIP, INVALID", ", FAIL"})
    void anElongationTooSmallIsVoidWhereTheBarBrokeOutsideTheMiddleOfItsGauge(String place, String expected) {
        Map<String, Object> bar = with(SHORT, "fracturePlace", place);
        assertThat(verdict("rebar-tensile", bar)).isEqualTo(expected);
        assertThat(member("rebar-tensile", bar, "failed")).isEqualTo(List.of("A"));
        assertThat(verdict("rebar-tensile", with(bar, "gaugeAfterFractureMm", "116")))
                .as("one that is great enough counts wherever it broke")
                .isEqualTo("PASS");
    }

    @Test
    void theFracturePlaceExcusesNothingButTheElongation() {
        Map<String, Object> weak = with(SHORT, "fracturePlace", "OUTSIDE", "maxForceKn", "150");
        assertThat(verdict("rebar-tensile", weak)).isEqualTo("FAIL");
        Map<String, Object> brittle = with(SHORT, "fracturePlace", "GRIP", "gaugeAgtAfterMm", "101");
        assertThat(verdict("rebar-tensile", brittle)).isEqualTo("FAIL");
        assertThat(evaluate("rebar-tensile", weak).decisions()).containsEntry("fracturePlace", "OUTSIDE");
    }

    @Test
    void aProductStandardListsItsOwnBarsAndTheirSizes() {
        assertThat(ProductStandards.barDiameters("GB 1499.2-2024", "HPB300")).isEmpty();
        assertThat(ProductStandards.barDiameters("GB 1499.1-2024", "HRB400")).isEmpty();
        assertThat(ProductStandards.barDiameters("GB 1499.1-2024", "HPB300"))
                .startsWith("6")
                .endsWith("25");
        assertThat(ProductStandards.barDiameters("GB/T 1499.2-2018", "HRB600")).endsWith("50");
        assertThat(ProductStandards.barGrades("GB1499.1-2024")).containsExactly("HPB300");
    }

    @Test
    void aBarThatNoStandardListsIsRefusedWithTheStandardNamed() {
        Map<String, Object> plain = with(SHORT, "grade", "HPB300", "gaugeAfterFractureMm", "200", "diameterMm", 28);
        refused("rebar-tensile", plain, "diameterMm", "standards.rebar.noSize");
        refused("rebar-tensile", with(plain, "edition", "GB1499.1-2017"), "diameterMm", "standards.rebar.noSize");
        refused("rebar-tensile", with(SHORT, "edition", "GB1499.1-2024"), "grade", "standards.rebar.noGrade");
        refused("rebar-bend", with(BEND, "grade", "HPB300", "diameterMm", 50), "diameterMm", "standards.rebar.noSize");
        Map<String, Object> joint = inputs(
                "grade",
                "HPB300",
                "diameterMm",
                32,
                "splice",
                "II",
                "specimens",
                Collections.nCopies(3, inputs("maxForceKn", "400", "failure", "BAR")));
        refused("mechanical-splice", joint, "diameterMm", "standards.rebar.noSize");
    }
}
