package org.jianzheng.standards;

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
import java.util.stream.Stream;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cement by its physical properties, concrete under water, cover of bars: what is done again, and what decides. */
class PhysicalTest {

    private static final Map<String, Object> CEMENT = inputs(
            "edition", "GB175-2023",
            "cementKind", "P_O",
            "initialMin", "165",
            "finalMin", "230",
            "soundness", needles("10.0 11.0", "10.0 12.0"));

    private static final Map<String, Object> PERMEABILITY = inputs(
            "grade", "P8", "purpose", "ACCEPTANCE", "reachedMpa", "0.8", "specimens", Collections.nCopies(6, Map.of()));

    private static List<Map<String, Object>> needles(String... readings) {
        return Stream.of(readings)
                .map(pair -> pair.split(" "))
                .map(pair -> inputs("aMm", pair[0], "cMm", pair[1]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "GB175-2023, P_I, surfaceM2Kg, 300, PASS",
        "GB175-2023, P_I, surfaceM2Kg, 299.5, PASS", // to 1: 300, half to even
        "GB175-2023, P_II, surfaceM2Kg, 400.6, FAIL",
        "GB175-2023, P_C, residue45Percent, 4.96, PASS", // to 0.1: 5.0
        "GB175-2023, P_F, residue45Percent, 4.9, FAIL",
        "GB175-2007-PO, P_O, surfaceM2Kg, 300, PASS",
        "GB175-2007-PO, P_O, surfaceM2Kg, 460, PASS", // 2007 knew no upper bound
        "GB175-2007-PSPFC, P_S, residue45Percent, 30.0, PASS",
        "GB175-2007-PSPFC, P_S, residue45Percent, 30.1, FAIL",
        "GB175-2007-PSPFC, P_S, residue45Percent, 1.0, PASS",
    })
    void finenessIsJudgedByTheKindAndTheEditionAsItIsPrinted(
            String edition, String kind, String field, String value, String expected) {
        Map<String, Object> cement = with(CEMENT, "edition", edition, "cementKind", kind, field, value);
        assertThat(verdict("cement-physical", cement)).isEqualTo(expected);
    }

    @Test
    void aKindThatTheEditionsTableDoesNotListIsRefused() {
        refused(
                "cement-physical",
                with(CEMENT, "edition", "GB175-2007-PO", "cementKind", "P_S"),
                "cementKind",
                "standards.cement.noKind");
        refused(
                "cement-physical",
                with(CEMENT, "edition", "GB175-2007-PSPFC", "cementKind", "P_O"),
                "cementKind",
                "standards.cement.noKind");
    }

    @ParameterizedTest
    @CsvSource({"P_I, 390, PASS", "P_I, 391, FAIL", "P_II, 391, FAIL", "P_O, 600, PASS", "P_C, 601, FAIL"})
    void theFinalSetIsLimitedByTheKind(String kind, String minutes, String expected) {
        Map<String, Object> cement = with(CEMENT, "cementKind", kind, "finalMin", minutes);
        assertThat(verdict("cement-physical", cement)).isEqualTo(expected);
    }

    @Test
    void theRepetitionOfAnUnsoundSampleDecidesAndNothingElseMayBeRepeated() {
        Map<String, Object> unsound = with(CEMENT, "soundness", needles("10.0 15.0", "10.0 15.5"));
        assertThat(verdict("cement-physical", unsound)).isEqualTo("RETEST");
        Map<String, Object> again = with(unsound, "soundnessRepeat", needles("10.0 15.0", "10.0 15.5"));
        assertThat(member("cement-physical", again, "failed")).isEqualTo(List.of("soundness"));
        refused(
                "cement-physical",
                with(CEMENT, "soundnessRepeat", needles("10.0 11.0", "10.0 11.0")),
                "soundnessRepeat",
                "standards.cement.repeatOfSound");
        refused(
                "cement-physical",
                with(CEMENT, "soundness", null, "soundnessRepeat", needles("10.0 11.0", "10.0 11.0")),
                "soundnessRepeat",
                "standards.cement.repeatOfSound");
    }

    @Test
    void whatHasFailedFailsAtOnceWhateverTheBoilingWouldBring() {
        Map<String, Object> slow = with(CEMENT, "finalMin", "601");
        assertThat(verdict("cement-physical", with(slow, "soundness", null))).isEqualTo("FAIL");
        assertThat(verdict("cement-physical", with(slow, "soundness", needles("10.0 16.0", "10.0 16.0"))))
                .isEqualTo("FAIL");
    }

    /** Swapped, an expansion of 6 mm would be one of -6 mm and pass. */
    @Test
    void needlesThatCloseAreReadingsInTheWrongOrder() {
        refused(
                "cement-physical",
                with(CEMENT, "soundness", needles("10.0 11.0", "16.0 10.0")),
                "soundness[1].cMm",
                "standards.cement.needlesClosed");
        assertThat(member(
                        "cement-physical",
                        with(CEMENT, "soundness", needles("10.5 10.0", "10.0 10.0")),
                        "expansionsMm"))
                .isEqualTo(List.of("-0.5", "0.0"));
    }

    @Test
    void theOrderOfTheLeaksChangesNothing() {
        List<Map<String, Object>> late = Stream.of("0.8", "0.5", "0.6", null, null, null)
                .map(leak -> inputs("leakMpa", leak))
                .toList();
        Evaluation evaluation = evaluate("concrete-permeability", with(PERMEABILITY, "specimens", late));
        assertThat(evaluation.outcome()).containsEntry("thirdLeakMpa", "0.8").containsEntry("gradeP", 7);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aMixIsDesignedWithSomethingToSpare() {
        Map<String, Object> mix = with(PERMEABILITY, "purpose", "MIX_DESIGN");
        assertThat(verdict("concrete-permeability", mix)).isEqualTo("PENDING");
        assertThat(verdict("concrete-permeability", with(mix, "reachedMpa", "1.0")))
                .isEqualTo("PASS");
        assertThat(verdict("concrete-permeability", PERMEABILITY)).isEqualTo("PASS");
    }

    @Test
    void pressuresAreStepsAndGradesThoseOfTheList() {
        refused(
                "concrete-permeability",
                with(PERMEABILITY, "reachedMpa", "0.85"),
                "reachedMpa",
                "standards.permeability.step");
        refused("concrete-permeability", with(PERMEABILITY, "grade", "P5"), "grade");
        refused(
                "concrete-permeability",
                with(PERMEABILITY, "specimens", Collections.nCopies(5, Map.of())),
                "specimens");
    }

    @ParameterizedTest
    @CsvSource({
        "BEAM, 25, 35, 18, 0, PASS", // +10, -7
        "BEAM, 25, 36, 18, 0, FAIL", // 9 of 10 would pass; one of two fails
        "SLAB, 15, 23, 10, 5, PASS", // +8, -5
    })
    void theAllowanceIsThatOfTheKind(String kind, String design, String most, String least, int more, String expected) {
        List<Map<String, Object>> bars = Stream.concat(
                        Stream.of(bar(most), bar(least)), Collections.nCopies(more, bar(design)).stream())
                .toList();
        assertThat(verdict("cover-thickness", cover(kind, design, bars))).isEqualTo(expected);
    }

    @Test
    void aSecondSamplingIsOfAsManyComponentsAndOnlyBetweenTheTwoRates() {
        List<Map<String, Object>> between = Stream.concat(
                        Collections.nCopies(8, bar("25")).stream(), Stream.of(bar("36"), bar("36")))
                .toList();
        Map<String, Object> first = cover("BEAM", "25", between);
        List<Object> one = List.of(inputs("designMm", "25", "bars", Collections.nCopies(10, bar("25"))));
        assertThat(verdict("cover-thickness", first)).isEqualTo("RETEST");
        assertThat(verdict("cover-thickness", with(first, "second", one))).isEqualTo("PASS");
        refused("cover-thickness", with(first, "second", List.of(one.get(0), one.get(0))), "second");
        Map<String, Object> failed = cover("BEAM", "25", Collections.nCopies(6, bar("36")));
        refused("cover-thickness", with(failed, "second", one), "second", "standards.cover.secondNotNeeded");
    }

    @Test
    void aPointBeyondOneAndAHalfFailsTheSecondSamplingToo() {
        List<Map<String, Object>> between = Stream.concat(
                        Collections.nCopies(8, bar("25")).stream(), Stream.of(bar("36"), bar("36")))
                .toList();
        List<Map<String, Object>> far = Stream.concat(Collections.nCopies(19, bar("25")).stream(), Stream.of(bar("41")))
                .toList();
        Map<String, Object> both =
                with(cover("BEAM", "25", between), "second", List.of(inputs("designMm", "25", "bars", far)));
        assertThat(member("cover-thickness", both, "ratePercent")).isEqualTo("90.0");
        assertThat(member("cover-thickness", both, "beyondOneAndHalf")).isEqualTo(true);
        assertThat(verdict("cover-thickness", both)).isEqualTo("FAIL");
    }

    /** 224 of 249 prints as 90.0 % and is less. */
    @Test
    void theRateIsComparedAsItIsNotAsPrinted() {
        List<Map<String, Object>> some = Stream.concat(
                        Collections.nCopies(74, bar("25")).stream(), Collections.nCopies(25, bar("36")).stream())
                .toList();
        List<Object> components = List.of(
                inputs("designMm", "25", "bars", Collections.nCopies(150, bar("25"))),
                inputs("designMm", "25", "bars", some));
        Map<String, Object> cover = inputs("kind", "BEAM", "components", components);
        assertThat(member("cover-thickness", cover, "ratePercent")).isEqualTo("90.0");
        assertThat(verdict("cover-thickness", cover)).isEqualTo("RETEST");
    }

    private static Map<String, Object> bar(String mm) {
        return inputs("pointsMm", List.of(mm, mm, mm));
    }

    private static Map<String, Object> cover(String kind, String design, List<Map<String, Object>> bars) {
        return inputs("kind", kind, "components", List.of(inputs("designMm", design, "bars", bars)));
    }
}
