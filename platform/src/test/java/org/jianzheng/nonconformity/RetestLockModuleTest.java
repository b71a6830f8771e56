package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.Ordering;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.process.ReportingSteps;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What is tested again is what failed, and its report, its reviewers and its loop say so. */
@PlatformTest
class RetestLockModuleTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private LoopFollowup followup;

    @Autowired
    private Commissions commissions;

    @Autowired
    private MockMvc web;

    @Autowired
    private Ordering ordering;

    @Autowired
    private CommissionSteps sheets;

    @Autowired
    private ReportingSteps reports;

    @Autowired
    private Reporting reporting;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    private LoopDriver loop;
    private String no;

    @BeforeEach
    void aReTestIsApproved() {
        loop = new LoopDriver(platform, DemoTest.weakRebar()).confirmed().approved("DOUBLE_RETEST");
        no = loop.reportNo();
    }

    @Test
    @Clause("5.3.5")
    void whatTheFailingReportFixesIsNotWhoeverOrdersToChoose() {
        Map<String, String> other = Map.of(
                "barGrade", "HRB400",
                "diameterMm", "25",
                "barEdition", "GB1499.2-2018",
                "represents", "99 t",
                "unitWorks", "9号楼",
                "part", "一层",
                "maker", "别家钢厂",
                "batchNo", "L-9",
                "requirements", "GB/T 1499.2-2018",
                "nature", "SELF_CHECK");
        other.forEach((field, value) -> {
            refusedAt(field, () -> loop.commissionAgain(DemoTest.REBAR, Map.of(field, value)));
            refusedAt(field, () -> register(Map.of(field, value)));
        });
        refusedAt("item", () -> loop.commissionAgain(DemoTest.REBAR, Map.of("item", "weld")));
        assertThat(commissions.retestsOf(no)).isEmpty();

        String again = As.person("commissioner", () -> loop.cases().start(free()));
        assertThat(commissions.find(again)).satisfies(order -> {
            assertThat(order.asked().grade()).isEqualTo("HRB400E");
            assertThat(order.sample().spec()).contains("20");
            assertThat(order.sample().represents()).isEqualTo("60 t");
            assertThat(order.site().unitWorks()).isEqualTo("3号楼");
            assertThat(order.sample().specimenCount()).isEqualTo(4);
            assertThat(order.nature()).isEqualTo("DEVELOPER");
            assertThat(order.retest().reportNo()).isEqualTo(no);
        });
    }

    /** What the form asks for once a failing report is chosen. */
    private Map<String, Object> free() {
        return new HashMap<>(Map.of(
                "retestOf", no, "labCode", "BJ01", "contact", "陈思远", "phone", "0917-3401001", "reportCopies", 3));
    }

    private void register(Map<String, String> other) {
        Map<String, Object> form = free();
        form.putAll(other);
        As.person("commissioner", () -> commissions.register(UUID.randomUUID().toString(), form));
    }

    private static void refusedAt(String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.field())
                .hasValue(field));
    }

    @Test
    void thePageOrdersIt() throws Exception {
        web.perform(get("/commissions/new?retestOf=" + no).with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("下屈服强度")));
        web.perform(post("/commissions/new")
                        .param("retestOf", no)
                        .param("labCode", "BJ01")
                        .param("contact", "陈思远")
                        .param("phone", "13909170001")
                        .with(csrf())
                        .with(As.signedIn("commissioner")))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void thePageShowsWhatItFixes() {
        assertThat(As.person("commissioner", () -> ordering.retest(no)).toString())
                .contains("HRB400E")
                .contains("Φ20")
                .contains("60 t")
                .contains("3号楼 三层框架柱 KZ-1～KZ-12")
                .contains("下屈服强度")
                .contains("pieces=4");
        for (String other : List.of("sampler", "witness", "tester", "receiver", "supervisor")) {
            assertThat(As.person(other, commissions::retestOffers)).as(other).noneMatch(offer -> offer.reportNo()
                    .equals(no));
        }
    }

    @Test
    void aCorrectionKeepsTheLock() {
        String again = loop.commissionAgain(DemoTest.REBAR, Map.of());
        As.person("receiver", () -> commissions.review(again, Map.of("decision", "REFUSE", "reason", "电话不通")));
        Map<String, Object> order = new HashMap<>(commissions.asked(again));
        refusedAt("represents", () -> correct(again, order, "represents", "99 t"));
        refusedAt("barGrade", () -> correct(again, order, "barGrade", "HRB400"));
        refusedAt("retestOf", () -> correct(again, order, "retestOf", "BJ01-GJ-2020-00001"));
        assertThat(correct(again, order, "retestOf", null)).isTrue();
        assertThat(commissions.find(again).retest().reportNo())
                .as("dropping it drops nothing")
                .isEqualTo(no);
    }

    private boolean correct(String again, Map<String, Object> order, String field, String value) {
        Map<String, Object> changed = new HashMap<>(order);
        changed.put(field, value);
        return As.person(
                "commissioner", () -> commissions.correct(again, Map.of("decision", "RESUBMIT", "order", changed)));
    }

    @Test
    void aFirstTestDoesNotBecomeAReTestByCorrection() {
        String first = UUID.randomUUID().toString();
        As.person("commissioner", () -> commissions.register(first, Orders.of(DemoTest.REBAR)));
        As.person("receiver", () -> commissions.review(first, Map.of("decision", "REFUSE", "reason", "部位")));
        Map<String, Object> order = new HashMap<>(commissions.asked(first));
        refusedAt("retestOf", () -> correct(first, order, "retestOf", no));
    }

    @Test
    @Clause("5.3.5")
    void theOriginalIsNamedInContractReviewReviewReportAndLoop() {
        String again = loop.commissionAgain(DemoTest.REBAR, Map.of());
        loop.submit("commissioner", "commissionRetest", Map.of());
        assertThat(sheets.sheet(again).get("retest").toString()).contains(no).contains("下屈服强度");
        toReview(again);
        String draft = reporting.ofCase(again).orElseThrow().id();
        assertThat(reports.sheet(draft).get("retest").toString()).contains(no).contains("下屈服强度");
        loop.cases().review(again);
        loop.cases().sign(again);
        loop.runDueTimers();

        String retestNo = reporting.ofCase(again).orElseThrow().reportNo();
        assertThat(reporting.proven(retestNo)).hasValueSatisfying(report -> assertThat(report.text())
                .containsEntry("originalReportNo", no)
                .hasEntrySatisfying("remarks", remarks -> assertThat(remarks).startsWith("复检，原报告编号 " + no)));
        assertThat(reporting.proven(no))
                .hasValueSatisfying(report -> assertThat(report.text()).doesNotContainKey("originalReportNo"));
        assertThat(loop.loop().retestNo()).isEqualTo(retestNo);
    }

    private void toReview(String again) {
        DemoTest doubled = DemoTest.rebarAgain(false);
        CaseDriver cases = loop.cases();
        cases.accept(again);
        cases.take(again);
        cases.witness(again);
        cases.receive(again);
        cases.assign(again, doubled);
        cases.record(again, doubled.records().get(0));
    }

    @Test
    @Clause("5.3.5")
    void aReTestOfOtherSteelIsSignedForNothing() {
        String again = loop.commissionAgain(DemoTest.REBAR, Map.of());
        loop.submit("commissioner", "commissionRetest", Map.of());
        // As it could be ordered before: the row says something else than the failing report.
        sql.update("UPDATE commission_order SET represents = '99 t' WHERE case_id = ?", again);
        assertThatThrownBy(() -> loop.cases().accept(again))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("commission.retest.differs"));
        sql.update("UPDATE commission_order SET represents = '60 t' WHERE case_id = ?", again);
        loop.cases().accept(again);
        As.person(
                "commissioner",
                () -> transaction.executeWithoutResult(
                        status -> commissions.amend(again, Map.of("represents", "99 t"), "代表数量有误")));
        afterAcceptance(again);
        loop.runDueTimers();

        assertThat(loop.loop().state()).isEqualTo(LoopState.RETESTING);
        assertThat(loop.loop().retestNo()).isNull();
        String retestNo = reporting.ofCase(again).orElseThrow().reportNo();
        assertThat(As.person("supervisor", () -> nonconformity.retests(no)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.retestNo()).isEqualTo(retestNo);
                    assertThat(one.objection()).contains("代表数量").contains("99 t");
                });
        assertThat(As.person("system", () -> followup.retestOutcome(no))).isEqualTo("WAITING");
        assertThat(As.person("supervisor", () -> nonconformity.retests(no))).hasSize(1);
        assertThat(commissions
                        .find(loop.commissionAgain(DemoTest.REBAR, Map.of()))
                        .retest()
                        .reportNo())
                .as("the right steel may be tested still")
                .isEqualTo(no);
    }

    private void afterAcceptance(String again) {
        DemoTest doubled = DemoTest.rebarAgain(false);
        CaseDriver cases = loop.cases();
        cases.take(again);
        cases.witness(again);
        cases.receive(again);
        cases.assign(again, doubled);
        cases.record(again, doubled.records().get(0));
        cases.review(again);
        cases.sign(again);
    }
}
