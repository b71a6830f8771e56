package org.jianzheng.registration.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.process.RegistrationSteps;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Workbooks that come in: all or nothing, every mistake named by its cell, and nothing in them is run. */
@PlatformTest
@Clause("4.2.2.3")
class ImportModuleTest {

    private static final String[] CAMERA = {"编号", "检测室", "类型", "像素（百万）", "保存天数", "GB/T 28181 通道编码"};
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    MockMvc web;

    @Autowired
    WorkbookImports imports;

    @Autowired
    MistakenWorkbooks mistaken;

    @Autowired
    Processes processes;

    @Autowired
    RegistrationSteps steps;

    @Autowired
    JdbcTemplate sql;

    @AfterEach
    void takeTheCamerasAway() {
        TestDatabase.owner().update("DELETE FROM qualification_camera WHERE code LIKE 'XI-%'");
    }

    @Test
    void threeHundredMistakesInFiftyThousandRowsAreExactlyThoseAndNothingIsSubmitted() throws Exception {
        List<String> expected = new ArrayList<>();
        byte[] workbook = cameras(WorkbookWriter.MOST_ROWS, (row, values) -> {
            if (row % 166 == 0 && expected.size() < 300) {
                int column = 2 + expected.size() % 3;
                values.set(column, List.of("圆机", "1.5", "89").get(column - 2));
                expected.add("CDE".charAt(column - 2) + String.valueOf(row));
            }
        });
        long before = applications();
        long start = System.nanoTime();
        String location = location(send("labadmin", "CAMERA", workbook));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("50,000 rows with 300 mistakes: " + took);
        assertThat(took).isLessThan(LONGEST);
        String id = location.substring(location.lastIndexOf('/') + 1);
        MistakenWorkbooks.View found = As.person("labadmin", () -> mistaken.find(id, 0, 1000));
        assertThat(found.problems().items().stream().map(WorkbookProblem::cell)).containsExactlyElementsOf(expected);
        assertThat(found.rows()).isEqualTo(WorkbookWriter.MOST_ROWS);
        assertThat(applications()).isEqualTo(before);
        web.perform(get(location + "?page=5").with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(expected.get(299))));
        web.perform(get(location).with(As.signedIn("supervisor"))).andExpect(status().isNotFound());
        web.perform(get(location + "/workbook").with(As.signedIn("tester"))).andExpect(status().isNotFound());
    }

    /** As many as a workbook may have, where there is time. */
    int rightRows() {
        return 2_000;
    }

    @Test
    void asManyRightRowsAreOneApplicationAndOneApproval() throws Exception {
        byte[] workbook = cameras(rightRows(), (row, values) -> {});
        long start = System.nanoTime();
        String id = application(send("labadmin", "CAMERA", workbook));
        System.out.println(rightRows() + " rows submitted: " + Duration.ofNanos(System.nanoTime() - start));
        start = System.nanoTime();
        decide(id, Map.of("decision", "APPROVE"));
        System.out.println(rightRows() + " rows approved: " + Duration.ofNanos(System.nanoTime() - start));
        assertThat(registered()).isEqualTo(rightRows());
    }

    @Test
    void aCorrectedFileGoesThroughAndIsAppliedOnceTheStationHasApproved() throws Exception {
        byte[] wrong = cameras(30, (row, values) -> {
            if (row == 17) {
                values.set(4, "60");
            }
            if (row == 20) {
                values.set(0, "XI-18");
            }
        });
        String mistakes = location(send("labadmin", "CAMERA", wrong));
        web.perform(get(mistakes).with(As.signedIn("labadmin")))
                .andExpect(content().string(containsString("E17")))
                .andExpect(content().string(containsString("与第 18 行重复")));
        byte[] marked = web.perform(get(mistakes + "/workbook").with(As.signedIn("labadmin")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        byte[] corrected = changed(marked, sheet -> {
            assertThat(sheet.getRow(0).getCell(6).getStringCellValue()).isEqualTo("错误");
            assertThat(sheet.getRow(16).getCell(6).getStringCellValue())
                    .contains("保存天数")
                    .contains("60");
            sheet.getRow(16).getCell(4).setCellValue("90");
            sheet.getRow(19).getCell(0).setCellValue("XI-20");
        });
        String id = application(send("labadmin", "CAMERA", corrected));
        assertThat(registered()).isZero();
        web.perform(get("/registrations/" + id).with(As.signedIn("labadmin")))
                .andExpect(content().string(containsString("共 30 条")))
                .andExpect(content().string(containsString("XI-2")));
        web.perform(get("/registrations/" + id + "/lines?page=1").with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("XI-31")));
        web.perform(get("/registrations/" + id + "/lines").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        assertThat(As.person("supervisor", () -> steps.sheet(id).get("entry")).toString())
                .contains("共 30 条");
        assertThat(As.person("supervisor", () -> steps.sheet(id).get("lines")))
                .isEqualTo("/registrations/" + id + "/lines");
        decide(id, Map.of("decision", "APPROVE"));
        assertThat(registered()).isEqualTo(30);
    }

    @Test
    void manyLinesThatTheStationReturnsLeaveNothingBehind() throws Exception {
        String id = application(send("labadmin", "CAMERA", cameras(3, (row, values) -> {})));
        decide(id, Map.of("decision", "REFUSE", "reason", "缺平面图"));
        assertThat(registered()).isZero();
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person("labadmin", () -> processes.complete(task, Map.of("decision", "WITHDRAW", "reason", "重新导入")));
    }

    @Test
    void aFormulaIsRefusedByItsAddressAndDatesAreReadInBothWaysOfWriting() throws Exception {
        byte[] formula = changed(
                cameras(20, (row, values) -> {}),
                sheet -> sheet.getRow(16).getCell(2).setCellFormula("1+1"));
        web.perform(get(location(send("labadmin", "CAMERA", formula))).with(As.signedIn("labadmin")))
                .andExpect(content().string(containsString("C17")))
                .andExpect(content().string(containsString("是公式")));
        byte[] contract = workbook(sheet -> {
            fill(sheet.createRow(0), "合同编号", "工程编号", "检测项目", "有效期起", "有效期止");
            Row row = sheet.createRow(1);
            fill(row, "XI-HT-1", DemoCity.OTHER_PROJECT, "钢筋焊接接头、splice", "2026-11-23");
            row.createCell(4).setCellValue(LocalDate.of(2027, 11, 23));
            var day = sheet.getWorkbook().createCellStyle();
            day.setDataFormat((short) 14);
            row.getCell(4).setCellStyle(day);
        });
        String id = application(send("labadmin", "CONTRACT", contract));
        assertThat(line(id)).contains("splice,weld").contains("2026-11-23").contains("2027-11-23");
    }

    @Test
    void whatTheSpreadsheetMadeOfACellIsRefusedByItsAddressAndKeysAreWrittenInOneWay() throws Exception {
        byte[] kept = changed(cameras(6, (row, values) -> values.set(0, " ＸＩ－" + row + "\u200b ")), sheet -> {
            sheet.getRow(1).createCell(5).setCellValue(6.1030200001310001E19);
            sheet.getRow(2).getCell(3).setCellValue(0.04);
            sheet.getRow(2).getCell(3).setCellStyle(style(sheet, "0%"));
            sheet.getRow(3).getCell(1).setCellValue(true);
            sheet.getRow(4).getCell(1).setCellValue(LocalDate.of(2026, 3, 1));
            sheet.getRow(4).getCell(1).setCellStyle(style(sheet, "m-d"));
            sheet.getRow(5).getCell(0).setCellValue(12);
            sheet.getRow(5).getCell(0).setCellStyle(style(sheet, "00000"));
        });
        String mistakes = location(send("labadmin", "CAMERA", kept));
        String id = mistakes.substring(mistakes.lastIndexOf('/') + 1);
        assertThat(As.person("labadmin", () -> mistaken.find(id, 0, 20)).problems().items().stream()
                        .map(problem -> problem.cell() + " " + problem.text()))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("F2 ").contains("超过 15 位"),
                        one -> assertThat(one).startsWith("D3 ").contains("显示为 4%"),
                        one -> assertThat(one).startsWith("B4 ").contains("逻辑值 TRUE"),
                        one -> assertThat(one).startsWith("B5 ").contains("存为日期 2026-03-01"),
                        one -> assertThat(one)
                                .startsWith("A6 ")
                                .contains("“00012”")
                                .contains("数字 12"));
        String application = application(
                send("labadmin", "CAMERA", cameras(1, (row, values) -> values.set(0, " ＸＩ－" + row + "\u200b "))));
        assertThat(line(application)).contains("\"XI-2\"");
    }

    private String line(String application) {
        return sql.queryForObject(
                "SELECT content FROM qualification_application_line WHERE application_id = ?",
                String.class,
                application);
    }

    private static CellStyle style(Sheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void daysAreReadInTheUsualWaysOrTheSentenceSaysHowToWriteOne() throws Exception {
        byte[] contract = workbook(sheet -> {
            fill(sheet.createRow(0), "合同编号", "工程编号", "检测项目", "有效期起", "有效期止");
            fill(sheet.createRow(1), "XI-HT-2", DemoCity.OTHER_PROJECT, "钢筋焊接接头", "2026年11月23日", "2027/11/3");
        });
        assertThat(line(application(send("labadmin", "CONTRACT", contract))))
                .contains("2026-11-23")
                .contains("2027-11-03");
        byte[] wrong = changed(contract, sheet -> sheet.getRow(1).getCell(3).setCellValue("26.11.23"));
        web.perform(get(location(send("labadmin", "CONTRACT", wrong))).with(As.signedIn("labadmin")))
                .andExpect(content().string(containsString("D2")))
                .andExpect(content().string(containsString("请写作 2026-11-29、2026/11/29")));
    }

    @Test
    void whatIsNoPlainWorkbookIsRefusedWithTheWayOut() throws Exception {
        byte[] macros = workbook(sheet -> {
            fill(sheet.createRow(0), CAMERA);
            try {
                ((XSSFWorkbook) sheet.getWorkbook()).setVBAProject(new ByteArrayInputStream(new byte[64]));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        refused(macros, "文件含宏");
        refused(bomb(cameras(1, (row, values) -> {})), "解压后过大");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "另存为 .xlsx");
        refused("编号,检测室".getBytes(java.nio.charset.StandardCharsets.UTF_8), "不是完好的 .xlsx");
        refused(workbook(sheet -> fill(sheet.createRow(0), CAMERA)), "没有数据行");
        refused(
                workbook(sheet -> fill(sheet.createRow(0), "编号", "房间", "类型", "像素（百万）", "保存天数", "GB/T 28181 通道编码")),
                "缺少 检测室；不认识 房间");
        refused(cameras(WorkbookWriter.MOST_ROWS + 1, (row, values) -> {}), "超过 50000 行");
    }

    @Test
    void whatWasExportedIsTakenInAgainWithMaskedNumbersAsTheyStand() throws Exception {
        for (String kind : List.of("PERSON", "CAMERA")) {
            byte[] exported = web.perform(
                            get("/registrations/export?kind=" + kind).with(As.signedIn("labadmin")))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            String id = application(send("labadmin", kind, exported));
            int lines;
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported))) {
                lines = book.getSheetAt(0).getLastRowNum();
            }
            List<String> kept = sql.queryForList(
                    "SELECT content FROM qualification_application_line WHERE application_id = ?", String.class, id);
            assertThat(kept).hasSize(lines);
            if (EntryKind.valueOf(kind) == EntryKind.PERSON) {
                assertThat(kept).allMatch(line -> line.contains("idSealed") && line.contains("phoneSealed"));
            }
        }
    }

    private interface Change {
        void of(int row, List<String> values);
    }

    private static byte[] cameras(int rows, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter book = new WorkbookWriter().sheet("摄像机", List.of(CAMERA))) {
            for (int row = 2; row < rows + 2; row++) {
                List<String> values = new ArrayList<>(List.of("XI-" + row, "水泥室", "球机", "4", "90", ""));
                change.of(row, values);
                book.row(values);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] workbook(Consumer<Sheet> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            content.accept(book.createSheet());
            return bytes(book);
        }
    }

    private static byte[] changed(byte[] workbook, Consumer<Sheet> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(book.getSheetAt(0));
            return bytes(book);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static void fill(Row row, String... values) {
        for (String value : values) {
            row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
        }
    }

    /** The sheet of that workbook becomes two hundred megabytes of blanks. */
    private static byte[] bomb(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(Files.createTempFile("bomb", ".xlsx"), workbook);
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                if (entry.getName().endsWith("sheet1.xml")) {
                    byte[] blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    for (int i = 0; i < 200; i++) {
                        to.write(blanks);
                    }
                }
            }
        }
        Files.delete(file);
        return out.toByteArray();
    }

    private MockHttpServletResponse send(String who, String kind, byte[] workbook) throws Exception {
        return web.perform(multipart("/registrations/import")
                        .file(new MockMultipartFile("file", "摄像机.xlsx", ExcelType.XLSX, workbook))
                        .param("kind", kind)
                        .param("house", "labs/BJ01")
                        .with(As.signedIn(who))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private void refused(byte[] workbook, String why) throws Exception {
        MockHttpServletResponse answer = send("labadmin", "CAMERA", workbook);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains(why);
    }

    private static String location(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).contains("/registrations/import/");
        return answer.getRedirectedUrl();
    }

    private String application(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        String url = answer.getRedirectedUrl();
        if (url.contains("/import/")) {
            String id = url.substring(url.lastIndexOf('/') + 1);
            assertThat(new TreeSet<>(As.person("labadmin", () -> mistaken.find(id, 0, 50)).problems().items().stream()
                            .map(WorkbookProblem::toString)
                            .toList()))
                    .isEmpty();
        }
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void decide(String id, Map<String, Object> form) {
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person("supervisor", () -> processes.complete(task, form));
    }

    private long applications() {
        return sql.queryForObject("SELECT COUNT(*) FROM qualification_application", Long.class);
    }

    private long registered() {
        return sql.queryForObject("SELECT COUNT(*) FROM qualification_camera WHERE code LIKE 'XI-%'", Long.class);
    }

    private static final class ExcelType {
        private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
}
