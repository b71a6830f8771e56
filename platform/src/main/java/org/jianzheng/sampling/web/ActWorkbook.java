package org.jianzheng.sampling.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.register.ActLine;

/** A register of taking or witnessing as an Excel workbook; of its rows only the latest are kept in memory. */
final class ActWorkbook implements AutoCloseable {

    private static final int IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final List<Column> COLUMNS = List.of(
            new Column("label", 22, (line, words) -> line.label()),
            new Column("sampleNo", 22, (line, words) -> line.sampleNo()),
            new Column("project", 28, (line, words) -> words.project()),
            new Column("place", 28, (line, words) -> words.place()),
            new Column("item", 18, (line, words) -> words.item()),
            new Column("sample", 24, (line, words) -> words.sample()),
            new Column("specimens", 8, (line, words) -> new BigDecimal(line.specimens())),
            new Column("lab", 26, (line, words) -> words.lab()),
            new Column("madeAt", 17, (line, words) -> line.declaredMadeAt()),
            new Column("takenAt", 17, (line, words) -> of(line.taken(), ActLine.Act::at)),
            new Column("sampler", 12, (line, words) -> of(line.taken(), ActLine.Act::name)),
            new Column("samplerCertificate", 20, (line, words) -> of(line.taken(), ActLine.Act::certificate)),
            new Column("contractor", 26, (line, words) -> words.takenBy()),
            new Column("takenPlace", 22, (line, words) -> of(line.taken(), ActWorkbook::place)),
            new Column("sealNo", 14, (line, words) -> line.sealNo()),
            new Column("witnessedAt", 17, (line, words) -> of(line.witnessed(), ActLine.Act::at)),
            new Column("witness", 12, (line, words) -> of(line.witnessed(), ActLine.Act::name)),
            new Column("witnessCertificate", 20, (line, words) -> of(line.witnessed(), ActLine.Act::certificate)),
            new Column("supervision", 26, (line, words) -> words.witnessedBy()),
            new Column("witnessedPlace", 22, (line, words) -> of(line.witnessed(), ActWorkbook::place)));

    private final UnaryOperator<String> messages;
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final SXSSFSheet sheet;
    private final CellStyle text = book.createCellStyle();
    private final CellStyle minute = book.createCellStyle();
    private int rows;

    /** What a line says by name, where it has codes. */
    record Words(
            String project, String place, String sample, String item, String lab, String takenBy, String witnessedBy) {}

    private record Column(String name, int width, BiFunction<ActLine, Words, Object> value) {}

    /** @param messages the text of a message's code */
    ActWorkbook(String title, UnaryOperator<String> messages) {
        this.messages = messages;
        // Typed text stays text even when a cell is edited in Excel or copied out of it: =1+1 is what somebody wrote.
        text.setQuotePrefixed(true);
        minute.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        sheet = book.createSheet(title);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, COLUMNS.size() + 1));
        heads();
    }

    private static <T> T of(ActLine.Act act, Function<ActLine.Act, T> value) {
        return act == null ? null : value.apply(act);
    }

    private static String place(ActLine.Act act) {
        return act.latitude() == null
                ? null
                : act.latitude().toPlainString() + ", " + act.longitude().toPlainString();
    }

    private void heads() {
        CellStyle head = book.createCellStyle();
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        var row = sheet.createRow(rows++);
        head(row.createCell(0), "no", head);
        for (int i = 0; i < COLUMNS.size(); i++) {
            head(row.createCell(i + 1), COLUMNS.get(i).name(), head);
            sheet.setColumnWidth(i + 1, COLUMNS.get(i).width() * CHARACTER);
        }
        head(row.createCell(COLUMNS.size() + 1), "state", head);
    }

    private void head(Cell cell, String name, CellStyle style) {
        cell.setCellStyle(style);
        cell.setCellValue(messages.apply("sampling.register." + name));
    }

    void add(ActLine line, Words words) {
        var row = sheet.createRow(rows);
        row.createCell(0).setCellValue(rows++);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Object value = COLUMNS.get(i).value().apply(line, words);
            if (value != null) {
                fill(row.createCell(i + 1), value);
            }
        }
        fill(row.createCell(COLUMNS.size() + 1), messages.apply("sampling.state." + line.state()));
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof Instant at) {
            cell.setCellStyle(minute);
            cell.setCellValue(LocalDateTime.ofInstant(at, CityTime.ZONE));
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellStyle(text);
            cell.setCellValue(value.toString());
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
