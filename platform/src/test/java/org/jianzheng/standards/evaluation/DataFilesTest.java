package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits are data: every figure names an edition whose validity is on record. */
class DataFilesTest {

    private static final List<String> EDITIONS = StandardTable.load("editions").values("standard");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "methods",
                "concrete-cube",
                "concrete-curing",
                "concrete-batch",
                "mortar-cube",
                "mortar-batch",
                "cement-prisms",
                "cement-class",
                "cement-physical",
                "cover-thickness",
                "permeability-purposes",
                "rebar-bend",
                "rebar-mandrels",
                "rebar-products",
                "fracture-places",
                "rebar-straightened",
                "weld-tee",
                "aggregate-standards",
                "aggregate-limits",
                "sand-grading",
                "concrete-flexural",
                "moisture-pairs",
                "soil-compaction",
                "proctor",
                "fired-brick",
                "concrete-block",
                "aac-strength",
                "aac-density",
                "rebar-grades",
                "rebar-mass-deviation",
                "steel-rounding"
            })
    void everyFigureNamesAKnownEdition(String table) {
        assertThat(EDITIONS).containsAll(StandardTable.load(table).values("standard"));
    }

    @Test
    void everyEditionHasItsSpanAndItsSuccessorFollowsTheDayAfter() {
        StandardTable editions = StandardTable.load("editions");
        for (StandardTable.Row row : editions.rows()) {
            LocalDate from = LocalDate.parse(row.text("valid_from"));
            row.find("valid_to").map(LocalDate::parse).ifPresent(to -> {
                assertThat(to).isAfter(from);
                String next =
                        editions.where("standard", row.text("replaced_by")).text("valid_from");
                assertThat(LocalDate.parse(next)).isEqualTo(to.plusDays(1));
            });
        }
    }

    @Test
    void everyMethodSaysWhichStandardsItFollowsAndHowItCalculated() {
        Map<String, Object> decisions = Trials.evaluate("rounding", Trials.inputs("value", "1", "interval", "0.1"))
                .decisions();
        assertThat(decisions).containsKeys("rounding", "software", "D1", "D2");
        new Standards()
                .methods()
                .forEach(method -> assertThat(Editions.of(method)).as(method).isNotEmpty());
    }
}
