package org.jianzheng.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Welds and mechanical splices: every row of their tables, in any order of the specimens. */
class JointsTest {

    /** B base metal, H heat affected zone, W weld; small letter: below the bar's 540; ! in the mode not listed. */
    @ParameterizedTest
    @CsvSource({
        "FIRST, B B B, PASS",
        "FIRST, B H B, PASS",
        "FIRST, B B W, PASS",
        "FIRST, B B w, RETEST",
        "FIRST, B W W, RETEST",
        "FIRST, B W w, RETEST",
        "FIRST, B w w, RETEST",
        "FIRST, W W W, RETEST",
        "FIRST, W W w, FAIL",
        "FIRST, w w w, FAIL",
        "FIRST, b B B, REFER",
        "FIRST, h B B, REFER",
        "FIRST, b w w, REFER",
        "FIRST, B! B B, REFER",
        "FIRST, B B W!, REFER",
        "FIRST, B B H!, PASS", // HAZ brittle counts as weld
        "FIRST, B B h!, RETEST",
        "RETEST, B B B B B B, PASS",
        "RETEST, B B B B W W, PASS",
        "RETEST, B B B H W H!, PASS",
        "RETEST, B B B B B w, FAIL",
        "RETEST, B B B W W W, FAIL",
        "RETEST, W W W W W W, FAIL",
        "RETEST, B B B B B b, REFER",
        "RETEST, B B B B B W!, REFER",
    })
    void weldsByPlaceModeAndStrength(String stage, String breaks, String expected) {
        List<Map<String, Object>> specimens = new ArrayList<>(
                Stream.of(breaks.split(" ")).map(JointsTest::weld).toList());
        Map<String, Object> weld = inputs("grade", "HRB400", "diameterMm", 20, "stage", stage);
        for (int turn = 0; turn < specimens.size(); turn++) {
            Collections.rotate(specimens, 1);
            assertThat(verdict("weld-tensile", with(weld, "specimens", List.copyOf(specimens))))
                    .isEqualTo(expected);
        }
    }

    private static Map<String, Object> weld(String code) {
        boolean strong = Character.isUpperCase(code.charAt(0));
        char place = Character.toUpperCase(code.charAt(0));
        boolean ductile = (place != 'W') != code.endsWith("!");
        return inputs(
                "maxForceKn", strong ? "182" : "166",
                "place", place == 'B' ? "BASE_METAL" : place == 'W' ? "WELD" : "HEAT_AFFECTED_ZONE",
                "mode", ductile ? "DUCTILE" : "BRITTLE");
    }

    @Test
    void theNumberOfWeldsMustFitTheStage() {
        Map<String, Object> weld = inputs(
                "grade", "HRB400", "diameterMm", 20, "stage", "RETEST", "specimens", Collections.nCopies(3, weld("B")));
        refused("weld-tensile", weld, "specimens");
        refused("weld-tensile", with(weld, "specimens", Collections.nCopies(7, weld("B"))), "specimens");
        refused("weld-tensile", with(weld, "stage", "SECOND"), "stage");
    }

    @ParameterizedTest
    @CsvSource({"3, 0, PASS", "3, 1, PASS", "3, 2, RETEST", "3, 3, FAIL", "6, 2, PASS", "6, 3, FAIL", "6, 6, FAIL"})
    void bentWelds(int specimens, int broken, String expected) {
        List<String> cracks = IntStream.range(0, specimens)
                .mapToObj(i -> i < broken ? "0.5" : "0.499")
                .toList();
        assertThat(verdict("weld-bend", inputs("crackWidthsMm", cracks))).isEqualTo(expected);
        assertThat(member("weld-bend", inputs("crackWidthsMm", cracks), "broken"))
                .isEqualTo(broken);
    }

    @Test
    void bentWeldsComeInThreesOrSixes() {
        for (int n : new int[] {2, 4, 5, 7}) {
            refused("weld-bend", inputs("crackWidthsMm", Collections.nCopies(n, "0")), "crackWidthsMm");
        }
        refused("weld-bend", inputs("crackWidthsMm", List.of("0", "-0.1", "0")), "crackWidthsMm[1]");
    }

    /** 25 mm: 490.9 mm². HRB400 and HRB500 at the limit and one interval below. */
    @ParameterizedTest
    @CsvSource({
        "HRB400, I, BAR, 540, 535",
        "HRB400, I, CONNECTOR, 595, 590", // 594
        "HRB400, II, BAR, 540, 535",
        "HRB400, II, CONNECTOR, 540, 535",
        "HRB400, III, BAR, 500, 495",
        "HRB400, III, CONNECTOR, 500, 495",
        "HRB500E, I, BAR, 630, 625",
        "HRB500E, I, CONNECTOR, 695, 690", // 693
        "HRB500E, III, CONNECTOR, 625, 620",
        "HPB300, I, CONNECTOR, 465, 460", // 462
        "HPB300, III, BAR, 375, 370",
    })
    void splicesByClassAndFailure(String grade, String splice, String failure, int enough, int tooLittle) {
        assertThat(verdict("mechanical-splice", splices(grade, splice, failure, enough, 0, 3)))
                .isEqualTo("PASS");
        assertThat(verdict("mechanical-splice", splices(grade, splice, failure, tooLittle, 1, 3)))
                .isEqualTo("RETEST");
        assertThat(verdict("mechanical-splice", splices(grade, splice, failure, tooLittle, 2, 3)))
                .isEqualTo("FAIL");
        assertThat(verdict("mechanical-splice", splices(grade, splice, failure, tooLittle, 1, 6)))
                .isEqualTo("FAIL");
        assertThat(verdict("mechanical-splice", splices(grade, splice, failure, enough, 0, 6)))
                .isEqualTo("PASS");
    }

    private static Map<String, Object> splices(String grade, String splice, String failure, int mpa, int weak, int n) {
        List<Map<String, Object>> specimens = IntStream.range(0, n)
                .mapToObj(i -> i >= weak && weak > 0 ? 900 : mpa)
                .map(strength -> inputs("maxForceKn", force(strength), "failure", failure))
                .toList();
        return inputs("grade", grade, "splice", splice, "diameterMm", 25, "specimens", specimens);
    }

    private static String force(int mpa) {
        return new java.math.BigDecimal("0.4909")
                .multiply(java.math.BigDecimal.valueOf(mpa))
                .toPlainString();
    }

    @Test
    void splicesComeInThreesOrSixes() {
        Map<String, Object> four = splices("HRB400", "I", "BAR", 600, 0, 4);
        refused("mechanical-splice", four, "specimens");
        refused("mechanical-splice", with(splices("HRB400", "I", "BAR", 600, 0, 3), "splice", "IV"), "splice");
    }
}
