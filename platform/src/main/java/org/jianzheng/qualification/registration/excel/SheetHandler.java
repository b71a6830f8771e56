package org.jianzheng.qualification.registration.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of one sheet cell by cell and hands on every row that is not blank. */
final class SheetHandler extends DefaultHandler {

    /** What a spreadsheet's number keeps; further digits are noise of its binary form. */
    private static final MathContext DIGITS = new MathContext(15);

    private final StylesTable styles;
    private final SharedStrings strings;
    private final boolean since1904;
    private final RowReader rows;

    private final Map<Integer, SheetCell> cells = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private String type;
    private String style;
    private boolean formula;
    private boolean listening;

    SheetHandler(StylesTable styles, SharedStrings strings, boolean since1904, RowReader rows) {
        this.styles = styles;
        this.strings = strings;
        this.since1904 = since1904;
        this.rows = rows;
    }

    /** @see SheetReader */
    interface RowReader {
        /** @param cells by column from 0 */
        void row(int number, Map<Integer, SheetCell> cells);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> listening = true;
            case "rPh" -> listening = false;
            default -> {
                // Widths, merged cells and the like say nothing about values.
            }
        }
    }

    private void startRow(String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells.clear();
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (listening) {
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> listening = false;
            case "c" -> endCell();
            case "row" -> {
                if (!cells.isEmpty()) {
                    rows.row(row, cells);
                }
            }
            default -> {
                // As above.
            }
        }
    }

    private void endCell() {
        SheetCell cell = cell();
        if (cell.kind() == SheetCell.Kind.FORMULA || !cell.text().isBlank()) {
            cells.put(column, cell);
        }
    }

    private SheetCell cell() {
        if (formula) {
            return new SheetCell(text.toString(), SheetCell.Kind.FORMULA);
        }
        return switch (type == null ? "n" : type) {
            case "s" ->
                text(strings.getItemAt(Integer.parseInt(text.toString())).getString());
            case "n" -> number();
            case "e" -> new SheetCell(text.toString(), SheetCell.Kind.FAULT);
            default -> text(text.toString());
        };
    }

    private static SheetCell text(String text) {
        return new SheetCell(text, SheetCell.Kind.TEXT);
    }

    private SheetCell number() {
        if (text.isEmpty()) {
            return text("");
        }
        BigDecimal number = new BigDecimal(text.toString());
        if (isDate() && DateUtil.isValidExcelDate(number.doubleValue())) {
            return text(DateUtil.getLocalDateTime(number.doubleValue(), since1904)
                    .toLocalDate()
                    .toString());
        }
        String plain = number.round(DIGITS).stripTrailingZeros().toPlainString();
        return new SheetCell(plain, SheetCell.Kind.NUMBER);
    }

    private boolean isDate() {
        if (style == null || styles == null) {
            return false;
        }
        XSSFCellStyle format = styles.getStyleAt(Integer.parseInt(style));
        return format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
    }
}
