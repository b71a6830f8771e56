package org.jianzheng.printing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jianzheng.kernel.CityTime;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A list as an Excel workbook: numbered lines under frozen heads, times as times, numbers as numbers, and what people typed as
 * text and nothing else. Of its lines only the latest are kept in memory.
 */
public final class ListWorkbook<T> implements AutoCloseable {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int IN_MEMORY = 200;
    private static final int CHARACTER = 256;

    private final List<Column<T>> columns;
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final SXSSFSheet sheet;
    private final CellStyle text = style(null);
    private final CellStyle minute = style("yyyy-mm-dd hh:mm");
    private final CellStyle day = style("yyyy-mm-dd");
    private int rows;

    /**
     * @param width in characters
     * @param value a time, a day or a number, anything else as its text; null leaves the cell empty
     */
    public record Column<T>(String head, int width, Function<T, Object> value) {}

    /** @param number head of the first column, which counts the lines */
    public ListWorkbook(String title, String number, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        // Typed text stays text even when a cell is edited in Excel or copied out of it: =1+1 is what somebody wrote.
        text.setQuotePrefixed(true);
        sheet = book.createSheet(title);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size()));
        heads(number);
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

    private void heads(String number) {
        CellStyle head = style(null);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        var font = book.createFont();
        font.setBold(true);
        head.setFont(font);
        var row = sheet.createRow(rows++);
        head(row.createCell(0), number, head);
        sheet.setColumnWidth(0, 6 * CHARACTER);
        for (int i = 0; i < columns.size(); i++) {
            head(row.createCell(i + 1), columns.get(i).head(), head);
            sheet.setColumnWidth(i + 1, columns.get(i).width() * CHARACTER);
        }
    }

    private static void head(Cell cell, String name, CellStyle style) {
        cell.setCellStyle(style);
        cell.setCellValue(name);
    }

    public void add(T line) {
        var row = sheet.createRow(rows);
        row.createCell(0).setCellValue(rows++);
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).value().apply(line);
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
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellStyle(text);
            cell.setCellValue(value.toString());
        }
    }

    /** As a file to be kept. @param name without its ending */
    public void send(String name, HttpServletResponse response) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        book.write(response.getOutputStream());
    }

    /** Takes the temporary files away too. */
    @Override
    public void close() throws IOException {
        book.close();
    }
}
