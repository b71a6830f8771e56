package org.jianzheng.registration.excel;

import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of one sheet cell by cell and hands on every row that is not blank. */
final class SheetHandler extends DefaultHandler {

    /** The longest text a spreadsheet lets anybody type. */
    private static final int LONGEST = 32_767;

    private final SharedStrings strings;
    private final SheetNumbers numbers;
    private final RowReader rows;

    private final Map<Integer, SheetCell> cells = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private String type;
    private String style;
    private boolean formula;
    private boolean listening;
    private boolean phonetic;

    SheetHandler(SharedStrings strings, SheetNumbers numbers, RowReader rows) {
        this.strings = strings;
        this.numbers = numbers;
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
            case "v" -> listening = true;
            case "t" -> listening = "inlineStr".equals(type) && !phonetic;
            case "rPh" -> phonetic = true;
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
    public void characters(char[] characters, int from, int length) throws SAXException {
        if (listening) {
            if (text.length() + length > LONGEST) {
                throw new SAXException("a text is longer than any that can be typed");
            }
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> listening = false;
            case "rPh" -> phonetic = false;
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
            case "n" -> text.isEmpty() ? text("") : numbers.read(text.toString(), style);
            case "b" -> new SheetCell(text.toString().equals("1") ? "TRUE" : "FALSE", SheetCell.Kind.LOGICAL);
            case "d" -> new SheetCell(text.toString().replaceFirst("T.*", ""), SheetCell.Kind.DATE);
            case "e" -> new SheetCell(text.toString(), SheetCell.Kind.FAULT);
            default -> text(text.toString());
        };
    }

    private static SheetCell text(String text) {
        return new SheetCell(text, SheetCell.Kind.TEXT);
    }
}
