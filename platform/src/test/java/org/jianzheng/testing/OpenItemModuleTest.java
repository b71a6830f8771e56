package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.TypingWaived;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** 其他检测项目: no laboratory is stopped by a method that no folder knows. */
@PlatformTest
class OpenItemModuleTest {

    private static final String MACHINE = "BJ01-YL-01";

    @Autowired
    Testing testing;

    @Autowired
    Commissions commissions;

    @Autowired
    Warnings warnings;

    @Autowired
    JdbcTemplate database;

    CaseDriver driver;

    @BeforeEach
    void driver(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    @Clause("5.4.7.2")
    void whatTheOrderRequiresIsRecordedJudgedAndReported() {
        String caseId = driver.finish(DemoTest.OPEN);
        CommissionView order = commissions.find(caseId);
        assertThat(order.asked().itemName()).isEqualTo("挤塑聚苯板压缩强度和吸水率");
        assertThat(order.asked().testStandards()).isEqualTo("GB/T 8813-2020");
        assertThat(order.asked().requirements()).isEqualTo("GB/T 10801.2-2018");
        assertThat(order.terms()).contains("压缩强度 ≥0.20 MPa，修约到 2 位小数", "吸水率 ≤1.5 %，修约到 1 位小数", "外观 表面平整、无夹杂物");
        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(result.finding().rows())
                .extracting(ResultView.RequirementRow::item, ResultView.RequirementRow::measured)
                .containsExactly(tuple("压缩强度（MPa）", "0.20"), tuple("吸水率（%）", "1.2"), tuple("外观", "符合"));
        assertThat(driver.isFinished(caseId)).isTrue();
    }

    @Test
    void oneParameterThatFailsFailsTheWhole() {
        String caseId = driver.toTest(DemoTest.OPEN);
        driver.assign(caseId, DemoTest.OPEN);
        driver.record(caseId, DemoTest.open("0.1949", "1.2", "true"));
        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(result.finding().rows())
                .extracting(ResultView.RequirementRow::verdict)
                .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.PASS);
    }

    @Test
    @Clause("4.1.7")
    void aForceThatIsTypedAsAnotherTestIsToldWhereAMachineWouldHaveSentIt(@Autowired ApplicationContext platform) {
        // The other tests of this database type what this machine now sends.
        new TypingWaived(platform).forItems("BJ01", "concrete-cube", "mortar-cube");
        As.person("labadmin", () -> platform.getBean(MachineLogins.class).renew(MACHINE));
        String caseId = driver.finish(DemoTest.OPEN);
        assertThat(openTyped(caseId)).singleElement().satisfies(warning -> {
            assertThat(warning.sentence()).contains("压缩强度 (MPa)", MACHINE).doesNotContain("吸水率");
            assertThat(warning.labCode()).isEqualTo("BJ01");
        });
    }

    private List<WarningView> openTyped(String caseId) {
        return As.person("supervisor", () -> warnings.ofCase(caseId)).stream()
                .filter(warning -> warning.rule().equals("testing.open.typed"))
                .toList();
    }

    @Test
    void aTesterNeitherAddsAVerdictNorLeavesAParameterOut() {
        String caseId = driver.toTest(DemoTest.OPEN);
        driver.assign(caseId, DemoTest.OPEN);
        Map<String, Object> whole = DemoTest.open("0.195", "1.2", "true");
        List<Map<String, Object>> rows = DemoTest.rowsOf(whole, "parameters");
        refused(caseId, with(whole, rows, 0, "conforms", "true"), "testing.open.notAsked");
        refused(caseId, with(whole, rows, 0, "value", null), "testing.form");
        refused(caseId, with(whole, rows, 2, "conforms", null), "testing.form");
        refused(caseId, with(whole, rows, 0, "lower", "0.01"), "workflow.form");
        refused(caseId, Map.of("parameters", rows.subList(0, 2)), "form");
        driver.record(caseId, whole);
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aRequirementThatWasChangedBehindTheOrderJudgesNothing() {
        String caseId = driver.toTest(DemoTest.OPEN);
        driver.assign(caseId, DemoTest.OPEN);
        database.update(
                "UPDATE commission_order SET details = REPLACE(details, '0.20', '0.10') WHERE case_id = ?", caseId);
        refused(caseId, DemoTest.open("0.15", "1.2", "true"), "commission.order.changed");
    }

    @Test
    void anOrderIsRefusedWhichDoesNotSayWhatIsRequired() {
        order("parameters[0].lower", "", "parameters[0].lower");
        order("parameters[0].lower", "≥0.2", "parameters[0].lower");
        order("parameters[0].relation", "EQUALS", "parameters[0].relation");
        order("parameters[0].places", "7", "parameters[0].places");
        order("parameters[1].name", "压缩强度", "parameters[1].name");
        order("parameters[2].words", "", "parameters[2].words");
        order("openGrade", "", "openGrade");
        order("testStandard", "x".repeat(61), "testStandard");
    }

    @Test
    void aTestOfTheCatalogueIsNotOrderedWithAYardstickOfOnesOwn() {
        Map<String, Object> order = Orders.of(DemoTest.OPEN);
        order.put("testStandard", "GB/T28900—2022");
        order.put("productStandard", "按 gb 1499.2-2024 及设计要求");
        assertThatThrownBy(() -> driver.start(order))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("commission.open.catalogued"));
    }

    @Test
    void aParameterTooManyIsRefusedAndNoneIsLeftOut() {
        Map<String, Object> order = Orders.of(DemoTest.OPEN);
        for (int i = 3; i < 12; i++) {
            order.put("parameters[" + i + "].name", "参数 " + i);
            order.put("parameters[" + i + "].relation", "STATED");
            order.put("parameters[" + i + "].words", "无");
        }
        assertThatThrownBy(() -> driver.start(order))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("standards.open.many"));
    }

    private void order(String field, String value, String refusedAt) {
        Map<String, Object> order = Orders.of(DemoTest.OPEN);
        order.put(field, value);
        assertThatThrownBy(() -> driver.start(order))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.field())
                        .as(field + " = " + value)
                        .hasValue(refusedAt));
    }

    private void refused(String caseId, Map<String, Object> form, String code) {
        assertThatThrownBy(() -> driver.record(caseId, form))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).contains(code));
    }

    private static Map<String, Object> with(
            Map<String, Object> whole, List<Map<String, Object>> rows, int row, String field, String value) {
        Map<String, Object> changed = new HashMap<>(rows.get(row));
        changed.put(field, value);
        Map<String, Object> form = new HashMap<>(whole);
        List<Map<String, Object>> other = new ArrayList<>(rows);
        other.set(row, changed);
        form.put("parameters", other);
        return form;
    }
}
