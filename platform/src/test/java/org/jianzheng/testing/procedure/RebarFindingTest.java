package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.testing.procedure.Findings.conclude;
import static org.jianzheng.testing.procedure.Findings.form;
import static org.jianzheng.testing.procedure.Findings.rows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars: strength, elongation, bend and mass of one lot. */
class RebarFindingTest {

    private static final Map<String, String> DIAMETER = Map.of("diameterMm", "20");
    private static final Map<String, Object> STRONG = Map.of(
            "yieldForceKn", "138.2", "maxForceKn", "191.5", "gaugeAgtAfterMm", "112.4", "fracturePlace", "GAUGE");
    private static final Map<String, Object> WEAK = Map.of(
            "yieldForceKn", "120.0", "maxForceKn", "160.0", "gaugeAgtAfterMm", "112.4", "fracturePlace", "GAUGE");

    @Test
    void aRetestMeasuresWhatTheFailingTestMeasuredAndNoBarIsLeftOut() {
        Map<String, Object> byAgt = Map.of(
                "yieldForceKn", "138.2", "maxForceKn", "191.5", "gaugeAgtAfterMm", "112.4", "fracturePlace", "GAUGE");
        Map<String, Object> byBoth = new HashMap<>(byAgt);
        byBoth.put("gaugeAfterFractureMm", "118.0");
        TestSubject first = Findings.subject(TestFamily.of("rebar"), "HRB400", DIAMETER);
        TestSubject disputed =
                Findings.subject(TestFamily.of("rebar"), "HRB400", DIAMETER, 5, null, Set.of("aPercent", "agtPercent"));

        Findings.entered(TestFamily.of("rebar"), first, lot(byAgt, byAgt));
        Findings.entered(TestFamily.of("rebar"), disputed, lot(byBoth, byBoth));
        assertThatThrownBy(() -> Findings.entered(TestFamily.of("rebar"), disputed, lot(byAgt, byAgt)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("testing.record.leftOut");
                    assertThat(broken.field()).hasValue("tensile[0].gaugeAfterFractureMm");
                });
        assertThatThrownBy(() -> Findings.entered(TestFamily.of("rebar"), first, lot(byBoth, byAgt)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("testing.record.notOfAll");
                    assertThat(broken.field()).hasValue("tensile[1].gaugeAfterFractureMm");
                });
    }

    private static Map<String, Object> lot(Map<String, Object> one, Map<String, Object> other) {
        var lot = new HashMap<>(rebar("5950"));
        lot.put("grade", "HRB400");
        lot.put("tensile", List.of(one, other));
        return lot;
    }

    @Test
    void aLotOfBarsPassesWhenAllItsTestsDo() {
        TestFinding finding = conclude(TestFamily.of("rebar"), "HRB400E", Map.of("diameterMm", "20"), rebar("5950"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(finding.judgedBy()).containsExactly("GB 1499.2-2024《钢筋混凝土用钢 第2部分：热轧带肋钢筋》");
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::requirement)
                .containsExactly(
                        "≥400 MPa", "≥540 MPa", "≥9.0%", "≥1.25", "≤1.30", "弯曲 180°，弯芯直径 80 mm，受弯曲部位表面不得产生裂纹", "±4.5%");
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::measured)
                .startsWith("440、440", "610、610")
                .endsWith("无裂纹、无裂纹", "-4.0");
    }

    @Test
    void aBarThatCracksCallsForARetest() {
        Map<String, Object> form = rebar("5950");
        form.put(
                "bend",
                List.of(
                        Map.of("mandrelMm", 80, "angleDeg", 180, "outcome", "NO_CRACK"),
                        Map.of("mandrelMm", 80, "angleDeg", 180, "outcome", "CRACK")));

        TestFinding finding = conclude(TestFamily.of("rebar"), "HRB400E", Map.of("diameterMm", "20"), form);

        assertThat(finding.conclusion()).isEqualTo(Verdict.RETEST);
        assertThat(finding.text()).contains("弯曲性能").contains("双倍数量");
    }

    @Test
    void aLotTooLightFailsWithoutRetest() {
        TestFinding finding = conclude(TestFamily.of("rebar"), "HRB400E", Map.of("diameterMm", "20"), rebar("5915"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(finding.text()).contains("重量偏差（%）不符合").contains("不合格");
    }

    @Test
    void anotherGradeThanCommissionedIsRefused() {
        assertThatThrownBy(() -> conclude(TestFamily.of("rebar"), "HRB500E", Map.of("diameterMm", "20"), rebar("5950")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("testing.record.notAsCommissioned"));
    }

    @Test
    void theMandrelFollowsFromTheGrade() {
        Map<String, Object> form = rebar("5950");
        form.put(
                "bend",
                List.of(
                        Map.of("mandrelMm", 80, "angleDeg", 180, "outcome", "NO_CRACK"),
                        Map.of("mandrelMm", 100, "angleDeg", 180, "outcome", "CRACK")));

        assertThatThrownBy(() -> conclude(TestFamily.of("rebar"), "HRB400E", Map.of("diameterMm", "20"), form))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("bend[1].mandrelMm"));
    }

    @Test
    void whatFailedIsTestedAgainOnDoubleSpecimensWhichAllHaveToPass() {
        assertThat(pulledAgain(STRONG, STRONG, STRONG, STRONG).conclusion()).isEqualTo(Verdict.PASS);
        assertThat(pulledAgain(STRONG, STRONG, STRONG, STRONG).text()).contains("拉伸性能经双倍数量复验，全部符合");
        TestFinding failed = pulledAgain(STRONG, STRONG, STRONG, WEAK);
        assertThat(failed.conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(failed.text()).contains("下屈服强度").contains("仍有试件不符合");
        assertThat(failed.rows())
                .extracting(ResultView.RequirementRow::item)
                .noneMatch(item -> item.contains("弯曲") || item.contains("重量"));
    }

    @Test
    void twoSpecimensAreNotEnoughForTheReTest() {
        assertThatThrownBy(() -> pulledAgain(STRONG, STRONG))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("tensile"));
    }

    @Test
    void aLotThatCrackedIsBentAgainAndNotPulled() {
        Map<String, Object> cracked = rebar("5950");
        Map<String, Object> whole = Map.of("mandrelMm", 80, "angleDeg", 180, "outcome", "NO_CRACK");
        cracked.put("bend", List.of(whole, Map.of("mandrelMm", 80, "angleDeg", 180, "outcome", "CRACK")));
        TestSubject again = again(cracked);

        assertThat(TestFamily.of("rebar").procedure().parts(again))
                .containsEntry("pulls", false)
                .containsEntry("bends", true)
                .containsEntry("weighs", false);
        assertThat(TestFamily.of("rebar").procedure().rows("bend", again)).hasSize(4);
        Map<String, Object> form = form(
                "grade", "HRB400E",
                "diameterMm", "20",
                "edition", "GB1499.2-2024",
                "strengthInterval", "YB_T_081",
                "ratioFrom", "ROUNDED",
                "bendType", "BEND_180",
                "bend", List.of(whole, whole, whole, whole));
        assertThat(concluded(again, form).conclusion()).isEqualTo(Verdict.PASS);
        assertThat(concluded(again, form).text()).contains("弯曲性能经双倍数量复验");
    }

    /** GB/T 228.1: A says nothing of a bar that broke outside its gauge, unless it is high enough. */
    @ParameterizedTest
    @CsvSource({"GAUGE, RETEST", "THIRD, INVALID", "OUTSIDE, INVALID", "GRIP, INVALID"})
    void aBarThatBrokeOutsideItsGaugeWithTooLittleElongationIsTestedOver(String place, Verdict conclusion) {
        TestFinding finding = pulled(elongated("118.0", "GAUGE"), elongated("112.0", place));

        assertThat(finding.conclusion()).isEqualTo(conclusion);
        assertThat(finding.rows())
                .filteredOn(row -> row.item().startsWith("断后伸长率"))
                .singleElement()
                .extracting(ResultView.RequirementRow::verdict)
                .isEqualTo(conclusion == Verdict.INVALID ? Verdict.INVALID : Verdict.FAIL);
        if (conclusion == Verdict.INVALID) {
            assertThat(finding.text()).contains("断后伸长率", "试验无效", "不作判定", "另取试件重做");
            assertThat(finding.specimens())
                    .filteredOn(row -> row.verdict() == Verdict.INVALID)
                    .singleElement()
                    .satisfies(row -> assertThat(row.figures()).containsKey("fracturePlace"));
            assertThat(finding.evaluations())
                    .extracting(ResultView.EvaluationLine::method)
                    .doesNotContain("rebar-lot");
        }
    }

    @Test
    void whatIsVoidExcusesNothingThatFailed() {
        Map<String, Object> weak = Map.of(
                "yieldForceKn", "120.0",
                "maxForceKn", "160.0",
                "gaugeAfterFractureMm", "112.0",
                "fracturePlace", "OUTSIDE");

        assertThat(pulled(elongated("118.0", "GAUGE"), weak).conclusion()).isEqualTo(Verdict.RETEST);
        assertThat(pulled(weak, elongated("112.0", "OUTSIDE")).text())
                .contains("下屈服强度")
                .contains("双倍数量");
        var light = new HashMap<>(lot(elongated("118.0", "GAUGE"), elongated("112.0", "OUTSIDE")));
        light.put("totalMassG", "5915");
        assertThat(conclude(TestFamily.of("rebar"), "HRB400", DIAMETER, light).conclusion())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void thePlaceOfFractureIsAskedOfEveryBar() {
        var bar = new HashMap<>(elongated("118.0", "GAUGE"));
        bar.remove("fracturePlace");

        assertThatThrownBy(() -> pulled(elongated("118.0", "GAUGE"), bar))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).hasValue("tensile[1].fracturePlace"));
    }

    @Test
    void oneBarIsBentBackAndTwoAtTheRetest() {
        Map<String, String> order = Map.of("diameterMm", "20", "bendType", "REVERSE_BEND");
        TestSubject first = counted(order, null);
        assertThat(TestFamily.of("rebar").procedure().rows("bend", first))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("mandrelMm", "100"));

        TestFinding cracked = concluded(first, bentBack(true, "20"));
        assertThat(cracked.conclusion()).isEqualTo(Verdict.RETEST);
        TestSubject again = counted(order, Findings.failed(TestFamily.of("rebar"), cracked));
        assertThat(TestFamily.of("rebar").procedure().rows("bend", again)).hasSize(2);
        Map<String, Object> form = bentBack(false, "20");
        form.keySet().removeAll(Set.of("tensile", "mass", "totalMassG"));
        form.put("bend", List.of(backwards("NO_CRACK", "20"), backwards("NO_CRACK", "20")));
        assertThat(concluded(again, form).conclusion()).isEqualTo(Verdict.PASS);
        form.put("bend", List.of(backwards("NO_CRACK", "20"), backwards("CRACK", "20")));
        assertThat(concluded(again, form).conclusion()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aBarThatWasBentTooLittleProvesNothing() {
        TestSubject first = counted(Map.of("diameterMm", "20", "bendType", "REVERSE_BEND"), null);

        assertThat(concluded(first, bentBack(false, "20")).conclusion()).isEqualTo(Verdict.PASS);
        TestFinding little = concluded(first, bentBack(false, "15"));
        assertThat(little.conclusion()).isEqualTo(Verdict.INVALID);
        assertThat(little.text()).contains("弯曲性能", "弯曲角度");
        assertThatThrownBy(() -> concluded(first, bentBack(false, null)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).hasValue("bend[0].backAngleDeg"));
    }

    private static TestSubject counted(Map<String, String> order, FirstTest first) {
        TestSubject any = Findings.subject(TestFamily.of("rebar"), "HRB400E", order, 5, first);
        return Findings.counted(any, Map.of("tensile", 2, "bend", 1));
    }

    private static Map<String, Object> bentBack(boolean crack, String back) {
        Map<String, Object> form = rebar("5950");
        form.put("bendType", "REVERSE_BEND");
        form.put("bend", List.of(backwards(crack ? "CRACK" : "NO_CRACK", back)));
        return form;
    }

    private static Map<String, Object> backwards(String outcome, String back) {
        Map<String, Object> bar = form("mandrelMm", "100", "angleDeg", "90", "outcome", outcome);
        if (back != null) {
            bar.put("backAngleDeg", back);
        }
        return bar;
    }

    private static Map<String, Object> elongated(String gauge, String place) {
        return Map.of(
                "yieldForceKn", "138.2", "maxForceKn", "191.5", "gaugeAfterFractureMm", gauge, "fracturePlace", place);
    }

    private static TestFinding pulled(Map<String, Object> one, Map<String, Object> other) {
        return conclude(TestFamily.of("rebar"), "HRB400", DIAMETER, lot(one, other));
    }

    @SafeVarargs
    private static TestFinding pulledAgain(Map<String, Object>... bars) {
        Map<String, Object> first = rebar("5950");
        first.put("tensile", List.of(STRONG, WEAK));
        Map<String, Object> form = form(
                "grade", "HRB400E",
                "diameterMm", "20",
                "edition", "GB1499.2-2024",
                "strengthInterval", "YB_T_081",
                "ratioFrom", "ROUNDED",
                "tensile", List.of(bars));
        return concluded(again(first), form);
    }

    /** The lot after a first test with that record. */
    private static TestSubject again(Map<String, Object> first) {
        TestFinding finding = conclude(TestFamily.of("rebar"), "HRB400E", DIAMETER, first);
        assertThat(finding.conclusion()).isEqualTo(Verdict.RETEST);
        return Findings.subject(
                TestFamily.of("rebar"), "HRB400E", DIAMETER, Findings.failed(TestFamily.of("rebar"), finding));
    }

    private static TestFinding concluded(TestSubject subject, Map<String, Object> form) {
        return conclude(
                TestFamily.of("rebar"),
                subject,
                Map.of("main", Findings.entered(TestFamily.of("rebar"), subject, form)));
    }

    private static Map<String, Object> rebar(String grams) {
        Map<String, Object> bar = Map.of(
                "yieldForceKn", "138.2", "maxForceKn", "191.5", "gaugeAgtAfterMm", "112.4", "fracturePlace", "GAUGE");
        Map<String, Object> bent = Map.of("mandrelMm", new BigDecimal("80"), "angleDeg", "180", "outcome", "NO_CRACK");
        return form(
                "grade", "HRB400E",
                "diameterMm", "20",
                "edition", "GB1499.2-2024",
                "strengthInterval", "YB_T_081",
                "ratioFrom", "ROUNDED",
                "bendType", "BEND_180",
                "tensile", List.of(bar, bar),
                "bend", List.of(bent, bent),
                "mass", rows("lengthMm", "501", "503", "500", "502", "504"),
                "totalMassG", grams);
    }
}
