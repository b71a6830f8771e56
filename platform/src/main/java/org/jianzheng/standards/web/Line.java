package org.jianzheng.standards.web;

import java.util.List;

/**
 * One input on the form.
 *
 * @param layout ONE box, a LIST of boxes, TEXT for many values at once, ROWS of boxes under {@code heads}, GROUP of lines
 */
record Line(
        String path,
        Layout layout,
        String label,
        String unit,
        boolean required,
        String hint,
        List<Box> boxes,
        List<String> heads,
        List<List<Box>> rows,
        List<Line> lines,
        String error) {

    enum Layout {
        ONE,
        LIST,
        TEXT,
        ROWS,
        GROUP
    }

    static Line of(String path, Layout layout, String label, String unit, boolean required, String hint) {
        return new Line(path, layout, label, unit, required, hint, List.of(), List.of(), List.of(), List.of(), null);
    }

    Line boxes(List<Box> filled) {
        return new Line(path, layout, label, unit, required, hint, filled, heads, rows, lines, error);
    }

    Line rows(List<String> columns, List<List<Box>> filled) {
        return new Line(path, layout, label, unit, required, hint, boxes, columns, filled, lines, error);
    }

    Line lines(List<Line> inner) {
        return new Line(path, layout, label, unit, required, hint, boxes, heads, rows, inner, error);
    }

    Line error(String text) {
        return new Line(path, layout, label, unit, required, hint, boxes, heads, rows, lines, text);
    }
}
