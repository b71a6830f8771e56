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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sand and stone: every limit of every grade and class, and what may not be mixed. */
class AggregatesTest {

    private static final Map<String, Object> SAND =
            inputs("standard", "JGJ52-2006", "concreteGrade", "C30", "clay", pair("97"), "lumps", pair("99"));

    private static final Map<String, Object> STONE =
            inputs("standard", "JGJ52-2006", "concreteGrade", "C30", "rock", "PEBBLE");

    /** Two samples of 100 g, so that grams are per cent. */
    private static List<Map<String, Object>> pair(String after) {
        return Collections.nCopies(2, inputs("beforeG", "100", "afterG", after));
    }

    static Stream<StandardTable.Row> limits() {
        return StandardTable.load("aggregate-limits").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void everyLimitPassesOnItAndFailsATenthOrOneAbove(StandardTable.Row limit) {
        BigDecimal most = limit.decimal("limit");
        boolean whole =
                limit.is("item", "flaky") || (limit.is("item", "crushing") && limit.is("standard", "GB/T 14685-2022"));
        BigDecimal above = most.add(whole ? BigDecimal.ONE : Gb8170.TENTH);
        assertThat(failed(limit, most)).isEqualTo(List.of());
        assertThat(failed(limit, above)).isEqualTo(List.of(limit.text("item")));
    }

    private static Object failed(StandardTable.Row limit, BigDecimal percent) {
        boolean sand = limit.is("material", "SAND");
        Map<String, Object> inputs = inputs(
                "standard",
                limit.text("standard").replaceAll("[ /]", ""),
                "concreteGrade",
                grade(limit),
                "special",
                limit.is("special", "true") ? true : null,
                sand ? "sandClass" : "stoneClass",
                limit.find("class").orElse(null),
                limit.text("item"),
                run(limit.text("item"), percent));
        if (!sand) {
            inputs.put(
                    "rock",
                    limit.find("rocks").map(rocks -> rocks.split(" ")[0]).orElse("EXTRUSIVE"));
        }
        return member(sand ? "sand-properties" : "gravel-properties", inputs, "failed");
    }

    private static String grade(StandardTable.Row limit) {
        if (limit.find("class").isPresent()) {
            return null;
        }
        return "C" + limit.find("fcuk_from").or(() -> limit.find("fcuk_to")).orElseThrow();
    }

    private static Object run(String item, BigDecimal percent) {
        BigDecimal rest = new BigDecimal(100).subtract(percent);
        return switch (item) {
            case "flaky" -> inputs("sampleG", "100", "flakyG", percent);
            case "crushing" -> Collections.nCopies(3, inputs("sampleG", "100", "remainG", rest));
            default -> pair(rest.toPlainString());
        };
    }

    @ParameterizedTest
    @CsvSource({"C20, true, 4.0, FAIL", "C20, false, 4.0, PASS", "C20, , 4.0, PASS", "C30, true, 3.0, PASS"})
    void aSpecialDemandTightensOnlyWeakConcrete(String grade, Boolean special, String clay, String expected) {
        String after = new BigDecimal(100).subtract(new BigDecimal(clay)).toPlainString();
        Map<String, Object> sand = with(SAND, "concreteGrade", grade, "special", special, "clay", pair(after));
        assertThat(verdict("sand-properties", sand)).isEqualTo(expected);
    }

    @Test
    void whatFailsIsNotSavedByAPairThatLiesTooFarApart() {
        List<Map<String, Object>> apart =
                List.of(inputs("beforeG", "100", "afterG", "98"), inputs("beforeG", "100", "afterG", "97.4"));
        assertThat(verdict("sand-properties", with(SAND, "clay", apart))).isEqualTo("INVALID");
        Evaluation failed = evaluate("sand-properties", with(SAND, "clay", apart, "lumps", pair("98")));
        assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(failed.outcome()).containsEntry("void", List.of("clay")).containsEntry("failed", List.of("lumps"));
    }

    @Test
    void gradesAndClassesAreNotMixedAndSomethingIsTested() {
        refused("sand-properties", with(SAND, "concreteGrade", null), "concreteGrade", "standards.input.missing");
        refused("sand-properties", with(SAND, "sandClass", "I"), "sandClass", "standards.aggregate.otherStandard");
        Map<String, Object> byClass = with(SAND, "standard", "GBT14684-2022", "sandClass", "I", "special", true);
        refused("sand-properties", byClass, "concreteGrade", "standards.aggregate.otherStandard");
        refused(
                "sand-properties",
                with(byClass, "concreteGrade", null),
                "special",
                "standards.aggregate.otherStandard");
        refused("sand-properties", with(SAND, "clay", null, "lumps", null), "clay", "standards.input.missing");
        refused("gravel-properties", STONE, "clay", "standards.input.missing");
    }

    @Test
    void crushingOfStoneForStrongConcreteIsNotListed() {
        List<Map<String, Object>> runs = Collections.nCopies(3, inputs("sampleG", "3000", "remainG", "2900"));
        Map<String, Object> strong = with(STONE, "concreteGrade", "C65", "crushing", runs);
        refused("gravel-properties", strong, "concreteGrade", "standards.aggregate.notListed");
        assertThat(verdict("gravel-properties", with(strong, "concreteGrade", "C60")))
                .isEqualTo("PASS");
        refused(
                "gravel-properties",
                with(STONE, "flaky", inputs("sampleG", "100", "flakyG", "101")),
                "flaky.flakyG",
                "standards.aggregate.moreThanBefore");
    }

    @ParameterizedTest
    @CsvSource({
        "NATURAL, GBT14684-2022, 20 70 110 100 90 30 80, FAIL", // 84 at 0.15 mm
        "MANUFACTURED, GBT14684-2022, 20 70 110 100 90 30 80, PASS",
        "MANUFACTURED, JGJ52-2006, 20 70 110 100 90 30 80, FAIL",
        "NATURAL, JGJ52-2006, 0 0 0 75 225 175 25, FAIL", // 15 at 0.60 mm: no zone
    })
    void theZoneIsThatOfTheKindAndTheStandard(String kind, String standard, String masses, String expected) {
        List<String> seven = texts(masses);
        Map<String, Object> run = inputs("sampleG", "500", "retainedG", seven.subList(0, 6), "panG", seven.get(6));
        Map<String, Object> sand = inputs("standard", standard, "sandKind", kind, "runs", Collections.nCopies(2, run));
        assertThat(verdict("sand-grading", sand)).isEqualTo(expected);
    }

    @Test
    void sandOfWhichNothingPassesTheFirstSieveHasNoModulus() {
        Map<String, Object> run = inputs("sampleG", "500", "retainedG", texts("500 0 0 0 0 0"), "panG", "0");
        Map<String, Object> sand =
                inputs("standard", "JGJ52-2006", "sandKind", "NATURAL", "runs", Collections.nCopies(2, run));
        refused("sand-grading", sand, "runs[0].retainedG", "standards.sand.nothingPassed");
    }
}
