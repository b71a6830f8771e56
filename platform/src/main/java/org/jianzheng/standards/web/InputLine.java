package org.jianzheng.standards.web;

import java.util.List;

/**
 * One input on the form.
 *
 * @param layout ONE box, a LIST of boxes, TEXT for many values at once, ROWS of boxes under {@code heads}, GROUP of lines
 */
record InputLine(
        String path,
        Layout layout,
        String label,
        String unit,
        boolean required,
        String hint,
        List<InputBox> boxes,
        List<String> heads,
        List<List<InputBox>> rows,
        List<InputLine> lines,
        String error) {

    enum Layout {
        ONE,
        LIST,
        TEXT,
        ROWS,
        GROUP
    }

    static InputLine of(String path, Layout layout, String label, String unit, boolean required, String hint) {
        return new InputLine(
                path, layout, label, unit, required, hint, List.of(), List.of(), List.of(), List.of(), null);
    }

    InputLine boxes(List<InputBox> filled) {
        return new InputLine(path, layout, label, unit, required, hint, filled, heads, rows, lines, error);
    }

    InputLine rows(List<String> columns, List<List<InputBox>> filled) {
        return new InputLine(path, layout, label, unit, required, hint, boxes, columns, filled, lines, error);
    }

    InputLine lines(List<InputLine> inner) {
        return new InputLine(path, layout, label, unit, required, hint, boxes, heads, rows, inner, error);
    }

    InputLine error(String text) {
        return new InputLine(path, layout, label, unit, required, hint, boxes, heads, rows, lines, text);
    }
}
