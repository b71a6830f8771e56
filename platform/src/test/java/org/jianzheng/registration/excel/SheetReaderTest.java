package org.jianzheng.registration.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.excel.SheetCell.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet keeps of what somebody typed, and workbooks written by no spreadsheet. */
class SheetReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // raw value, format, what it is, as it should have been typed
        "4, General, NUMBER, 4",
        "3.1000000000000001, General, NUMBER, 3.1",
        "5.7999999999999996E-2, General, NUMBER, 0.058",
        "1.0E-3, General, NUMBER, 0.001",
        "123456789012345, 0, NUMBER, 123456789012345",
        "1234567890123450, 0, ROUNDED, 1234567890123450",
        "6.1030200001310001E+19, 0, ROUNDED, 61030200001310000000",
        "-1234567890123456, General, ROUNDED, -1234567890123460",
        "0.01, 0%, PERCENT, 0.01",
        "0.015, 0.0%, PERCENT, 0.015",
        "46349, yyyy\"年\"m\"月\"d\"日\", DATE, 2026-11-23",
        "46349, m/d/yy, DATE, 2026-11-23",
        "1E999999999, General, FAULT, 1E999999999",
    })
    void aNumberIsReadAsWhatItIs(String raw, String format, Kind kind, String text) throws IOException {
        SheetCell cell = only(rewritten(
                book(first -> {
                    first.setCellValue(1.25);
                    var style = first.getSheet().getWorkbook().createCellStyle();
                    style.setDataFormat(
                            first.getSheet().getWorkbook().createDataFormat().getFormat(format));
                    first.setCellStyle(style);
                }),
                "sheet1.xml",
                xml -> xml.replace("<v>1.25</v>", "<v>" + raw + "</v>")));
        assertThat(cell.kind()).isEqualTo(kind);
        assertThat(cell.text()).isEqualTo(text);
    }

    @Test
    void whatIsShownOtherwiseThanStoredIsKnown() throws IOException {
        SheetCell cell = only(book(first -> {
            first.setCellValue(12);
            var style = first.getSheet().getWorkbook().createCellStyle();
            style.setDataFormat(
                    first.getSheet().getWorkbook().createDataFormat().getFormat("00000"));
            first.setCellStyle(style);
        }));
        assertThat(cell).isEqualTo(new SheetCell("12", Kind.NUMBER, "00012"));
    }

    @Test
    void truthIsNoOneAndADayIsADay() throws IOException {
        assertThat(only(book(first -> first.setCellValue(true)))).isEqualTo(new SheetCell("TRUE", Kind.LOGICAL));
        Path day = rewritten(
                book(first -> first.setCellValue(LocalDate.of(2026, 11, 23))),
                "sheet1.xml",
                xml -> xml.replaceFirst(
                        "<c r=\"A1\"[^>]*><v>[^<]*</v>", "<c r=\"A1\" t=\"d\"><v>2026-11-23T00:00</v>"));
        assertThat(only(day)).isEqualTo(new SheetCell("2026-11-23", Kind.DATE));
    }

    @Test
    void aStrictWorkbookIsRefusedWithTheWayOut() throws IOException {
        Path strict = rewritten(
                book(first -> first.setCellValue("a")),
                ".rels",
                xml -> xml.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        refused("a strict one", strict, "registration.import.strict");
    }

    @Test
    void noDocumentTypeIsReadInAnyPart() throws IOException {
        for (String part : List.of(
                "workbook.xml",
                "sheet1.xml",
                "styles.xml",
                "sharedStrings.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "workbook.xml.rels")) {
            Path typed = rewritten(
                    book(first -> first.setCellValue("a")),
                    part,
                    xml -> "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>"
                            + xml.substring(xml.startsWith("<?") ? xml.indexOf("?>") + 2 : 0));
            refused(part, typed, "registration.import.broken");
        }
    }

    @Test
    void partsThatAreNoXmlOrMissingAreTheFilesFault() throws IOException {
        for (String part : List.of("workbook.xml", "sheet1.xml", "styles.xml", "sharedStrings.xml", ".rels")) {
            refused(
                    part,
                    rewritten(book(first -> first.setCellValue("a")), part, xml -> xml.substring(0, xml.length() / 2)),
                    "registration.import.broken");
            refused(
                    part,
                    rewritten(book(first -> first.setCellValue("a")), part, xml -> ""),
                    "registration.import.broken");
        }
        refused(
                "another part",
                rewritten(
                        book(first -> first.setCellValue("a")),
                        "sheet1.xml",
                        xml -> xml.replaceFirst("<v>0</v>", "<v>99</v>")),
                "registration.import.broken");
    }

    @Test
    void noPartThatIsReadWholeIsLarge() throws IOException {
        String blanks = " ".repeat(5 << 20);
        for (String part : List.of("workbook.xml", "styles.xml", "core.xml", "_rels/.rels", "[Content_Types].xml")) {
            refused(
                    part,
                    rewritten(book(first -> first.setCellValue("a")), part, xml -> xml + blanks),
                    "registration.import.bomb");
        }
        refused(
                "another part",
                rewritten(
                        book(first -> first.setCellValue("a")),
                        "[Content_Types].xml",
                        xml -> xml.replace("/docProps/core.xml", "/xl/worksheets/sheet9.xml")),
                "registration.import.broken");
    }

    private interface Filling {
        void of(Cell first);
    }

    private Path book(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            filling.of(book.createSheet().createRow(0).createCell(0));
            book.write(out);
        }
        return file;
    }

    /** The same workbook with other text in every part whose name ends so. */
    private Path rewritten(Path file, String part, UnaryOperator<String> change) throws IOException {
        Path other = Files.createTempFile(folder, "book", ".xlsx");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().endsWith(part) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return other;
    }

    private static SheetCell only(Path file) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        SheetReader.read(file, (row, found) -> cells.addAll(found.values()));
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }

    private static void refused(String part, Path file, String code) {
        assertThat(catchThrowable(() -> SheetReader.read(file, (row, cells) -> {})))
                .as(part)
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
