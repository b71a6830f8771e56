package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.PersonAuthentication;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The register on paper and as a workbook, for laboratories of its own. */
@PlatformTest
class RegisterFilesModuleTest {

    private static final int OPEN = 40;

    private final String lab = code();
    private final String other = code();

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc browser;

    @Autowired
    private Clock clock;

    @BeforeEach
    void loops() {
        LocalDateTime now = LocalDateTime.ofInstant(CityTime.now(clock), ZoneOffset.UTC);
        LoopRows.insert(sql, lab, OPEN, now);
        LoopRows.insert(sql, other, 3, now);
    }

    @Test
    void aLaboratoryPrintsItsOwnRegisterWithNumberedPages() throws Exception {
        byte[] pdf = asked("register.pdf", tester());
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            var page = document.getPage(0);
            boolean lies = page.getMediaBox().getWidth() > page.getMediaBox().getHeight();
            assertThat(lies != (page.getRotation() % 180 == 90)).as("landscape").isTrue();
            assertThat(text).contains("检测结果不合格台账", "共 " + OPEN + " 条", "待处置方案");
            assertThat(text.split("复检委托编号", -1)).as("heads on each page").hasSize(pages + 1);
            assertThat(text).contains("第 1 页　共 " + pages + " 页", "第 " + pages + " 页　共 " + pages + " 页");
            assertThat(squeezed(text))
                    .contains(lab + "-R-00000", lab + "-R-00039", "立方体抗压强度")
                    .doesNotContain(other);
        }
    }

    @Test
    void theFiltersOfThePageHoldForItsPrintAndItsWorkbook() throws Exception {
        String filters = "?state=CLOSING&q=00000&project=&item=concrete-cube&overdue=true";
        try (var document = Loader.loadPDF(asked("register.pdf" + filters, tester()))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("共 1 条", "待监督销号；", "逾期；含“00000”");
        }
        assertThat(rows(asked("register.xlsx" + filters, tester()))).hasSize(2);
        assertThat(rows(asked("register.xlsx?state=CLOSING", tester()))).hasSize(1 + (OPEN + 2) / 3);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anUnknownStateIsRefusedBeforeAWorkbookIsBegun(CapturedOutput output) throws Exception {
        for (String file : List.of("", "/register.xlsx", "/register.pdf")) {
            browser.perform(get("/nonconformities" + file + "?state=NEVER").with(tester()))
                    .andExpect(status().isUnprocessableEntity());
        }
        assertThat(output).doesNotContain("Failed to dispose");
    }

    @Test
    void nobodysWorkbookHasTheRowsOfAnotherLaboratory() throws Exception {
        assertThat(numbers("register.xlsx", tester())).hasSize(OPEN).allMatch(no -> no.startsWith(lab));
        assertThat(numbers("register.xlsx?lab=" + other, tester())).isEmpty();
        assertThat(numbers("register.xlsx?lab=" + other, As.signedIn("supervisor")))
                .hasSize(3)
                .allMatch(no -> no.startsWith(other));
    }

    @Test
    void datesAreDatesAndTypedTextNeverBecomesAFormula() throws Exception {
        List<String> typed = List.of("=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-1+1", "@SUM(1)");
        for (int i = 0; i < typed.size(); i++) {
            sql.update("UPDATE nonconformity_loop SET sample = ? WHERE report_no = ?", typed.get(i), no(i));
        }
        for (Row row : rows(asked("register.xlsx", tester()))) {
            for (Cell cell : row) {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                boolean entered = row.getRowNum() > 0 && cell.getCellType() == CellType.STRING;
                assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(entered);
            }
            int i = typed.indexOf(row.getCell(5).getStringCellValue());
            assertThat(i >= 0).isEqualTo(row.getRowNum() > OPEN - typed.size());
            if (row.getRowNum() > 0) {
                assertThat(DateUtil.isCellDateFormatted(row.getCell(11))).isTrue();
            }
        }
        Row newest = rows(asked("register.xlsx", tester())).get(OPEN);
        var reported = sql.queryForObject(
                "SELECT opened_at FROM nonconformity_loop WHERE report_no = ?", LocalDateTime.class, no(0));
        assertThat(newest.getCell(11).getLocalDateTimeCellValue()).isEqualToIgnoringNanos(reported.plusHours(8));
    }

    private String no(int n) {
        return "%s-R-%05d".formatted(lab, n);
    }

    private RequestPostProcessor tester() {
        return authentication(
                new PersonAuthentication(new Person("t-" + lab, "检测员", Set.of("labs/" + lab + "/tester"))));
    }

    private byte[] asked(String file, RequestPostProcessor who) throws Exception {
        return browser.perform(get("/nonconformities/" + file).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> numbers(String file, RequestPostProcessor who) throws Exception {
        return rows(asked(file, who)).stream()
                .skip(1)
                .map(row -> row.getCell(1).getStringCellValue())
                .toList();
    }

    private static List<Row> rows(byte[] workbook) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = new ArrayList<>();
            book.getSheetAt(0).forEach(rows::add);
            return rows;
        }
    }

    /** Narrow columns break numbers over lines. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String code() {
        return "Z" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
    }
}
