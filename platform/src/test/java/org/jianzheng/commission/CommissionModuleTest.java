package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.UUID;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class CommissionModuleTest {

    @Autowired
    Commissions commissions;

    String caseId;

    @BeforeEach
    void anyCase() {
        caseId = UUID.randomUUID().toString();
    }

    @Test
    @Clause("9.1.2")
    void anAcceptedCommissionHasTheNextNumberOfItsLaboratoryAndYear() {
        register(Orders.concrete());
        assertThat(commissions.find(caseId).commissionNo()).isNull();
        assertThat(accept()).isTrue();
        CommissionView order = commissions.find(caseId);
        assertThat(order.commissionNo()).matches("BJ01-WT-20\\d\\d-\\d{5}");
        assertThat(order.state()).isEqualTo("SAMPLING");
        assertThat(order.sample().name()).isEqualTo("混凝土抗压强度试件");
        assertThat(order.sample().spec()).isEqualTo("150 mm×150 mm×150 mm");
        assertThat(order.asked().details()).containsEntry("sizeMm", "150");
        assertThat(order.sample().specimenCount()).isEqualTo(3);
    }

    @Test
    void everyFamilyCanBeCommissioned() {
        for (DemoTest test : DemoTest.all()) {
            caseId = UUID.randomUUID().toString();
            register(Orders.of(test));
            CommissionView order = commissions.find(caseId);
            assertThat(order.asked().requirements()).isNotBlank();
            assertThat(order.asked().testStandards()).isNotBlank();
            assertThat(order.asked().family()).isNotBlank();
        }
    }

    @Test
    void aRefusedCommissionIsCorrectedAndReviewedAgain() {
        register(Orders.concrete());
        boolean accepted = As.person(
                "receiver", () -> commissions.review(caseId, Map.of("decision", "REFUSE", "reason", "部位写到轴线")));
        assertThat(accepted).isFalse();
        assertThat(commissions.find(caseId).state()).isEqualTo("RETURNED");
        assertThat(commissions.find(caseId).course().reviewReason()).isEqualTo("部位写到轴线");
        Map<String, Object> order = new java.util.HashMap<>(commissions.asked(caseId));
        assertThat(order).containsEntry("concreteGrade", "C30").containsEntry("labCode", "BJ01");
        order.put("part", "四层 1～3/A 轴柱");
        assertThat(As.person(
                        "commissioner",
                        () -> commissions.correct(caseId, Map.of("decision", "RESUBMIT", "order", order))))
                .isTrue();
        assertThat(commissions.find(caseId).site().part()).isEqualTo("四层 1～3/A 轴柱");
        assertThat(accept()).isTrue();
    }

    @Test
    void aRefusedCommissionCanBeWithdrawnWithAReason() {
        register(Orders.concrete());
        As.person("receiver", () -> commissions.review(caseId, Map.of("decision", "REFUSE", "reason", "重复委托")));
        assertRefused(
                "kernel.form.empty",
                () -> As.person("commissioner", () -> commissions.correct(caseId, Map.of("decision", "WITHDRAW"))));
        assertThat(As.person(
                        "commissioner",
                        () -> commissions.correct(caseId, Map.of("decision", "WITHDRAW", "reason", "重复"))))
                .isFalse();
        assertThat(commissions.find(caseId).state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aReviewDoneTwiceIsRefusedAndTakesNoSecondNumber() {
        register(Orders.concrete());
        accept();
        String number = commissions.find(caseId).commissionNo();
        assertRefused("commission.state.other", this::accept);
        assertThat(commissions.find(caseId).commissionNo()).isEqualTo(number);
    }

    @ParameterizedTest
    @Clause("4.1.11")
    @CsvSource({
        "labCode, BJ03, item, mortar-cube, commission.lab.refused",
        "labCode, BJ02, item, mortar-cube, commission.lab.refused",
        "labCode, BJ03, grade, C30, commission.team.missing",
        "labCode, XX, grade, C30, commission.lab.refused",
        "projectCode, XM-2026-002, grade, C30, commission.project.unknown",
        "projectCode, nothing, grade, C30, commission.project.unknown",
        "nature, SUPERVISORY, grade, C30, commission.nature.refused",
        "nature, GIFT, grade, C30, commission.choice.unknown",
        "concreteGrade, C31, grade, C30, commission.choice.unknown",
        "specimenCount, 1000, grade, C30, commission.specimens.exact",
        "specimenCount, 2.5, grade, C30, kernel.form.whole",
        "madeOn, 2020-01-01, grade, C30, commission.madeOn.range",
        "madeOn, 31-12-2026, grade, C30, kernel.form.date",
        "part, '', grade, C30, kernel.form.empty",
        "remarks, 对 BJ01-GJ-2026-00001 的复检, grade, C30, commission.retest.byWords",
        "part, 三层（双倍复试）, grade, C30, commission.retest.byWords",
        "nature, DISPUTE, grade, C30, commission.retest.noOriginal",
        "retestOf, BJ01-HN-2020-00001, grade, C30, nonconformity.retest.none"
    })
    void whatCannotBeDoneIsRefusedWithItsReason(
            String field, String value, String other, String otherValue, String code) {
        Map<String, Object> form = Orders.concrete();
        if (otherValue.equals("mortar-cube")) {
            form.putAll(DemoTest.MORTAR.commission());
        }
        form.put(field, value);
        assertRefused(code, () -> register(form));
    }

    @Test
    void longTextsEmojiAndMarkupAreTextOrRefused() {
        Map<String, Object> form = Orders.concrete();
        form.put("part", "<script>alert(1)</script> 🏗️ " + "梁".repeat(100));
        form.put("remarks", "'; DROP TABLE commission_order; --");
        register(form);
        assertThat(commissions.find(caseId).site().part()).startsWith("<script>alert(1)</script> 🏗️");
        form.put("part", "梁".repeat(201));
        caseId = UUID.randomUUID().toString();
        assertRefused("kernel.form.long", () -> register(form));
    }

    @Test
    @Clause("5.1.1")
    void onlyTheCasesOfOnesOwnHouseAreSeen() {
        register(Orders.concrete());
        accept();
        String number = commissions.find(caseId).commissionNo();
        for (String insider : java.util.List.of("commissioner", "sampler", "witness", "receiver", "supervisor")) {
            assertThat(As.person(insider, () -> commissions.visible(caseId))).isTrue();
            assertThat(As.person(insider, () -> commissions.list(CaseFilter.of(number, null), 0, 10))
                            .total())
                    .isEqualTo(1);
        }
        for (String outsider : java.util.List.of("tester2", "admin")) {
            assertThat(As.person(outsider, () -> commissions.visible(caseId))).isFalse();
            assertThat(As.person(outsider, () -> commissions.list(CaseFilter.of(number, null), 0, 10))
                            .total())
                    .isZero();
        }
        assertThat(As.person("receiver", () -> commissions.list(CaseFilter.of("100%_!", "SAMPLING"), 0, 10))
                        .total())
                .isZero();
    }

    @Test
    void whoOnlyTestsSeesTheCaseOfASampleOnceItsResultIsConcluded() {
        register(Orders.concrete());
        accept();
        String number = commissions.find(caseId).commissionNo();
        assertThat(seenByTheTester(number)).isFalse();

        commissions.enter(caseId, CaseStage.TESTING);
        assertThat(seenByTheTester(number)).isFalse();
        commissions.enter(caseId, CaseStage.REPORTING);
        assertThat(seenByTheTester(number)).isTrue();
    }

    private boolean seenByTheTester(String number) {
        boolean page = As.person("tester", () -> commissions.visible(caseId));
        boolean line = As.person("tester", () -> commissions.list(CaseFilter.of(number, null), 0, 10))
                        .total()
                > 0;
        assertThat(page).isEqualTo(line);
        return page;
    }

    @Test
    void aReceiverOfAnotherHouseCannotAccept() {
        register(Orders.concrete());
        assertRefused(
                "commission.person.refused",
                () -> As.person("tester2", () -> commissions.review(caseId, Map.of("decision", "ACCEPT"))));
    }

    private void register(Map<String, Object> form) {
        As.person("commissioner", () -> commissions.register(caseId, form));
    }

    private boolean accept() {
        return As.person("receiver", () -> commissions.review(caseId, Map.of("decision", "ACCEPT")));
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
