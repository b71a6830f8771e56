package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What leaves the registries as a workbook: one's own, masked, and nothing that a spreadsheet program would run. */
@PlatformTest
@Clause("4.2.2.3")
class ExportModuleTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate sql;

    @Test
    void aLaboratoryTakesItsOwnPeopleAwayAndNoPersonalNumbers() throws Exception {
        try (XSSFWorkbook book = asked("labadmin", "export", "PERSON")) {
            String all = text(book.getSheetAt(0));
            assertThat(all).contains("labs/BJ01").contains("张伟").contains("****");
            assertThat(all).doesNotContain("labs/BJ02").doesNotContain("马文博");
            assertThat(all).doesNotContainPattern("\\d{17}[\\dX]").doesNotContainPattern("1\\d{10}\\b");
        }
        try (XSSFWorkbook book = asked("labadmin", "export", "CERTIFICATE")) {
            assertThat(text(book.getSheetAt(0))).contains("tester|").doesNotContain("tester2|");
        }
        try (XSSFWorkbook book = asked("labadmin", "export", "EQUIPMENT")) {
            assertThat(text(book.getSheetAt(0)))
                    .containsPattern("BJ01-WN-01.*0～1000 kN\\|0(\\.0+)?\\|1000(\\.0+)?\\|kN");
        }
        try (XSSFWorkbook book = asked("sampler", "export", "EQUIPMENT")) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isZero();
        }
        try (XSSFWorkbook book = asked("supervisor", "export", "PERSON")) {
            assertThat(text(book.getSheetAt(0))).contains("labs/BJ01").contains("labs/BJ02");
        }
    }

    @Test
    void whatLooksLikeAFormulaLeavesAsQuotedText() throws Exception {
        sql.update("INSERT INTO qualification_camera (code, lab_code, room, camera_type, megapixels, retention_days,"
                + " channel_id) VALUES ('XL-SX-01', 'BJ01', '=HYPERLINK(\"http://x\")', 'DOME', 4, 90, '')");
        try (XSSFWorkbook book = asked("labadmin", "export", "CAMERA")) {
            Cell cell = cell(book.getSheetAt(0), "XL-SX-01", 2);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        } finally {
            TestDatabase.owner().update("DELETE FROM qualification_camera WHERE code = 'XL-SX-01'");
        }
    }

    @Test
    void everyKindHasATemplateWithItsColumnsAndHowToFillThemIn() throws Exception {
        for (EntryKind kind : EntryKind.values()) {
            try (XSSFWorkbook book = asked("labadmin", "template", kind.name())) {
                Row headings = book.getSheetAt(0).getRow(0);
                assertThat((int) headings.getLastCellNum())
                        .isEqualTo(kind.fields().size());
                assertThat(book.getSheetAt(1).getLastRowNum())
                        .isEqualTo(kind.fields().size());
                long choices =
                        kind.fields().stream().filter(EntryField::isChoice).count();
                assertThat(book.getSheetAt(0).getDataValidations()).hasSize((int) choices);
            }
        }
    }

    private XSSFWorkbook asked(String who, String what, String kind) throws Exception {
        byte[] body = web.perform(
                        get("/registrations/" + what + "?kind=" + kind).with(As.signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new XSSFWorkbook(new ByteArrayInputStream(body));
    }

    private static Cell cell(Sheet sheet, String code, int column) {
        for (Row row : sheet) {
            if (row.getCell(1).getStringCellValue().equals(code)) {
                return row.getCell(column);
            }
        }
        throw new AssertionError(code + " was not exported");
    }

    private static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('|')));
        return text.toString();
    }
}
