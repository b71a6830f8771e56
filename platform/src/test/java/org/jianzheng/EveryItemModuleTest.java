package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianzheng.archive.Archive;
import org.jianzheng.archive.ArchivedCase;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.engine.Inbox;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every item that the catalogue lets be ordered, from commission to the issued report, its people opening and sending each
 * form: one that passes and is archived, one that fails. The reports stay in target/printed to be looked at.
 */
@PlatformTest
class EveryItemModuleTest {

    /** Of opening one form, at most: ordering a test asks the registries who and what may do it. */
    private static final int STATEMENTS = 90;

    private static final List<String> WRITES = List.of("Com_insert", "Com_update", "Com_delete", "Com_replace");
    private static final Path FOLDER = Path.of("target", "printed");

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Testing testing;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Archive archive;

    @Autowired
    private MutableClock clock;

    private final CaseDriver driver;

    EveryItemModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    static List<TestItem> ordered() {
        return Catalogue.current().items().stream().filter(TestItem::isOrdered).toList();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @ParameterizedTest
    @MethodSource("ordered")
    @Clause({"4.1.5", "4.2.2.2", "5.3.2.2", "5.4.2", "9.1.1", "9.1.3"})
    void runsFromCommissionToArchivedReport(TestItem item) throws IOException {
        DemoTest test = DemoTest.of(item.code());
        String caseId = opened(test, driver.commission(test, part("二层", item)));

        ResultView result = testing.result(caseId);
        assertThat(result.family()).isEqualTo(item.family());
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(result.course().tester().certificateNo()).isEqualTo("SN-JC-20250009");
        assertThat(result.course().equipment()).hasSameSizeAs(test.machines());
        ArchivedCase entry = As.person("labadmin", () -> archive.find(caseId)).orElseThrow();
        assertThat(entry.documents().get("rawRecord")).hasSameSizeAs(test.records());
        assertThat(entry.retainedUntil()).isEqualTo(CityTime.today(clock).plusYears(item.retentionYears()));
        assertThat(archive.path(caseId))
                .hasValueSatisfying(path -> assertThat(path).contains("registerTaking", "record_2", "issue"));
        assertThat(printed(caseId, item.code()))
                .contains(
                        Orders.of(test).get("represents").toString(),
                        "检测依据",
                        "判定依据",
                        "检测场所",
                        "取样单位/人",
                        "见证单位/人",
                        "单项评定",
                        "检测结论")
                .contains("SN-QY-20250002", "SN-JZ-20250005", "校准有效期至")
                .contains("合格")
                .doesNotContain("不合格", "送审稿", "不得作为工程质量验收资料");
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void whatFailsIsReportedToo(TestItem item) throws IOException {
        DemoTest test = DemoTest.failing(item.code());
        String caseId = driver.commission(test, part("一层", item));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, test);
        driver.recordAll(caseId, test);
        driver.review(caseId);
        driver.sign(caseId);

        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isIn(Verdict.FAIL, Verdict.RETEST);
        assertThat(result.finding().rows())
                .extracting(ResultView.RequirementRow::verdict)
                .contains(result.finding().conclusion());
        assertThat(reporting.ofCase(caseId)).hasValueSatisfying(report -> assertThat(report.conclusion())
                .isEqualTo(result.finding().conclusion()));
        assertThat(printed(caseId, item.code() + "-failed"))
                .contains(result.finding().conclusion() == Verdict.FAIL ? "不合格" : "复验")
                .doesNotContain("送审稿");
    }

    /** Of its own, so that no report speaks of another's. */
    private static Map<String, Object> part(String storey, TestItem item) {
        return Map.of("part", storey + "（" + item.label() + "）");
    }

    /** As it was issued: every value of the folder's tables and facts stands in it, and nothing that people do not read. */
    private String printed(String caseId, String name) throws IOException {
        ReportView report = reporting.ofCase(caseId).orElseThrow();
        assertThat(report.status()).isEqualTo(ReportStatus.SIGNED);
        assertThat(report.issue().pdfSha256()).hasSize(64);
        byte[] pdf = As.person("signatory", () -> reporting.pdf(report.reportNo()));
        Files.write(Files.createDirectories(FOLDER).resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s", ""))
                    .contains(testing.result(caseId).finding().text().replaceAll("\\s", ""))
                    .doesNotContain("null", "PASS", "FAIL", "true", "false", "{");
            return text;
        }
    }

    /** What a form reads is there, whatever gives it: the check of diagrams cannot look into a map. Opening it writes nothing. */
    private String opened(DemoTest test, String caseId) {
        while (!driver.isFinished(caseId)) {
            Submission next = driver.next(caseId, test);
            Opened opened = As.person(
                    next.person(),
                    () -> transaction.execute(status -> open(next.task().id())));
            assertThat(opened.shown())
                    .as(opened.form())
                    .containsAll(contract(opened.form()).reads());
            assertThat(opened.written())
                    .as("written by opening %s", opened.form())
                    .isZero();
            assertThat(opened.statements())
                    .as("statements of opening %s", opened.form())
                    .isBetween(1L, (long) STATEMENTS);
            driver.submit(next);
        }
        return caseId;
    }

    private record Opened(String form, Set<String> shown, long written, long statements) {}

    /** Within one transaction all of it goes by one connection, which counts for itself. */
    private Opened open(String task) {
        String form = inbox.formOf(task);
        Map<String, Long> before = counts();
        Set<String> shown = inbox.shown(task).keySet();
        entities.flush();
        Map<String, Long> after = counts();
        long written = WRITES.stream()
                .mapToLong(kind -> after.get(kind) - before.get(kind))
                .sum();
        return new Opened(form, shown, written, after.get("Com_select") - before.get("Com_select"));
    }

    private Map<String, Long> counts() {
        return database.queryForList("show session status like 'Com\\_%'").stream()
                .filter(row ->
                        WRITES.contains(row.get("Variable_name")) || "Com_select".equals(row.get("Variable_name")))
                .collect(Collectors.toMap(
                        row -> (String) row.get("Variable_name"), row -> Long.valueOf((String) row.get("Value"))));
    }

    private static FormContract contract(String form) {
        return FormContract.read(new String(BundledFiles.forms().get(form), StandardCharsets.UTF_8));
    }
}
