package org.jianzheng.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.report.IssuedCubes;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.bench.FullTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Batches of a project of its own: who sees and evaluates them, on what, and what becomes of an evaluation. */
@PlatformTest
class BatchModuleTest {

    private static final LocalDate MADE = LocalDate.of(2026, 9, 1);
    private static final String[] TEN = {"33.2", "35.6", "34.1", "36.8", "32.9", "35.0", "37.4", "33.8", "34.9", "36.1"
    };

    private final String project =
            "JP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @Autowired
    private Batches batches;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc browser;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private MutableClock clock;

    private IssuedCubes cubes;

    @BeforeEach
    void project() {
        sql.update(
                "INSERT INTO qualification_project (code, name, address, supervision_reg_no, permit_no, developer_code,"
                        + " contractor_code, supervision_code) VALUES (?, '批评定工程', '宝鸡', ?, ?, 'WBJT', 'SJ1', 'HC')",
                project,
                "ZJ-" + project,
                "SG-" + project);
        cubes = new IssuedCubes(platform, project);
    }

    @Test
    void tenGroupsAreJudgedByTheStatisticalProcedureAndKeptWithALedgerEntry() {
        List<String> reports = ten();
        String no = evaluate("witness", Map.of(), Set.of());

        EvaluationView view = find("commissioner", no);
        assertThat(view.stands()).isTrue();
        EvaluationSheet sheet = view.sheet();
        assertThat(sheet.groups()).extracting(EvaluationSheet.Line::reportNo).containsExactlyElementsOf(reports);
        // The figures of the published vector concrete-batch-gbt50107-01.
        assertThat(sheet.outcome().procedure()).isEqualTo("UNKNOWN_SIGMA");
        assertThat(sheet.outcome().figures())
                .containsEntry("meanMpa", "35.0")
                .containsEntry("minMpa", "32.9")
                .containsEntry("stdDev", "1.51")
                .containsEntry("stdDevUsed", "2.50")
                .containsEntry("verdict", "PASS");
        assertThat(sheet.done().by()).isEqualTo("赵敏");
        assertThat(ledger.find(view.ledgerEntry()).map(LedgerLine::action)).contains("batch.evaluated");
        assertThat(ledger.provenContent(view.ledgerEntry()).orElseThrow()).containsEntry("verdict", "PASS");
    }

    @Test
    void aFailingGroupThatIsLeftOutNeedsAReasonAndIsNamedOnPageAndPaper() throws Exception {
        List<String> reports = ten();
        String weak = cubes.concrete("24.1", MADE.plusDays(20), Map.of("conclusionCode", "FAIL"));
        String own = cubes.concrete("41.7", MADE.plusDays(21), Map.of("nature", "施工自检"));
        refused("kernel.form.empty", () -> evaluate("witness", Map.of(), Set.of(weak)));
        String no = evaluate("witness", Map.of("leaveReason", "该部位已返工"), Set.of(weak));

        browser.perform(get(page(no)).with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("有 1 组单组不合格且不在其他评定中：" + weak + " 24.1 MPa")))
                .andExpect(content().string(Matchers.containsString("该部位已返工")))
                .andExpect(content().string(Matchers.containsString("<dd class=\"jz-lines\">1.51</dd>")))
                .andExpect(content().string(Matchers.containsString("≥ 32.875 MPa")));
        String paper = paper(no);
        assertThat(paper).contains("同批可计入而未列入的组（1 组）", "评定人逐组剔出", "该部位已返工", "有 1 组单组不合格");
        assertThat(paper).contains("同批不计入的组（1 组）", "非建设单位委托", "41.7");
        assertThat(squeezed(paper)).contains(weak, "24.1", own, reports.get(0), "JZ-PD-");
        assertThat(squeezed(paper)).contains(find("witness", no).ledgerEntry().toString());
        assertThat(paper).contains("统计方法（标准差未知）", "标准差 S（MPa） 1.51", "平均值 ≥ 32.875 MPa", "该批评定为合格");
    }

    @Test
    void groupsOfAnotherPartAreLeftOutByItAndThoseOfAnotherBatchAreNone() {
        ten();
        String other = cubes.concrete("31.0", MADE, Map.of("part", "4号楼　三层柱"));
        cubes.concrete("45.0", MADE, Map.of("mixNo", "PHB-45"));
        cubes.concrete("25.0", MADE, Map.of("mixNo", "PHB-45", "conclusionCode", "FAIL"));
        cubes.mortar("11.2", MADE, Map.of());
        EvaluationSheet sheet = find("witness", evaluate("witness", Map.of("unitWorks", "3号楼"), Set.of()))
                .sheet();

        assertThat(sheet.groups()).hasSize(10);
        assertThat(sheet.leftOut()).extracting(EvaluationSheet.Line::reportNo).containsExactly(other);
        assertThat(sheet.leftOut().get(0).why()).isEqualTo("OTHER_PART");
        assertThat(sheet.otherMixes()).isEqualTo(new EvaluationSheet.OtherMixes(2, 1));
        assertThat(offers()).hasSize(3);
    }

    @Test
    void whoMaySeeTheProjectSeesItsBatchesAndTheContractorOnlyLooks() throws Exception {
        ten();
        for (String who : List.of("commissioner", "witness", "supervisor", "stationadmin")) {
            assertThat(As.person(who, batches::mayEvaluate)).as(who).isTrue();
        }
        refused("batch.otherRole", () -> evaluate("sampler", Map.of(), Set.of()));
        String no = evaluate("supervisor", Map.of(), Set.of());
        browser.perform(get(page(no)).with(As.signedIn("sampler"))).andExpect(status().isOk());
        browser.perform(get(page(no) + ".pdf").with(As.signedIn("sampler"))).andExpect(status().isOk());
        for (String stranger : List.of("tester", "labadmin", "tester2", "admin")) {
            for (String path : List.of(page(no), page(no) + ".pdf", page("offers"), page("offers/" + key()), list())) {
                browser.perform(get(path).with(As.signedIn(stranger))).andExpect(status().isNotFound());
            }
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> evaluate("tester", Map.of(), Set.of()));
        // Nor does another project lead there.
        browser.perform(get("/projects/" + DemoCity.PROJECT + "/batches/" + no).with(As.signedIn("witness")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRecalledReportIsNotCountedAndOutdatesTheEvaluationThatCountedIt() throws Exception {
        List<String> reports = ten();
        String no = evaluate("witness", Map.of(), Set.of());
        cubes.recall(reports.get(3));

        EvaluationView view = find("commissioner", no);
        assertThat(view.stands()).isFalse();
        assertThat(view.fate().outdatedBy())
                .extracting(EvaluationFate.Outdating::reportNo)
                .containsExactly(reports.get(3));
        assertThat(As.person("witness", () -> batches.list(project, 0, 20)).items())
                .allMatch(each -> each.fate().outdated());
        assertThat(paper(no)).contains("本评定已失效");
        browser.perform(get(page(no)).with(As.signedIn("witness")))
                .andExpect(content().string(Matchers.containsString("本评定已失效")));

        String again = evaluate("witness", Map.of("supersedeReason", "报告收回，重新评定"), Set.of());
        EvaluationSheet sheet = find("witness", again).sheet();
        assertThat(sheet.groups()).hasSize(9);
        assertThat(sheet.outcome().procedure()).isEqualTo("NON_STATISTICAL");
        assertThat(sheet.uncounted())
                .extracting(EvaluationSheet.Line::reportNo, EvaluationSheet.Line::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(reports.get(3), "RECALLED"));
    }

    @Test
    void aLaterEvaluationOfTheSameGroupsTakesThePlaceOfTheEarlierAndSaysWhy() {
        List<String> reports = ten();
        String weak = cubes.concrete("24.1", MADE.plusDays(20), Map.of("conclusionCode", "FAIL"));
        String first = evaluate("witness", Map.of(), Set.of());
        assertThat(find("witness", first).sheet().outcome().verdict()).isEqualTo("FAIL");
        refused("kernel.form.empty", () -> evaluate("witness", Map.of("leaveReason", "返工"), Set.of(weak)));
        String second = evaluate("witness", Map.of("leaveReason", "返工", "supersedeReason", "返工后重新评定"), Set.of(weak));

        EvaluationView old = find("witness", first);
        assertThat(old.fate().supersededBy()).isEqualTo(second);
        assertThat(old.fate().supersedeReason()).isEqualTo("返工后重新评定");
        assertThat(old.sheet().groups()).hasSize(11);
        EvaluationSheet sheet = find("witness", second).sheet();
        assertThat(sheet.done().supersedes()).containsExactly(first);
        assertThat(sheet.failedOutside())
                .extracting(EvaluationSheet.Line::reportNo)
                .containsExactly(weak);
        assertThat(actions(first)).containsExactly("batch.evaluated", "batch.superseded");
        assertThat(sheet.groups()).extracting(EvaluationSheet.Line::reportNo).containsExactlyElementsOf(reports);
    }

    @Test
    void ofTwoWhoEvaluateTheSameGroupsAtOnceOneIsToldOfTheOther() throws Exception {
        ten();
        List<Boolean> done = AtOnce.all(List.of(() -> evaluated("witness"), () -> evaluated("commissioner")));

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    private boolean evaluated(String who) {
        try {
            evaluate(who, Map.of(), Set.of());
            return true;
        } catch (RuleBroken refused) {
            assertThat(refused.code()).isEqualTo("kernel.form.empty");
            assertThat(refused.field()).contains("supersedeReason");
            return false;
        }
    }

    @Test
    void whatSomebodyWritesIntoTheTablesIsNotEvaluatedAndNothingIsLeftOutForIt() {
        List<String> reports = ten();
        String one = reports.get(4);
        sql.update(
                "UPDATE reporting_report SET content = REPLACE(content, '\"representative\":\"32.9\"',"
                        + " '\"representative\":\"52.9\"'), conclusion = 'PASS' WHERE report_no = ?",
                one);
        assertThat(find("witness", evaluate("witness", Map.of(), Set.of()))
                        .sheet()
                        .outcome()
                        .figures())
                .containsEntry("minMpa", "32.9");

        sql.update("UPDATE reporting_report SET status = 'RECALLED' WHERE report_no = ?", one);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> evaluate("witness", Map.of("supersedeReason", "再评"), Set.of()))
                .withMessage("batch.group.unproven");
        sql.update("UPDATE reporting_report SET status = 'SIGNED' WHERE report_no = ?", one);

        JdbcTemplate owner = TestDatabase.owner();
        owner.update("UPDATE reporting_issue SET content = REPLACE(content, '32.9', '52.9') WHERE report_no = ?", one);
        refused("batch.group.unproven", () -> evaluate("witness", Map.of("supersedeReason", "再评"), Set.of()));
        owner.update("UPDATE reporting_issue SET content = REPLACE(content, '52.9', '32.9') WHERE report_no = ?", one);
    }

    @Test
    void anEvaluationThatSomebodyRewroteIsNeitherShownNorPrinted() throws Exception {
        ten();
        String no = evaluate("witness", Map.of(), Set.of());
        JdbcTemplate owner = TestDatabase.owner();
        String content =
                owner.queryForObject("SELECT content FROM batch_evaluation WHERE evaluation_no = ?", String.class, no);
        String rewrite = "UPDATE batch_evaluation SET content = ? WHERE evaluation_no = ?";
        owner.update(rewrite, content.replace("32.9", "42.9"), no);

        assertThat(find("witness", no).proven()).isFalse();
        browser.perform(get(page(no)).with(As.signedIn("witness")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("不能证明其内容")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("42.9"))));
        browser.perform(get(page(no) + ".pdf").with(As.signedIn("witness")))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(get(list()).with(As.signedIn("witness"))).andExpect(status().isOk());
        owner.update(rewrite, content, no);
        assertThat(find("witness", no).stands()).isTrue();
    }

    @Test
    void whoeverEvaluatesHasSeenJustWhatIsEvaluated() throws Exception {
        ten();
        String url = page("offers/" + key());
        String seen = As.person("witness", () -> batches.selection(project, choice(Map.of(), Set.of())))
                .selection()
                .seen();
        cubes.concrete("29.0", MADE.plusDays(30), Map.of("conclusionCode", "FAIL"));
        browser.perform(post(url).param("seen", seen).with(csrf()).with(As.signedIn("witness")))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(post(url).with(csrf()).with(As.signedIn("witness")))
                .andExpect(status().isUnprocessableEntity());
        assertThat(As.person("witness", () -> batches.list(project, 0, 20)).total())
                .isZero();

        String now = As.person("witness", () -> batches.selection(project, choice(Map.of(), Set.of())))
                .selection()
                .seen();
        browser.perform(post(url).param("seen", now).with(csrf()).with(As.signedIn("witness")))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aThousandGroupsAreShownInPagesAndWhatNobodyIssuedIsNotEvaluated() throws Exception {
        String first = cubes.concrete("35.1", MADE, Map.of());
        String prefix = project.substring(3);
        var tables = new FullTables(sql);
        try {
            tables.copies(
                    "reporting_issue",
                    "report_no = '" + first + "'",
                    999,
                    Map.of("report_no", "CONCAT('" + prefix + "-', n)"));
            tables.copies(
                    "reporting_report",
                    "report_no = '" + first + "'",
                    999,
                    Map.of("id", "UUID()", "case_id", "UUID()", "report_no", "CONCAT('" + prefix + "-', n)"));
            assertThat(offers()).singleElement().satisfies(offer -> assertThat(offer.counting())
                    .isEqualTo(1000));
            browser.perform(get(page("offers/" + key()) + "?page=19").with(As.signedIn("witness")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("第 20 / 20 页，共 1,000 条")));
            refused("batch.group.unproven", () -> evaluate("witness", Map.of(), Set.of()));
        } finally {
            TestDatabase.owner().update("DELETE FROM reporting_issue WHERE report_no LIKE ?", prefix + "-%");
            TestDatabase.owner().update("DELETE FROM reporting_report WHERE report_no LIKE ?", prefix + "-%");
        }
        assertThat(find("witness", evaluate("witness", Map.of(), Set.of()))
                        .sheet()
                        .groups())
                .hasSize(1);
    }

    @Test
    void anEvaluationOfManyGroupsIsReadInPagesAndPrintedWhole() throws Exception {
        cubes.concretes(60, MADE, Map.of());
        String no = evaluate("witness", Map.of(), Set.of());

        browser.perform(get(page(no) + "?page=1").with(As.signedIn("witness")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("第 2 / 2 页，共 60 条")));
        assertThat(paper(no)).contains("列入评定的组（60 组）", "第 2 页");
        String more = evaluate("witness", Map.of("supersedeReason", "复核"), Set.of());
        browser.perform(get(list() + "?page=7").with(As.signedIn("witness")))
                .andExpect(content().string(Matchers.containsString(more)))
                .andExpect(content().string(Matchers.containsString("已被替代")));
    }

    @Test
    void aCaseFromCommissionToReportBecomesAGroup() {
        CaseDriver driver = new CaseDriver(platform);
        String mix = "PHB-" + project;
        var test = DemoTest.CONCRETE.measuring(DemoTest.concrete("787.5", "801.2", "812.6"));
        String caseId;
        try (var before = clock.advance(Duration.ofDays(-28))) {
            caseId = driver.commission(test, Map.of("batchNo", mix));
            driver.accept(caseId);
            driver.take(caseId);
            driver.witness(caseId);
            driver.receive(caseId);
        }
        driver.assign(caseId, test);
        driver.record(caseId, test.records().get(0));
        driver.review(caseId);
        driver.sign(caseId);

        BatchCriteria criteria = new BatchCriteria(BatchKind.CONCRETE, "C30", "标准养护", "28 d", mix);
        BatchChoice choice = BatchChoice.of(criteria.key(), new FormValues(Map.of()), Set.of());
        var view = As.person("witness", () -> batches.selection(DemoCity.PROJECT, choice));
        assertThat(view.selection().taken()).singleElement().satisfies(group -> {
            assertThat(group.value()).isEqualByComparingTo("35.6");
            assertThat(group.place().unitWorks()).isEqualTo("3号楼");
            assertThat(group.madeOn()).isNotNull();
        });
    }

    private List<String> ten() {
        return Stream.iterate(0, i -> i < TEN.length, i -> i + 1)
                .map(i -> cubes.concrete(TEN[i], MADE.plusDays(i), Map.of()))
                .toList();
    }

    private String key() {
        return new BatchCriteria(BatchKind.CONCRETE, "C30", "标准养护", "28 d", "PHB-30-01").key();
    }

    private BatchChoice choice(Map<String, String> form, Set<String> leftOut) {
        return BatchChoice.of(key(), new FormValues(form), leftOut);
    }

    private String evaluate(String who, Map<String, String> form, Set<String> leftOut) {
        String seen = As.person(who, () -> batches.selection(project, choice(form, leftOut)))
                .selection()
                .seen();
        Map<String, String> all = new HashMap<>(form);
        all.put("seen", seen);
        return As.person(who, () -> batches.evaluate(project, choice(all, leftOut)));
    }

    private EvaluationView find(String who, String no) {
        return As.person(who, () -> batches.find(project, no));
    }

    private List<BatchOffer> offers() {
        return As.person("witness", () -> batches.offers(project, 0, 20)).items();
    }

    private List<String> actions(String no) {
        return ledger.ofSubject("batch:" + no).stream().map(LedgerLine::action).toList();
    }

    private String list() {
        return "/projects/" + project + "/batches";
    }

    private String page(String rest) {
        return list() + "/" + rest;
    }

    private String paper(String no) throws Exception {
        byte[] pdf = browser.perform(get(page(no) + ".pdf").with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
