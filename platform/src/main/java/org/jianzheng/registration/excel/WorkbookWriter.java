package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook that is written row by row. Every cell is text: nothing in it is ever computed. */
final class WorkbookWriter implements AutoCloseable {

    /** Rows below the heading that one import takes. */
    static final int MOST_ROWS = 50_000;

    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH = 20 * 256;
    /** What spreadsheet programs take for the beginning of a formula when somebody touches the cell. */
    private static final String DANGEROUS = "=+-@\t\r\n";

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    private final CellStyle text = text();
    private final CellStyle quoted = text();
    private final CellStyle heading = text();
    private SXSSFSheet sheet;
    private int next;

    WorkbookWriter() {
        quoted.setQuotePrefixed(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
    }

    private CellStyle text() {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    /** A further sheet; what follows is written into it. */
    WorkbookWriter sheet(String name, List<String> headings) {
        sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.setColumnWidth(column, WIDTH);
            sheet.setDefaultColumnStyle(column, text);
        }
        next = 0;
        write(headings, heading);
        return this;
    }

    /** Offers these words in the column, and takes no others. */
    void choices(int column, List<String> words) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation choice = helper.createValidation(
                helper.createExplicitListConstraint(words.toArray(String[]::new)),
                new CellRangeAddressList(1, MOST_ROWS, column, column));
        choice.setShowErrorBox(true);
        sheet.addValidationData(choice);
    }

    void row(List<String> values) {
        write(values, text);
    }

    private void write(List<String> values, CellStyle style) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            if (!value.isEmpty()) {
                Cell cell = row.createCell(column);
                cell.setCellValue(value);
                cell.setCellStyle(DANGEROUS.indexOf(value.charAt(0)) < 0 ? style : quoted);
            }
        }
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    // Closing deletes the temporary files.
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
