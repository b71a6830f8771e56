package org.jianzheng.reporting.singles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.jianzheng.printing.ReportTemplates;
import org.jianzheng.reporting.singles.SingleValues.Column;
import org.jianzheng.reporting.singles.SingleValues.Table;

/**
 * The design of a table, made from the frame {@code singles.jrxml}: a heading and a cell for each column. Words come as
 * parameters and values as fields with names by place, so that nothing of a folder gets into an expression, and tables of the
 * same shape are one design.
 *
 * @param widths of the columns in points; together the page's
 * @param labelled of the cells of the foot, whether each is a heading; empty without a foot
 */
public record TableDesign(boolean titled, boolean units, List<Integer> widths, List<Boolean> labelled) {

    private static final int LOW = 17;
    private static final String DASH = "—";
    private static final String GROUP = "set";

    public static TableDesign of(Table table, int width) {
        return new TableDesign(
                table.title() != null,
                table.columns().stream().anyMatch(column -> column.unit() != null),
                widths(table.columns(), width),
                foot(table));
    }

    // Shares of the whole, each ending where the next begins.
    private static List<Integer> widths(List<Column> columns, int width) {
        int all = columns.stream().mapToInt(Column::width).sum();
        var widths = new ArrayList<Integer>();
        int until = 0;
        int left = 0;
        for (Column column : columns) {
            until += column.width();
            int right = Math.round((float) until * width / all);
            widths.add(right - left);
            left = right;
        }
        return List.copyOf(widths);
    }

    private static List<Boolean> foot(Table table) {
        return table.foot().stream()
                .flatMap(value -> value.width() > 1 ? Stream.of(true, false) : Stream.of(false))
                .toList();
    }

    /** What the design's headings say. */
    public static Map<String, Object> heads(Table table) {
        var heads = new HashMap<String, Object>();
        if (table.title() != null) {
            heads.put("title", table.title().zh());
        }
        for (int i = 0; i < table.columns().size(); i++) {
            heads.put("h" + i, head(table.columns().get(i), "\n"));
        }
        int cell = 0;
        for (Column value : table.foot()) {
            heads.put("f" + cell++, head(value, " "));
        }
        return heads;
    }

    private static String head(Column column, String between) {
        return column.unit() == null ? column.label().zh() : column.label().zh() + between + "(" + column.unit() + ")";
    }

    /** What its cells say. */
    public static List<Map<String, ?>> cells(Table table) {
        return table.rows().stream()
                .<Map<String, ?>>map(row -> cells(table, row))
                .toList();
    }

    private static Map<String, String> cells(Table table, Map<String, String> row) {
        var cells = new HashMap<String, String>();
        cells.put(GROUP, row.getOrDefault(GROUP, ""));
        for (int i = 0; i < table.columns().size(); i++) {
            cells.put("c" + i, row.getOrDefault(table.columns().get(i).key(), DASH));
        }
        for (int i = 0; i < table.foot().size(); i++) {
            cells.put("v" + i, row.getOrDefault(table.foot().get(i).key(), DASH));
        }
        return cells;
    }

    /** Fills in the frame, which is changed by it. */
    /** Tables of the same shape are one. */
    public JasperReport compiled(ReportTemplates templates) {
        return templates.shaped("reporting/singles", this, this::in);
    }

    public JasperDesign in(JasperDesign frame) throws JRException {
        if (!titled) {
            frame.setTitle(null);
        }
        frame.setName("singles" + Integer.toHexString(hashCode()));
        var head = (JRDesignBand) frame.getColumnHeader();
        head.setHeight(units ? head.getHeight() : LOW);
        var line = (JRDesignBand) frame.getDetailSection().getBands()[0];
        var heading = only(head);
        var cell = only(line);
        int x = 0;
        for (int i = 0; i < widths.size(); i++) {
            parameter(frame, "h" + i);
            field(frame, "c" + i);
            head.addElement(placed(heading, "$P{h" + i + "}", x, widths.get(i), head.getHeight()));
            line.addElement(placed(cell, "$F{c" + i + "}", x, widths.get(i), cell.getHeight()));
            x += widths.get(i);
        }
        foot(frame);
        return frame;
    }

    private void foot(JasperDesign frame) throws JRException {
        if (labelled.isEmpty()) {
            frame.removeGroup(GROUP);
            return;
        }
        var band = (JRDesignBand)
                frame.getGroupsMap().get(GROUP).getGroupFooterSection().getBands()[0];
        var heading = (JRDesignTextField) band.getElements()[0];
        var cell = (JRDesignTextField) band.getElements()[1];
        band.removeElement(heading);
        band.removeElement(cell);
        int x = 0;
        int value = 0;
        for (int i = 0; i < labelled.size(); i++) {
            boolean last = i == labelled.size() - 1;
            int width = last ? frame.getColumnWidth() - x : widths.get(i);
            if (labelled.get(i)) {
                parameter(frame, "f" + value);
                band.addElement(placed(heading, "$P{f" + value + "}", x, width, heading.getHeight()));
            } else {
                field(frame, "v" + value);
                band.addElement(placed(cell, "$F{v" + value++ + "}", x, width, cell.getHeight()));
            }
            x += width;
        }
    }

    private static JRDesignTextField only(JRDesignBand band) {
        var element = (JRDesignTextField) band.getElements()[0];
        band.removeElement(element);
        return element;
    }

    private static JRDesignTextField placed(JRDesignTextField one, String says, int x, int width, int height) {
        var element = (JRDesignTextField) one.clone();
        element.setExpression(new JRDesignExpression(says));
        element.setX(x);
        element.setWidth(width);
        element.setHeight(height);
        return element;
    }

    private static void parameter(JasperDesign frame, String name) throws JRException {
        var parameter = new JRDesignParameter();
        parameter.setName(name);
        parameter.setValueClass(String.class);
        frame.addParameter(parameter);
    }

    private static void field(JasperDesign frame, String name) throws JRException {
        var field = new JRDesignField();
        field.setName(name);
        field.setValueClass(String.class);
        frame.addField(field);
    }
}
