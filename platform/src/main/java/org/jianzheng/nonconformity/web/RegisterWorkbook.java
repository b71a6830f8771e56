package org.jianzheng.nonconformity.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.register.RegisterLine;

/** The register as an Excel workbook; of its rows only the latest are kept in memory. */
final class RegisterWorkbook implements AutoCloseable {

    private static final int IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final List<Column> COLUMNS = List.of(
            new Column("reportNo", 22, RegisterLine::reportNo),
            new Column("lab", 26, one -> one.found().lab()),
            new Column("project", 28, one -> one.found().project()),
            new Column("place", 28, one -> one.found().place()),
            new Column("sample", 20, one -> one.found().sample()),
            new Column("parameters", 18, one -> one.found().parameters()),
            new Column("required", 18, one -> one.found().required()),
            new Column("measured", 18, one -> one.found().measured()),
            new Column("represents", 12, one -> one.found().represents()),
            new Column("foundAt", 17, one -> one.found().foundAt()),
            new Column("reportedAt", 17, one -> one.told().reportedAt()),
            new Column("notified", 28, one -> one.told().notified()),
            new Column("notifiedAt", 17, one -> one.told().notifiedAt()),
            new Column("retest", 30, one -> one.handling().retest()),
            new Column("treatment", 14, one -> one.handling().treatment()),
            new Column("finishedOn", 14, one -> one.handling().finishedOn()),
            new Column("completedAt", 17, one -> one.handling().completedAt()),
            new Column("checkedBy", 14, one -> one.handling().checkedBy()),
            new Column("checkedAt", 17, one -> one.handling().checkedAt()),
            new Column("closedBy", 14, one -> one.handling().closedBy()),
            new Column("closedAt", 17, one -> one.handling().closedAt()),
            new Column("state", 14, RegisterLine::state),
            new Column("waitingFor", 28, RegisterLine::waitingFor));

    private final UnaryOperator<String> messages;
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final SXSSFSheet sheet;
    private final CellStyle text = style(null);
    private final CellStyle minute = style("yyyy-mm-dd hh:mm");
    private final CellStyle day = style("yyyy-mm-dd");
    private int rows;

    private record Column(String name, int width, Function<RegisterLine, Object> value) {}

    /** @param messages the text of a message's code */
    RegisterWorkbook(UnaryOperator<String> messages) {
        this.messages = messages;
        // Typed text stays text even when a cell is edited in Excel or copied out of it: =1+1 is what somebody wrote.
        text.setQuotePrefixed(true);
        sheet = book.createSheet(messages.apply("nonconformity.list.title"));
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, COLUMNS.size()));
        heads();
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        if (format != null) {
            style.setDataFormat(book.createDataFormat().getFormat(format));
        }
        return style;
    }

    private void heads() {
        CellStyle head = style(null);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        var font = book.createFont();
        font.setBold(true);
        head.setFont(font);
        var row = sheet.createRow(rows++);
        head(row.createCell(0), "no", head);
        sheet.setColumnWidth(0, 6 * CHARACTER);
        for (int i = 0; i < COLUMNS.size(); i++) {
            head(row.createCell(i + 1), COLUMNS.get(i).name(), head);
            sheet.setColumnWidth(i + 1, COLUMNS.get(i).width() * CHARACTER);
        }
    }

    private void head(Cell cell, String name, CellStyle style) {
        cell.setCellStyle(style);
        cell.setCellValue(messages.apply("nonconformity.register." + name));
    }

    void add(RegisterLine line) {
        var row = sheet.createRow(rows);
        row.createCell(0).setCellValue(rows++);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Object value = COLUMNS.get(i).value().apply(line);
            if (value != null) {
                fill(row.createCell(i + 1), value);
            }
        }
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof Instant at) {
            cell.setCellStyle(minute);
            cell.setCellValue(LocalDateTime.ofInstant(at, CityTime.ZONE));
        } else if (value instanceof LocalDate date) {
            cell.setCellStyle(day);
            cell.setCellValue(date);
        } else {
            cell.setCellStyle(text);
            cell.setCellValue(
                    value instanceof Enum<?> state
                            ? messages.apply("nonconformity.state." + state.name())
                            : value.toString());
        }
    }

    void write(OutputStream out) throws IOException {
        book.write(out);
    }

    /** Takes the temporary files away too. */
    @Override
    public void close() throws IOException {
        book.close();
    }
}
