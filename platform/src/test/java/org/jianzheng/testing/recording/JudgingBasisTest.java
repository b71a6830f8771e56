package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.testing.procedure.Findings;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is checked does not choose the yardstick. */
class JudgingBasisTest {

    private static final Map<String, String> SPLICE = Map.of("diameterMm", "25", "splice", "I");

    static List<TestFamily> families() {
        return Catalogue.current().items().stream().map(TestFamily::of).toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void noFormOfTheTesterAsksForIt(TestFamily family) {
        var fixed = JudgingBasis.of(Findings.subject(family, "x", Map.of("diameterMm", "20", "splice", "I")))
                .values()
                .keySet();
        for (FormContract form : forms(family)) {
            assertThat(form.keys()).as(form.id()).doesNotContainAnyElementsOf(fixed);
            assertThatThrownBy(() -> form.check(Map.of(fixed.iterator().next(), "x"), Map.of()))
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                            .isEqualTo("workflow.form.undeclared"));
        }
    }

    private static List<FormContract> forms(TestFamily family) {
        return family.item().stages().stream()
                .map(stage -> BundledFiles.forms()
                        .get(ComposedRecordForms.id(family.item().code(), stage.code())))
                .map(form -> FormContract.read(new String(form, StandardCharsets.UTF_8)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "rebar, HRB400E, edition, GB1499.2-2018, testing.record.notAsCommissioned",
        "rebar, HRB400E, bendType, REVERSE_BEND, testing.record.notAsCommissioned",
        "rebar, HRB400E, strengthInterval, ONE_MPA, testing.record.notAsUsual",
        "rebar, HRB400E, ratioFrom, RAW, testing.record.notAsUsual",
        "concrete-cube, C30, curing, SAME_CONDITION_600, testing.record.notAsCommissioned",
        "concrete-cube, C30, sizeMm, 100, testing.record.notAsCommissioned",
        "concrete-cube, C30, sizeFactorStage, SPECIMEN, testing.record.notAsUsual",
        "mortar-cube, M10, k, 1.00, testing.record.notAsCommissioned",
        "mortar-cube, M10, curing, SAME_CONDITION, testing.record.notAsCommissioned",
        "cement, 42.5, edition, GB175-2007-PO, testing.record.notAsCommissioned",
        "cement, 42.5, strengthClass, 32.5, testing.record.notAsCommissioned",
        "cement, 42.5, singles, UNROUNDED, testing.record.notAsUsual",
        "weld, HRB400, grade, HPB300, testing.record.notAsCommissioned",
        "weld, HRB400, stage, RETEST, testing.record.notAsCommissioned",
        "splice, HRB400E, splice, III, testing.record.notAsCommissioned"
    })
    void anEarlierFormCannotSendAnotherOne(String item, String grade, String field, String other, String code) {
        // The order asks for less than it does today: what the earlier form proposed stands in.
        TestFamily family = TestFamily.of(item);
        Map<String, String> details = item.equals("splice") ? SPLICE : Map.of("diameterMm", "20");
        JudgingBasis yardstick = JudgingBasis.of(Findings.subject(family, grade, details));

        assertThatThrownBy(() -> yardstick.applied(new RecordForm(Map.of(field, other))))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo(code);
                    assertThat(broken.field()).hasValue(field);
                });
        String fixed = yardstick.values().get(field);
        assertThat(yardstick.applied(new RecordForm(Map.of(field, fixed))).values())
                .containsAllEntriesOf(yardstick.values());
    }

    @Test
    void theOrderFixesWhatIsRecorded() {
        TestSubject subject = Findings.subject(
                TestFamily.of("rebar"), "HRB400", Map.of("diameterMm", "20", "edition", "GB1499.2-2018"));

        assertThat(JudgingBasis.of(subject).applied(new RecordForm(Map.of())).values())
                .containsEntry("edition", "GB1499.2-2018")
                .containsEntry("grade", "HRB400")
                .containsEntry("strengthInterval", "YB_T_081")
                .containsEntry("ratioFrom", "ROUNDED");
    }

    @Test
    void whatTheOrderFixedOfWhatStandardsLeaveOpenIsFollowedWhateverIsSent() {
        TestSubject subject = Findings.following(
                Findings.subject(TestFamily.of("concrete-cube"), "C30", Map.of("sizeMm", "100")),
                Map.of("sizeFactorStage", "SPECIMEN"));
        JudgingBasis yardstick = JudgingBasis.of(subject);

        assertThat(yardstick.values()).containsEntry("sizeFactorStage", "SPECIMEN");
        assertThat(yardstick
                        .over(new RecordForm(Map.of("sizeFactorStage", "GROUP")))
                        .values())
                .containsEntry("sizeFactorStage", "SPECIMEN");
        assertThatThrownBy(() -> yardstick.applied(new RecordForm(Map.of("sizeFactorStage", "GROUP"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.record.notAsUsual"));
    }

    @Test
    void theTesterReadsWhatIsFollowedInWordsAlsoOfAMethodThatNoEarlierFormAskedAbout() {
        JudgingBasis yardstick =
                new JudgingBasis(Catalogue.current().item("splice"), Map.of(), Map.of("peak", "HIGHEST_POINT"));

        assertThat(yardstick.text(Findings.texts())).isEqualTo("峰值取法 最高点");
    }

    @Test
    void aRecordOfEarlierDaysIsJudgedByTheOrder() {
        TestSubject subject = Findings.subject(TestFamily.of("cement"), "42.5", Map.of("edition", "GB175-2023"));
        RecordForm early =
                new RecordForm(Map.of("edition", "GB175-2007-PO", "singles", "UNROUNDED", "temperature", "20"));

        assertThat(JudgingBasis.of(subject).over(early).values())
                .containsEntry("edition", "GB175-2023")
                .containsEntry("singles", "ROUNDED")
                .containsEntry("temperature", "20");
    }

    @Test
    void sixJointsAreAReTestOnlyWhereTheOrderSaysSo() {
        TestSubject first = sixSplices();

        assertThat(TestFamily.of("splice").procedure().rows("specimens", first)).hasSize(3);
        assertThat(TestFamily.of("weld")
                        .procedure()
                        .commissioned(Findings.subject(TestFamily.of("weld"), "HRB400", Map.of("diameterMm", "20"))))
                .containsEntry("stage", "FIRST");
    }

    @Test
    void anEarlierFormWithSixJointsOfAFirstTestIsJudgedByTheFirstThree() {
        Map<String, Object> whole = Map.of("maxForceKn", "290.0", "failure", "BAR");
        RecordForm sent = new RecordForm(Map.of("splice", "I", "specimens", Collections.nCopies(6, whole)));

        RecordForm tested = SpecimenNumbers.withoutSpares(sent, sixSplices());

        assertThat(tested.rows("specimens")).hasSize(3);
        assertThat(tested.rows("spare")).hasSize(3);
    }

    private static TestSubject sixSplices() {
        return Findings.subject(TestFamily.of("splice"), "HRB400E", SPLICE, 6, null);
    }
}
