package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.testing.procedure.Findings.conclude;
import static org.jianzheng.testing.procedure.Findings.form;
import static org.jianzheng.testing.procedure.Findings.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;

/** Welds and splices: how each specimen broke decides. */
class JointFindingTest {

    private static final Map<String, String> FLASH_BUTT = Map.of("diameterMm", "20", "weldMethod", "闪光对焊");

    @Test
    void weldsThatBreakInTheBarPass() {
        TestFinding finding =
                conclude(TestFamily.of("weld"), "HRB400", Map.of("diameterMm", "20"), weld("BASE_METAL", "DUCTILE"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(finding.rows().get(1).measured()).isEqualTo("母材延性断裂、母材延性断裂、母材延性断裂");
        assertThat(finding.evaluations())
                .extracting(ResultView.EvaluationLine::method)
                .containsExactly("weld-tensile");
    }

    @Test
    void theWorseOfTensionAndBendDecides() {
        Map<String, Object> form = weld("BASE_METAL", "DUCTILE");
        form.put("bends", rows("crackWidthMm", "0.6", "0.5", "0"));

        TestFinding finding =
                conclude(TestFamily.of("weld"), "HRB400", Map.of("diameterMm", "20", "weldMethod", "闪光对焊"), form);

        assertThat(finding.conclusion()).isEqualTo(Verdict.RETEST);
        assertThat(finding.rows().get(2).measured()).isEqualTo("破裂 2 个");
    }

    @Test
    void flashButtWeldsMustBeBentToo() {
        Map<String, Object> form = weld("BASE_METAL", "DUCTILE");

        assertThatThrownBy(() -> conclude(
                        TestFamily.of("weld"), "HRB400", Map.of("diameterMm", "20", "weldMethod", "闪光对焊"), form))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("bends"));
    }

    @Test
    void aWeldBreakTheStandardDoesNotListIsReferred() {
        TestFinding finding =
                conclude(TestFamily.of("weld"), "HRB400", Map.of("diameterMm", "20"), weld("BASE_METAL", "BRITTLE"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.REFER);
        assertThat(finding.text()).contains("技术负责人");
    }

    @Test
    void splicesAreJudgedByTheirClass() {
        TestFinding finding = conclude(
                TestFamily.of("splice"),
                "HRB400E",
                Map.of("diameterMm", "25", "splice", "I"),
                splice("I", "290.0", "288.0", "292.1"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(finding.rows().get(0).requirement()).isEqualTo("钢筋拉断时 ≥540 MPa；连接件破坏时 ≥594 MPa");
        assertThat(finding.specimens().get(2).figures())
                .containsEntry("strengthMpa", "595")
                .containsEntry("failure", "连接件破坏");
    }

    @Test
    void ofAFlashButtWeldOnlyTheTestThatFailedIsDoneAgainOnSix() {
        Map<String, Object> bentBadly = weld("BASE_METAL", "DUCTILE");
        bentBadly.put("bends", rows("crackWidthMm", "0.6", "0.5", "0"));
        Map<String, Object> pulledBadly = weld("WELD", "BRITTLE");
        pulledBadly.put("bends", rows("crackWidthMm", "0", "0", "0"));
        Map<String, Object> both = weld("WELD", "BRITTLE");
        both.put("bends", rows("crackWidthMm", "0.6", "0.5", "0"));

        assertThat(again(bentBadly)).isEqualTo(Map.of("bend", 6));
        assertThat(again(pulledBadly)).isEqualTo(Map.of("tensile", 6));
        assertThat(again(both)).isEqualTo(Map.of("tensile", 6, "bend", 6));
    }

    private static Map<String, Integer> again(Map<String, Object> first) {
        TestFinding finding = conclude(TestFamily.of("weld"), "HRB400", FLASH_BUTT, first);
        assertThat(finding.conclusion()).isEqualTo(Verdict.RETEST);
        return Findings.failed(TestFamily.of("weld"), finding).again();
    }

    @Test
    void aWeldBentAgainIsNotPulledAndItsSixAloneDecide() {
        Map<String, Object> first = weld("BASE_METAL", "DUCTILE");
        first.put("bends", rows("crackWidthMm", "0.6", "0.5", "0"));
        TestSubject subject = Findings.subject(
                TestFamily.of("weld"),
                "HRB400",
                FLASH_BUTT,
                Findings.failed(TestFamily.of("weld"), conclude(TestFamily.of("weld"), "HRB400", FLASH_BUTT, first)));
        assertThat(TestFamily.of("weld").procedure().parts(subject))
                .containsEntry("pulls", false)
                .containsEntry("bends", true);
        assertThat(TestFamily.of("weld").procedure().rows("bends", subject))
                .extracting(row -> row.get("no"))
                .hasSize(6)
                .startsWith(subject.specimenNo(1));

        assertThat(bentAgain(subject, "0", "0.5", "0.7", "0", "0", "0").conclusion())
                .isEqualTo(Verdict.PASS);
        TestFinding broken = bentAgain(subject, "0", "0.5", "0.7", "1.2", "0", "0");
        assertThat(broken.conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(broken.rows()).hasSize(1);
        assertThat(broken.evaluations())
                .extracting(ResultView.EvaluationLine::method)
                .containsExactly("weld-bend");
        assertThatThrownBy(() -> bentAgain(subject, "0", "0", "0")).isInstanceOf(RuleBroken.class);
    }

    private static TestFinding bentAgain(TestSubject subject, String... cracks) {
        Map<String, Object> form =
                form("grade", "HRB400", "diameterMm", "20", "stage", "RETEST", "bends", rows("crackWidthMm", cracks));
        return conclude(
                TestFamily.of("weld"), subject, Map.of("main", Findings.entered(TestFamily.of("weld"), subject, form)));
    }

    @Test
    void sixSplicesFollowOneThatFailed() {
        TestFinding finding = conclude(
                TestFamily.of("splice"),
                "HRB400E",
                Map.of("diameterMm", "25", "splice", "I"),
                splice("I", "290.0", "288.0", "250.0"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.RETEST);
        assertThat(Findings.failed(TestFamily.of("splice"), finding).again()).isEqualTo(Map.of("tensile", 6));
    }

    private static Map<String, Object> weld(String place, String mode) {
        List<Map<String, Object>> specimens = Stream.of("182.0", "181.0", "183.5")
                .map(force -> Map.<String, Object>of("maxForceKn", force, "place", place, "mode", mode))
                .toList();
        return form(
                "grade", "HRB400",
                "diameterMm", "20",
                "stage", "FIRST",
                "specimens", specimens,
                "bends", List.of());
    }

    private static Map<String, Object> splice(String splice, String bar, String otherBar, String connector) {
        return form(
                "grade",
                "HRB400E",
                "diameterMm",
                "25",
                "splice",
                splice,
                "specimens",
                List.of(
                        Map.of("maxForceKn", bar, "failure", "BAR"),
                        Map.of("maxForceKn", otherBar, "failure", "BAR"),
                        Map.of("maxForceKn", connector, "failure", "CONNECTOR")));
    }
}
