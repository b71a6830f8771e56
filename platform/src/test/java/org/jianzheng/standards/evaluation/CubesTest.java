package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.evaluate;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.texts;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concrete and mortar: groups of three, and batches of groups. */
class CubesTest {

    private static final Map<String, Object> CUBE = inputs(
            "grade",
            "C30",
            "sizeMm",
            150,
            "curing",
            "STANDARD",
            "sizeFactorStage",
            "GROUP",
            "loadsKn",
            texts("675 675 675"));

    // 22.0/25.3/22.0: in binary 25.3 - 22.0 is a hair over 0.15 × 22.0.
    @Test
    void exactlyFifteenPercentIsNotOverWhereBinaryFloatsSayItIs() {
        assertThat(member("concrete-cube", with(CUBE, "loadsKn", texts("495 569.25 495")), "rule"))
                .hasToString("MEAN");
    }

    @Test
    void theOrderOfTheCubesChangesNothing() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            List<String> loads = new ArrayList<>();
            for (int cube = 0; cube < 3; cube++) {
                loads.add(String.valueOf(500 + random.nextInt(400)));
            }
            Evaluation given = evaluate("concrete-cube", with(CUBE, "loadsKn", List.copyOf(loads)));
            Collections.shuffle(loads, random);
            Evaluation shuffled = evaluate("concrete-cube", with(CUBE, "loadsKn", loads));
            assertThat(shuffled.outcome().get("resultMpa"))
                    .isEqualTo(given.outcome().get("resultMpa"));
            assertThat(shuffled.outcome().get("rule")).isEqualTo(given.outcome().get("rule"));
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 0.95", "150, 1.00", "200, 1.05"})
    void everySizeHasItsFactor(int size, String factor) {
        String load = String.valueOf(size * size * 30 / 1000);
        Map<String, Object> cube = with(CUBE, "sizeMm", size, "loadsKn", List.of(load, load, load));
        assertThat(member("concrete-cube", cube, "sizeFactor")).isEqualTo(factor);
        assertThat(member("concrete-cube", cube, "singlesMpa")).isEqualTo(List.of("30.0", "30.0", "30.0"));
    }

    @Test
    void perSpecimenTheFifteenPercentRuleSeesTheFactoredSingles() {
        // 20.0 20.0 17.0: exactly 15 %; factored 19.0 19.0 16.2 (16.15, tie to even): 2.8 ≤ 2.85 still the mean
        Map<String, Object> cube =
                with(CUBE, "sizeMm", 100, "loadsKn", texts("200 200 170"), "sizeFactorStage", "SPECIMEN");
        assertThat(member("concrete-cube", cube, "factoredSinglesMpa")).isEqualTo(List.of("19.0", "19.0", "16.2"));
        assertThat(member("concrete-cube", cube, "resultMpa")).isEqualTo("18.1");
    }

    @Test
    void theVerdictComparesStrengthsNeverThePercentage() {
        // 29.9 of 30 prints as 100 %
        Map<String, Object> cube = with(CUBE, "loadsKn", texts("672.75 672.75 672.75"));
        assertThat(member("concrete-cube", cube, "percentOfGrade")).isEqualTo("100");
        assertThat(verdict("concrete-cube", cube)).isEqualTo("FAIL");
    }

    @Test
    void gradesSizesAndFieldsOutsideTheListsAreRefused() {
        refused("concrete-cube", with(CUBE, "grade", "C105"), "grade");
        refused("concrete-cube", with(CUBE, "grade", "c30"), "grade");
        refused("concrete-cube", with(CUBE, "sizeMm", 151), "sizeMm");
        refused("concrete-cube", with(CUBE, "curing", null), "curing");
        refused("concrete-cube", with(CUBE, "age", 28), "age");
    }

    @Test
    void doublesAreNotLetIn() {
        refused("concrete-cube", with(CUBE, "loadsKn", List.of(675.0, 675.0, 675.0)), "loadsKn[0]");
    }

    @Test
    void mortarOnAPorousBaseIsNotMultiplied() {
        Map<String, Object> mortar = inputs("grade", "M5", "k", "1.00", "loadsKn", texts("30 30 30"));
        assertThat(member("mortar-cube", mortar, "resultMpa")).isEqualTo("6.0");
        refused("mortar-cube", with(mortar, "k", "1.36"), "k");
    }

    @ParameterizedTest
    @CsvSource({"7, , ", "7, 28, ", "28, 60, ", "28, , FAIL", "28, 28, FAIL", "60, 60, FAIL", "60, 28, FAIL", ", , FAIL"
    })
    void beforeTheDesignAgeAStrengthIsToldAndNotJudged(Integer age, Integer design, String expected) {
        Map<String, Object> days = inputs("ageDays", age, "designAgeDays", design);
        Map<String, Object> cube = with(CUBE, "loadsKn", texts("450 450 450"));
        cube.putAll(days);
        assertThat(verdict("concrete-cube", cube)).isEqualTo(expected);
        assertThat(member("concrete-cube", cube, "percentOfGrade")).isEqualTo("67");
        Map<String, Object> mortar = inputs("grade", "M10", "k", "1.00", "loadsKn", texts("30 30 30"));
        mortar.putAll(days);
        assertThat(verdict("mortar-cube", mortar)).isEqualTo(expected);
        assertThat(member("mortar-cube", mortar, "resultMpa")).isEqualTo("6.0");
    }

    @Test
    void anEarlyGroupThatIsVoidIsVoid() {
        Map<String, Object> early = with(CUBE, "ageDays", 7, "loadsKn", texts("400 600 800"));
        assertThat(verdict("concrete-cube", early)).isEqualTo("INVALID");
        assertThat(evaluate("concrete-cube", with(CUBE, "ageDays", 7)).decisions())
                .containsEntry("ageDays", "7")
                .containsEntry("designAgeDays", "28");
    }

    @Test
    void anAgeStandsWithTheDesignAgeAndNotWithDegreeDays() {
        refused("concrete-cube", with(CUBE, "designAgeDays", 60), "ageDays", "standards.input.missing");
        refused(
                "concrete-cube",
                with(CUBE, "ageDays", 14, "curing", "SAME_CONDITION_600"),
                "ageDays",
                "standards.cube.ageOfDegreeDays");
        refused("concrete-cube", with(CUBE, "ageDays", "7.5"), "ageDays", "standards.input.places");
    }

    @ParameterizedTest
    @CsvSource({
        "M10, 11.0 10.9, FAIL",
        "M10, 11.0 11.0, PASS",
        "M10, 10.9, FAIL",
        "M10, 20.0 20.0 8.4, FAIL",
        "M7.5, 9.0 9.0 6.4, FAIL",
        "M7.5, 9.6 8.8 6.4, PASS",
    })
    void mortarBatches(String grade, String groups, String expected) {
        assertThat(verdict("mortar-batch", inputs("grade", grade, "groupsMpa", texts(groups))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "KNOWN_SIGMA, 20, 2.50, 22.0 21.8 21.5, PASS", // mean 21.8 ≥ 21.75
        "KNOWN_SIGMA, 20, 4.00, 23.0 23.0 22.3, PASS", // mean 22.767 is 22.8
        "KNOWN_SIGMA, 20, 4.00, 23.0 23.0 22.1, FAIL", // 22.7
        "KNOWN_SIGMA, 30, 6.00, 40.0 40.0 26.9, FAIL", // 0.90 fk = 27.0 rules over 30 - 4.2 = 25.8
        "KNOWN_SIGMA, 30, 6.00, 40.0 40.0 27.0, PASS",
        "KNOWN_SIGMA, 20, 6.00, 40.0 40.0 17.0, PASS", // 0.85 fk up to C20
        "NON_STATISTICAL, 55, , 63.3 63.2 63.2, FAIL",
        "NON_STATISTICAL, 60, , 66.0 66.0 66.0, PASS",
        "NON_STATISTICAL, 60, , 70.0 70.0 56.9, FAIL",
    })
    void concreteBatches(String procedure, String fcuk, String sigma0, String groups, String expected) {
        Map<String, Object> batch =
                inputs("procedure", procedure, "fcuk", fcuk, "sigma0", sigma0, "groupsMpa", texts(groups));
        assertThat(verdict("concrete-batch", batch)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 32.9, 27", "14, 32.9, 27", "15, 32.7, 25.5", "19, 32.7, 25.5", "20, 32.4, 25.5", "45, 32.4, 25.5"})
    void theCoefficientsFollowTheNumberOfGroups(int groups, String reached, String lowest) {
        Map<String, Object> batch =
                inputs("procedure", "UNKNOWN_SIGMA", "fcuk", 30, "groupsMpa", Collections.nCopies(groups, reached));
        Evaluation evaluation = evaluate("concrete-batch", batch);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluation.limits().get("minMpa")).asString().contains("value=" + lowest + ",");
        String below = new java.math.BigDecimal(reached).subtract(Gb8170.TENTH).toPlainString();
        assertThat(verdict("concrete-batch", with(batch, "groupsMpa", Collections.nCopies(groups, below))))
                .isEqualTo("FAIL");
    }

    /** 28.46 would be printed 28.5 and judged below 28.5. */
    @Test
    void whatIsJudgedIsWhatIsShown() {
        Map<String, Object> batch =
                inputs("procedure", "NON_STATISTICAL", "fcuk", 30, "groupsMpa", texts("40.0 40.0 28.5"));
        assertThat(evaluate("concrete-batch", batch).outcome())
                .containsEntry("minMpa", "28.5")
                .containsEntry("minOk", true);
        refused(
                "concrete-batch",
                with(batch, "groupsMpa", texts("40.0 40.0 28.46")),
                "groupsMpa[2]",
                "standards.input.places");
        refused(
                "mortar-batch",
                inputs("grade", "M10", "groupsMpa", texts("11.04")),
                "groupsMpa[0]",
                "standards.input.places");
        refused(
                "concrete-batch",
                with(batch, "procedure", "KNOWN_SIGMA", "sigma0", "2.505"),
                "sigma0",
                "standards.input.places");
        assertThat(verdict("concrete-batch", with(batch, "groupsMpa", texts("40.00 40.0 28.500"))))
                .isEqualTo("PASS");
        assertThat(evaluate("mortar-batch", inputs("grade", "M10", "groupsMpa", texts("11.0")))
                        .outcome())
                .as("the lowest is shown for few groups too")
                .containsEntry("minMpa", "11.0");
    }

    @Test
    void aProcedureWithTheWrongNumberOfGroupsIsRefused() {
        Map<String, Object> batch = inputs("procedure", "UNKNOWN_SIGMA", "fcuk", 30);
        refused("concrete-batch", with(batch, "groupsMpa", Collections.nCopies(9, "35")), "groupsMpa");
        refused(
                "concrete-batch",
                with(batch, "procedure", "NON_STATISTICAL", "groupsMpa", Collections.nCopies(10, "35")),
                "groupsMpa");
        refused("concrete-batch", with(batch, "procedure", "KNOWN_SIGMA", "groupsMpa", texts("35 35 35")), "sigma0");
        refused(
                "concrete-batch",
                with(batch, "procedure", "KNOWN_SIGMA", "sigma0", "3", "groupsMpa", texts("35 35")),
                "groupsMpa");
        refused("concrete-batch", with(batch, "sigma0", "3", "groupsMpa", Collections.nCopies(10, "35")), "sigma0");
    }
}
