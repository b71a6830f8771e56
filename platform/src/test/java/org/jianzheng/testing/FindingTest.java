package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** From what a form was filled with to what the report says, for every family, on published loads. */
class FindingTest {

    private static final Standards STANDARDS = new Standards();

    @Test
    void aConcreteGroupIsConcludedAgainstItsGrade() {
        Finding finding = conclude(Family.CONCRETE, "C30", Map.of(), concrete("787.5", "801.2", "812.6"));

        assertThat(finding.conclusion()).isEqualTo("PASS");
        assertThat(finding.text()).isEqualTo("所检混凝土试件抗压强度代表值为 35.6 MPa，达到设计强度等级 C30 的 119%，符合 C30 要求。");
        assertThat(finding.rows())
                .containsExactly(new ResultView.RequirementRow("抗压强度代表值（MPa）", "C30（≥30）", "35.6（119%）", "PASS"));
        assertThat(finding.specimens())
                .containsExactly(cube(1, "787.5", "35.0"), cube(2, "801.2", "35.6"), cube(3, "812.6", "36.1"));
        assertThat(finding.facts())
                .containsEntry("representativeMpa", "35.6")
                .containsEntry("percentOfGrade", "119")
                .containsEntry("sizeFactor", "1.00")
                .containsEntry("rule", "MEAN");
        assertThat(finding.evaluations()).singleElement().satisfies(line -> {
            assertThat(line.method()).isEqualTo("concrete-cube");
            assertThat(line.inputs()).containsEntry("loadsKn", List.of("787.5", "801.2", "812.6"));
            assertThat(line.decisions()).isNotEmpty();
            assertThat(line.limits()).isNotEmpty();
        });
    }

    @Test
    void aGroupThatScattersTooMuchIsVoidAndNotFailed() {
        Finding finding = conclude(Family.CONCRETE, "C30", Map.of(), concrete("675.0", "560.0", "800.0"));

        assertThat(finding.conclusion()).isEqualTo("INVALID");
        assertThat(finding.text()).contains("15%").contains("试验结果无效");
        assertThat(finding.rows().get(0).measured()).isEqualTo("无效");
        assertThat(finding.facts()).doesNotContainKey("representativeMpa");
    }

    @Test
    void aMortarGroupBelowItsGradeFails() {
        Finding finding = conclude(
                Family.MORTAR,
                "M10",
                Map.of(),
                form("k", "1.35", "curing", "STANDARD", "specimens", rows("loadKn", "36.0", "36.9", "35.2")));

        assertThat(finding.conclusion()).isEqualTo("FAIL");
        assertThat(finding.text()).isEqualTo("所检砂浆试件抗压强度代表值为 9.7 MPa，为设计强度等级 M10 的 97%，未达到 M10 要求。");
    }

    @Test
    void cementWaitsForTwentyEightDays() {
        Finding finding = conclude(Family.CEMENT, "42.5", Map.of(), cement("1870", "27.2"));

        assertThat(finding.conclusion()).isEqualTo("PENDING");
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::verdict)
                .containsExactly("PASS", "PASS", "PENDING", "PENDING");
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::requirement)
                .containsExactly("≥4.0 MPa", "≥17.0 MPa", "≥6.5 MPa", "≥42.5 MPa");
    }

    @Test
    void cementPassesWithBothAges() {
        Subject subject = subject(Family.CEMENT, "42.5", Map.of());
        Map<String, Entered> records = new LinkedHashMap<>();
        records.put("3d", entered(Family.CEMENT, subject, cement("1870", "27.2")));
        records.put("28d", entered(Family.CEMENT, subject, cement("2950", "76.5")));

        Finding finding =
                Family.CEMENT.test().conclude(records, subject, new Calculation(STANDARDS::evaluate), texts());

        assertThat(finding.conclusion()).isEqualTo("PASS");
        assertThat(finding.text()).contains("GB 175-2023").contains("42.5");
        assertThat(finding.specimens()).hasSize(18);
        assertThat(finding.evaluations())
                .extracting(ResultView.EvaluationLine::method)
                .containsExactly(
                        "cement-flexural",
                        "cement-compressive",
                        "cement-flexural",
                        "cement-compressive",
                        "cement-class");
    }

    @Test
    void cementThatScattersIsVoid() {
        Map<String, Object> form = cement("1870", "27.2");
        form.put("compressive", rows("loadKn", "60.0", "80.0", "80.0", "80.0", "80.0", "100.0"));

        Finding finding = conclude(Family.CEMENT, "42.5", Map.of(), form);

        assertThat(finding.conclusion()).isEqualTo("INVALID");
        assertThat(finding.text()).contains("作废");
    }

    @Test
    void aLotOfBarsPassesWhenAllItsTestsDo() {
        Finding finding = conclude(Family.REBAR, "HRB400E", Map.of("diameterMm", "20"), rebar("5950"));

        assertThat(finding.conclusion()).isEqualTo("PASS");
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
                List.of(Map.of("mandrelMm", 80, "outcome", "NO_CRACK"), Map.of("mandrelMm", 80, "outcome", "CRACK")));

        Finding finding = conclude(Family.REBAR, "HRB400E", Map.of("diameterMm", "20"), form);

        assertThat(finding.conclusion()).isEqualTo("RETEST");
        assertThat(finding.text()).contains("弯曲性能").contains("双倍数量");
    }

    @Test
    void aLotTooLightFailsWithoutRetest() {
        Finding finding = conclude(Family.REBAR, "HRB400E", Map.of("diameterMm", "20"), rebar("5915"));

        assertThat(finding.conclusion()).isEqualTo("FAIL");
        assertThat(finding.text()).contains("重量偏差（%）不符合").contains("不合格");
    }

    @Test
    void weldsThatBreakInTheBarPass() {
        Finding finding = conclude(Family.WELD, "HRB400", Map.of("diameterMm", "20"), weld("BASE_METAL", "DUCTILE"));

        assertThat(finding.conclusion()).isEqualTo("PASS");
        assertThat(finding.rows().get(1).measured()).isEqualTo("母材延性断裂、母材延性断裂、母材延性断裂");
        assertThat(finding.evaluations())
                .extracting(ResultView.EvaluationLine::method)
                .containsExactly("weld-tensile");
    }

    @Test
    void theWorseOfTensionAndBendDecides() {
        Map<String, Object> form = weld("BASE_METAL", "DUCTILE");
        form.put("bends", rows("crackWidthMm", "0.6", "0.5", "0"));

        Finding finding = conclude(Family.WELD, "HRB400", Map.of("diameterMm", "20", "weldMethod", "闪光对焊"), form);

        assertThat(finding.conclusion()).isEqualTo("RETEST");
        assertThat(finding.rows().get(2).measured()).isEqualTo("破裂 2 个");
    }

    @Test
    void flashButtWeldsMustBeBentToo() {
        Map<String, Object> form = weld("BASE_METAL", "DUCTILE");

        assertThatThrownBy(
                        () -> conclude(Family.WELD, "HRB400", Map.of("diameterMm", "20", "weldMethod", "闪光对焊"), form))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("bends"));
    }

    @Test
    void aWeldBreakTheStandardDoesNotListIsReferred() {
        Finding finding = conclude(Family.WELD, "HRB400", Map.of("diameterMm", "20"), weld("BASE_METAL", "BRITTLE"));

        assertThat(finding.conclusion()).isEqualTo("REFER");
        assertThat(finding.text()).contains("技术负责人");
    }

    @Test
    void splicesAreJudgedByTheirClass() {
        Finding finding = conclude(
                Family.SPLICE,
                "HRB400E",
                Map.of("diameterMm", "25", "splice", "I"),
                splice("I", "290.0", "288.0", "292.1"));

        assertThat(finding.conclusion()).isEqualTo("PASS");
        assertThat(finding.rows().get(0).requirement()).isEqualTo("钢筋拉断时 ≥540 MPa；连接件破坏时 ≥594 MPa");
        assertThat(finding.specimens().get(2))
                .containsEntry("strengthMpa", "595")
                .containsEntry("failure", "连接件破坏");
    }

    @Test
    void anotherGradeThanCommissionedIsRefused() {
        assertThatThrownBy(() -> conclude(Family.REBAR, "HRB500E", Map.of("diameterMm", "20"), rebar("5950")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("testing.record.notAsCommissioned"));
    }

    @Test
    void aForceThatIsNoNumberNamesItsRow() {
        assertThatThrownBy(() -> conclude(Family.CONCRETE, "C30", Map.of(), concrete("787.5", "8O1.2", "812.6")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.field()).contains("specimens[1].loadKn");
                    assertThat(message(broken)).startsWith("第 2 行破坏荷载须是数字，现为“8O1.2”");
                });
    }

    @Test
    void theMandrelFollowsFromTheGrade() {
        Map<String, Object> form = rebar("5950");
        form.put(
                "bend",
                List.of(Map.of("mandrelMm", 80, "outcome", "NO_CRACK"), Map.of("mandrelMm", 100, "outcome", "CRACK")));

        assertThatThrownBy(() -> conclude(Family.REBAR, "HRB400E", Map.of("diameterMm", "20"), form))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("bend[1].mandrelMm"));
    }

    @Test
    @Clause("6.1.2")
    void decimalsAreKeptAsTheyWereTyped() {
        var typed = new Entered(form(
                "a", new BigDecimal("0.10"), "rows", List.of(Map.of("loadKn", new BigDecimal("168.8825"))), "n", 3));

        assertThat(Json.map(Json.write(typed.values())))
                .containsEntry("a", "0.10")
                .containsEntry("n", "3")
                .containsEntry("rows", List.of(Map.of("loadKn", "168.8825")));
    }

    @Test
    void aRowCannotClaimToBeAnotherSpecimen() {
        Subject subject = subject(Family.CONCRETE, "C30", Map.of());
        Map<String, Object> form = concrete("787.5", "801.2", "812.6");
        form.put("specimens", List.of(Map.of("no", "BJ01-YP-2026-00009-1", "loadKn", "1")));

        assertThatThrownBy(() -> Numbered.specimens(new Entered(form), subject))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("testing.record.otherSpecimen"));
    }

    @Test
    @Clause("4.2.2.2")
    void whatChangedBetweenVersionsIsShownBeforeAndAfter() {
        Map<String, Object> before = form("temperature", "20", "specimens", rows("loadKn", "787.5", "801.2"));
        Map<String, Object> after =
                form("temperature", "20", "correctionReason", "笔误", "specimens", rows("loadKn", "787.5", "802.1"));

        assertThat(Differences.between(before, after))
                .containsExactly(new OrderView.Change("loadKn", 2, "801.2", "802.1"));
    }

    private static Finding conclude(
            Family family, String grade, Map<String, String> details, Map<String, Object> form) {
        Subject subject = subject(family, grade, details);
        Entered entered = entered(family, subject, form);
        return family.test()
                .conclude(Map.of(family.firstStage(), entered), subject, new Calculation(STANDARDS::evaluate), texts());
    }

    private static Entered entered(Family family, Subject subject, Map<String, Object> form) {
        Entered entered = Numbered.specimens(new Entered(form), subject);
        family.test().check(family.firstStage(), entered, subject);
        // As it comes back from the store.
        return new Entered(Json.map(Json.write(entered.values())));
    }

    private static Subject subject(Family family, String grade, Map<String, String> details) {
        return new Subject(
                "case",
                new CaseParties("BJ01", "WBJT", "SJ1", "HC"),
                family,
                "item",
                "项目",
                "BJ01-YP-2026-00001",
                "样品",
                grade,
                "",
                details,
                3,
                LocalDate.of(2026, 10, 26),
                28,
                "标准养护",
                "receiver",
                Instant.EPOCH);
    }

    static Map<String, Object> concrete(String... loads) {
        return form(
                "sizeMm", "150", "curing", "STANDARD", "sizeFactorStage", "GROUP", "specimens", rows("loadKn", loads));
    }

    private static Map<String, Object> cement(String newtons, String kilonewtons) {
        return form(
                "edition", "GB175-2023",
                "strengthClass", "42.5",
                "singles", "ROUNDED",
                "flexural", rows("loadN", newtons, newtons, newtons),
                "compressive",
                        rows(
                                "loadKn",
                                Stream.generate(() -> kilonewtons).limit(6).toArray(String[]::new)));
    }

    private static Map<String, Object> rebar(String grams) {
        Map<String, Object> bar = Map.of("yieldForceKn", "138.2", "maxForceKn", "191.5", "gaugeAgtAfterMm", "112.4");
        Map<String, Object> bent = Map.of("mandrelMm", new BigDecimal("80"), "outcome", "NO_CRACK");
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

    private static Map<String, Object> form(Object... keysAndValues) {
        return Calculation.inputs(keysAndValues);
    }

    private static List<Map<String, Object>> rows(String key, String... values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String value : values) {
            rows.add(new LinkedHashMap<>(Map.of(key, value)));
        }
        return rows;
    }

    private static Map<String, String> cube(int position, String load, String strength) {
        return Map.of("kind", "cube", "no", "BJ01-YP-2026-00001-" + position, "loadKn", load, "strengthMpa", strength);
    }

    private static Texts texts() {
        return new Texts(bundle());
    }

    private static String message(RuleBroken broken) {
        return bundle().getMessage(broken.code(), broken.arguments(), java.util.Locale.SIMPLIFIED_CHINESE);
    }

    private static ResourceBundleMessageSource bundle() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/testing");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
