package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.standards.Trials.evaluate;
import static org.jianzheng.standards.Trials.inputs;
import static org.jianzheng.standards.Trials.member;
import static org.jianzheng.standards.Trials.refused;
import static org.jianzheng.standards.Trials.texts;
import static org.jianzheng.standards.Trials.verdict;
import static org.jianzheng.standards.Trials.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cement: the ±10 % rules and the classes of each edition. */
class CementTest {

    private static final List<String> ITEMS = List.of("flexural3d", "flexural28d", "compressive3d", "compressive28d");

    @ParameterizedTest
    @CsvSource({
        "2900 3010 2950, MEAN_OF_THREE, 6.9",
        "2000 2000 5000, NONE_LEFT, ", // 4.7 4.7 11.7: mean 7.0, none within 6.3 to 7.7
        "3840 4266.7 4693.3, MEAN_OF_THREE, 10.0", // 9.0 and 11.0 stand on the bounds
    })
    void flexural(String loads, String rule, String result) {
        Evaluation evaluation = evaluate("cement-flexural", inputs("loadsN", texts(loads)));
        assertThat(evaluation.outcome().get("rule")).isEqualTo(rule);
        assertThat(evaluation.outcome().get("resultMpa")).isEqualTo(result);
    }

    @Test
    void oneOfTheRemainingFiveOutsideVoidsTheTest() {
        // singles 43.0 44.0 50.0 50.0 50.0 53.0: mean 48.3 band 43.47…53.13 → 43.0 out; five mean 49.4 band 44.46… →
        // 44.0 out
        Map<String, Object> inFive = inputs("singles", "ROUNDED", "loadsKn", texts("68.8 70.4 80 80 80 84.8"));
        assertThat(member("cement-compressive", inFive, "rule")).isEqualTo("VOID_IN_FIVE");
        assertThat(member("cement-compressive", inFive, "resultMpa")).isNull();
        assertThat(verdict("cement-compressive", inFive)).isEqualTo("INVALID");
    }

    @Test
    void theTextbooksLoadsAreVoidOnceTheirSinglesAreRounded() {
        Map<String, Object> loads = inputs("singles", "ROUNDED", "loadsKn", texts("65 64 64 53 66 70"));
        assertThat(member("cement-compressive", loads, "rule")).isEqualTo("VOID_TWO_OF_SIX");
        assertThat(member("cement-compressive", with(loads, "singles", "UNROUNDED"), "resultMpa"))
                .isEqualTo("41.1");
    }

    @Test
    void theOrderOfTheHalvesChangesNothing() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            List<String> loads = new ArrayList<>(
                    random.ints(6, 60, 90).mapToObj(String::valueOf).toList());
            Map<String, Object> given = inputs("singles", "ROUNDED", "loadsKn", List.copyOf(loads));
            Collections.shuffle(loads, random);
            Map<String, Object> shuffled = with(given, "loadsKn", loads);
            assertThat(member("cement-compressive", shuffled, "resultMpa"))
                    .isEqualTo(member("cement-compressive", given, "resultMpa"));
            assertThat(member("cement-compressive", shuffled, "rule"))
                    .isEqualTo(member("cement-compressive", given, "rule"));
        }
    }

    static Stream<StandardTable.Row> classes() {
        return StandardTable.load("cement-class").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyClassPassesOnItsLimitsAndFailsATenthBelow(StandardTable.Row row) {
        Map<String, Object> on = inputs("edition", row.text("edition"), "strengthClass", row.text("strength_class"));
        ITEMS.forEach(item -> on.put(item, row.text(item)));
        assertThat(verdict("cement-class", on)).isEqualTo("PASS");
        for (String item : ITEMS) {
            BigDecimal below = row.decimal(item).subtract(Gb8170.TENTH);
            assertThat(member("cement-class", with(on, item, below), "failed")).isEqualTo(List.of(item));
        }
    }

    @Test
    void whatFailsAtThreeDaysNeedNotWaitForTwentyEight() {
        Map<String, Object> early =
                inputs("edition", "GB175-2023", "strengthClass", "42.5", "flexural3d", "3.9", "compressive3d", "20.0");
        assertThat(verdict("cement-class", early)).isEqualTo("FAIL");
        assertThat(verdict("cement-class", with(early, "flexural3d", "4.0"))).isEqualTo("PENDING");
    }

    @Test
    void aClassTheEditionDoesNotHaveIsRefused() {
        Map<String, Object> none = inputs(
                "edition", "GB175-2007-PO", "strengthClass", "32.5", "flexural3d", "3.9", "compressive3d", "20.0");
        refused("cement-class", none, "strengthClass");
        refused("cement-class", with(none, "edition", "GB175-1999"), "edition");
    }

    /** Named in the standard's own words: what is not made, and what another kind's table would let pass. */
    @ParameterizedTest
    @CsvSource({
        "GB175-2023, P_C, 32.5, strengthClass, standards.cement.notMade",
        "GB175-2023, P_C, 32.5R, strengthClass, standards.cement.notMade",
        "GB175-2023, P_O, 32.5, strengthClass, standards.cement.notMade",
        "GB175-2023, P_I, 32.5, strengthClass, standards.cement.notMade",
        "GB175-2023, P_S, 62.5, strengthClass, standards.cement.notMade",
        "GB175-2007-PO, P_O, 62.5, strengthClass, standards.cement.notMade",
        "GB175-2007-PO, P_O, 62.5R, strengthClass, standards.cement.notMade",
        "GB175-2007-PSPFC, P_I, 42.5, cementKind, standards.cement.noKind",
        "GB175-2007-PSPFC, P_O, 42.5, cementKind, standards.cement.noKind",
        "GB175-2007-PO, P_S, 42.5, cementKind, standards.cement.noKind",
        "GB175-2007-PSPFC, P_S, 62.5, strengthClass, standards.cement.noClass",
    })
    void aCementThatIsNotMadeOrStandsInAnotherTableIsRefused(
            String edition, String kind, String strengthClass, String field, String code) {
        Map<String, Object> cement = inputs(
                "edition", edition,
                "cementKind", kind,
                "strengthClass", strengthClass,
                "flexural3d", "9.0",
                "compressive3d", "60.0");
        refused("cement-class", cement, field, code);
        assertThat(ProductStandards.cementClasses(edition, kind)).doesNotContain(strengthClass);
    }

    @Test
    void everyKindOfAnEditionHasClassesAndPhysicalLimitsAndIsJudgedByThem() {
        for (String edition : StandardTable.load("cement-class").values("edition")) {
            assertThat(ProductStandards.cementKinds(edition)).isNotEmpty();
            for (String kind : ProductStandards.cementKinds(edition)) {
                assertThat(ProductStandards.cementClasses(edition, kind))
                        .isNotEmpty()
                        .isEqualTo(ProductStandards.cementClasses(edition, kind.replace('_', '·')));
                Map<String, Object> physical =
                        inputs("edition", edition, "cementKind", kind, "initialMin", "60", "finalMin", "90");
                assertThat(verdict("cement-physical", physical)).isEqualTo("PENDING");
                for (String strengthClass : ProductStandards.cementClasses(edition, kind)) {
                    Map<String, Object> cement = inputs(
                            "edition", edition,
                            "cementKind", kind,
                            "strengthClass", strengthClass,
                            "flexural3d", "9.0",
                            "compressive3d", "60.0");
                    assertThat(verdict("cement-class", cement)).isEqualTo("PENDING");
                }
            }
        }
    }
}
