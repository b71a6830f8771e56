package org.jianzheng.commission.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.ProductStandards;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ordered exists in its edition, so that whatever is recorded of it can be judged. */
class ProductsOfOrderTest {

    private static final List<String> KINDS = List.of(
            "硅酸盐水泥 P·I", "硅酸盐水泥 P·II", "普通硅酸盐水泥 P·O", "矿渣硅酸盐水泥 P·S", "火山灰质硅酸盐水泥 P·P", "粉煤灰硅酸盐水泥 P·F", "复合硅酸盐水泥 P·C");
    private static final List<String> CLASSES =
            List.of("32.5", "32.5R", "42.5", "42.5R", "52.5", "52.5R", "62.5", "62.5R");

    private final Standards standards = new Standards();

    @Test
    void everyCementThatCanBeOrderedCanBeJudged() {
        int ordered = 0;
        for (String edition : List.of("GB175-2023", "GB175-2007-PO", "GB175-2007-PSPFC")) {
            for (String kind : KINDS) {
                for (String strengthClass : CLASSES) {
                    Map<String, Object> asked =
                            Map.of("cementEdition", edition, "cementKind", kind, "cementClass", strengthClass);
                    if (isRefused(DemoTest.CEMENT, asked)) {
                        continue;
                    }
                    ordered++;
                    assertThat(standards
                                    .evaluate(
                                            "cement-class",
                                            Map.of(
                                                    "edition",
                                                    edition,
                                                    "strengthClass",
                                                    strengthClass,
                                                    "flexural3d",
                                                    "9.0",
                                                    "compressive3d",
                                                    "60.0"))
                                    .verdict())
                            .isEqualTo(Verdict.PENDING);
                }
            }
        }
        // 2023: 6 classes of six kinds, 4 of P·C; 2007: 6, 6 and 4, then 6 of four kinds.
        assertThat(ordered).isEqualTo(6 * 6 + 4 + 6 + 6 + 4 + 4 * 6);
    }

    private static boolean isRefused(DemoTest test, Map<String, Object> otherwise) {
        try {
            request(test, otherwise);
            return false;
        } catch (RuleBroken broken) {
            assertThat(broken.code()).isEqualTo("commission.combination.unknown");
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GB175-2007-PO, 普通硅酸盐水泥 P·O, 32.5, cementClass, commission.combination.unknown",
        "GB175-2007-PO, 普通硅酸盐水泥 P·O, 62.5, cementClass, commission.combination.unknown",
        "GB175-2023, 复合硅酸盐水泥 P·C, 32.5, cementClass, commission.combination.unknown",
        "GB175-2023, 复合硅酸盐水泥 P·C, 32.5R, cementClass, commission.combination.unknown",
        "GB175-2023, 普通硅酸盐水泥 P·O, 32.5, cementClass, commission.combination.unknown",
        "GB175-2007-PSPFC, 硅酸盐水泥 P·I, 42.5, cementEdition, commission.combination.unknown",
        "GB175-2007-PSPFC, 矿渣硅酸盐水泥 P·S, 62.5, cementClass, commission.combination.unknown",
        "GB175-2023, 矿渣硅酸盐水泥 P·S, 62.5, cementClass, commission.combination.unknown",
        // The limits of slag cement are lower than those of ordinary cement.
        "GB175-2007-PSPFC, 普通硅酸盐水泥 P·O, 42.5, cementEdition, commission.combination.unknown"
    })
    void aClassThatTheEditionHasNotIsNoOrder(
            String edition, String kind, String strengthClass, String field, String code) {
        assertThatThrownBy(() -> request(
                        DemoTest.CEMENT,
                        Map.of("cementEdition", edition, "cementKind", kind, "cementClass", strengthClass)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo(code);
                    assertThat(broken.field()).hasValue(field);
                    assertThat(broken.arguments()[2].toString()).startsWith("GB 175-");
                });
    }

    @Test
    void aPlainBarEndsAtTwentyFiveMillimetresAndTheStandardIsNamed() {
        request(DemoTest.REBAR, Map.of("barGrade", "HPB300", "diameterMm", "25"));
        for (DemoTest test : List.of(DemoTest.REBAR, DemoTest.WELD, DemoTest.SPLICE)) {
            assertRefused(
                    "diameterMm",
                    "commission.combination.unknown",
                    () -> request(test, Map.of("barGrade", "HPB300", "diameterMm", "28")));
        }
    }

    @Test
    void aPlainBarIsNotOfTheStandardOfRibbedOnes() {
        Map<String, Object> plain = Map.of("barGrade", "HPB300", "diameterMm", "12");
        assertThat(request(DemoTest.REBAR, plain).requirements()).isEqualTo("GB 1499.1-2024");

        for (String other : List.of("GB 1499.2-2024", "按 GB1499.2 判定", "GB/T 1499.1—2017")) {
            Map<String, Object> asked = new java.util.HashMap<>(plain);
            asked.put("requirements", other);
            assertRefused("requirements", "commission.requirements.other", () -> request(DemoTest.REBAR, asked));
        }
    }

    @Test
    void requirementsNameTheEditionThatJudges() {
        assertRefused(
                "requirements",
                "commission.requirements.other",
                () -> request(DemoTest.REBAR, Map.of("requirements", "GB/T 1499.2-2018")));
        assertThat(request(DemoTest.REBAR, Map.of("requirements", "GB 1499.2-2024 及设计要求"))
                        .requirements())
                .contains("设计要求");
    }

    @ParameterizedTest
    @CsvSource({"REBAR, barEdition, GB1499.2-2018", "CEMENT, cementEdition, GB175-2007-PO"})
    void anEditionThatHasEndedIsOrderedOnlyWithTheReasonWhyTheWorkGoesByIt(
            String family, String field, String edition) {
        DemoTest test = DemoTest.all().stream()
                .filter(each -> each.family().equals(family))
                .findFirst()
                .orElseThrow();
        for (String tooLittle : List.of("", "旧版")) {
            assertRefused(
                    "editionReason",
                    "commission.edition.superseded",
                    () -> request(test, Map.of(field, edition, "editionReason", tooLittle)));
        }
        CommissionRequest old = request(test, Map.of(field, edition, "editionReason", "2024 年 3 月已进场"));
        assertThat(old.order().terms(old.grade(), old.details())).contains("按已废止标准", "2024 年 3 月已进场");
        assertThat(old.content()).containsEntry("editionReason", "2024 年 3 月已进场");
        assertThat(old.formFields()).containsEntry("editionReason", "2024 年 3 月已进场");
    }

    @Test
    void anEditionInForceKeepsNoReason() {
        CommissionRequest now = request(DemoTest.REBAR, Map.of());
        assertThat(now.details()).doesNotContainKey("editionReason");
        assertThat(now.order().superseded(now.grade(), now.details())).isEmpty();
    }

    private static void assertRefused(
            String field, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable order) {
        assertThatThrownBy(order).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.field()).hasValue(field);
        });
    }

    @Test
    void everyBarThatCanBeOrderedCanBeJudged() {
        for (String edition : List.of("GB1499.2-2024", "GB1499.2-2018")) {
            for (String grade : ProductStandards.barGrades(edition)) {
                request(DemoTest.REBAR, Map.of("barEdition", edition, "barGrade", grade));
                standards.evaluate(
                        "rebar-tensile",
                        Map.of(
                                "grade", grade,
                                "diameterMm", "20",
                                "edition", edition,
                                "yieldForceKn", "200",
                                "maxForceKn", "260",
                                "gaugeAgtAfterMm", "112",
                                "strengthInterval", "YB_T_081",
                                "ratioFrom", "ROUNDED"));
            }
        }
        assertThatThrownBy(() -> request(DemoTest.REBAR, Map.of("barGrade", "HRB335")))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void aFormThatIsOlderThanAQuestionGetsWhatWasUsualThen() {
        Map<String, Object> order = Orders.of(DemoTest.REBAR);
        order.remove("bendType");
        assertThat(new CommissionForm(order).request(today()).details()).containsEntry("bendType", "BEND_180");

        Map<String, Object> mortar = Orders.of(DemoTest.MORTAR);
        mortar.remove("mortarCuring");
        assertThat(new CommissionForm(mortar).request(today()).details()).containsEntry("curing", "STANDARD");
    }

    @Test
    void aRefusedOrderComesBackAsItWasAskedFor() {
        for (DemoTest test : DemoTest.all()) {
            Map<String, String> fields = OrderTable.flat(request(test, Map.of()).formFields());
            test.commission()
                    .forEach((field, value) ->
                            assertThat(fields).as(test.family()).containsEntry(field, String.valueOf(value)));
        }
    }

    private static CommissionRequest request(DemoTest test, Map<String, Object> otherwise) {
        Map<String, Object> order = Orders.of(test);
        order.put("editionReason", "2024 年前订货的材料");
        order.putAll(otherwise);
        return new CommissionForm(order).request(today());
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    }
}
