package org.jianzheng.reporting.print;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jianzheng.printing.PdfFile;
import org.jianzheng.printing.QrImage;
import org.jianzheng.printing.ReportFonts;
import org.jianzheng.printing.ReportTemplates;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.reporting.singles.TableDesign;
import org.springframework.stereotype.Component;

/** Turns a model into a PDF of A4 pages with real, searchable text. Safe for any number of threads. */
@Component
public class ReportRenderer {

    static final String DASH = "—";

    private static final Set<String> MAY_BE_BLANK =
            Set.of("mark", "qrCaption", "issuedLine", "testerName", "reviewerName", "signatoryName");

    private final JasperReportsContext context = ReportFonts.context();
    private final ReportTemplates templates = new ReportTemplates(context);
    private final JasperFillManager filler = JasperFillManager.getInstance(context);
    private final PdfFile pdf = new PdfFile(context);
    private final StampImages stampImages = new StampImages();
    private final byte[] cma = stampImages.ink(CmaMark.png());

    public byte[] render(ReportModel model) {
        try {
            var text = model.text();
            String title = text.getOrDefault("title", "") + " " + text.getOrDefault("reportNo", "");
            return pdf.write(filled(model), new PdfFile.About(title, text.get("labName"), text.get("projectName")));
        } catch (JRException e) {
            throw failed(e);
        }
    }

    /** Lays it out, and writes no file of it. */
    public void requirePrintable(ReportModel model) {
        filled(model);
    }

    /** What a reader on a screen sees first, one page beneath the other, as PNG. */
    public byte[] picture(ReportModel model) {
        return Png.of(new PagePicture(context).of(filled(model)));
    }

    private JasperPrint filled(ReportModel model) {
        try {
            var stamps = model.stamps();
            var code = stamps.verifyUrl() == null ? null : QrImage.of(stamps.verifyUrl());
            var print = filler.fill(template("report"), parameters(model, code), new JREmptyDataSource());
            if (stamps.seal() != null) {
                new LabSeal(stampImages, stamps.seal()).stamp(print);
            }
            if (code != null) {
                new CodePlace(code).settle(print);
            }
            return print;
        } catch (JRException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(JRException e) {
        return new IllegalStateException("Report cannot be rendered: " + e.getMessage(), e);
    }

    private Map<String, Object> parameters(ReportModel model, QrImage code) {
        var values = new HashMap<String, Object>();
        dashes(template("report"), values);
        values.putAll(model.text());
        values.put("engineerStamp", model.singles().engineerStamp());
        values.put("factsTable", template("facts"));
        values.put("facts", new JRMapCollectionDataSource(FactLines.lines(model)));
        values.put("tablesList", template("tables"));
        values.put("tables", tables(model.singles()));
        values.put("itemsTable", template("items"));
        values.put("items", lines(template("items"), model.items()));
        values.put("curvesSheet", template("curves"));
        values.put("curves", model.curves().isEmpty() ? null : curves(model.curves()));
        values.put("cma", image(cma));
        signatures(model.stamps(), values);
        if (code != null) {
            values.put("qr", image(code.png()));
        }
        return values;
    }

    private JRMapCollectionDataSource tables(SingleValues singles) {
        int width = template("tables").getColumnWidth();
        return new JRMapCollectionDataSource(singles.tables().stream()
                .<Map<String, ?>>map(table -> Map.of(
                        "design", TableDesign.of(table, width).compiled(templates),
                        "heads", TableDesign.heads(table),
                        "rows", new JRMapCollectionDataSource(TableDesign.cells(table))))
                .toList());
    }

    private static JRMapCollectionDataSource curves(List<PrintedCurve> curves) {
        return new JRMapCollectionDataSource(curves.stream()
                .<Map<String, ?>>map(curve -> {
                    if (curve.picture() == null) {
                        throw new IllegalStateException("A curve has no points: " + curve.text());
                    }
                    Map<String, Object> line = new HashMap<>(curve.text());
                    line.put("picture", new CurveRenderer(curve.picture()));
                    return line;
                })
                .toList());
    }

    /** Every text a template asks for, so that what nobody fills in is printed as a dash, not as a gap. */
    private static void dashes(JasperReport template, Map<String, Object> values) {
        for (var parameter : template.getParameters()) {
            if (!parameter.isSystemDefined() && parameter.getValueClass() == String.class) {
                values.put(parameter.getName(), MAY_BE_BLANK.contains(parameter.getName()) ? null : DASH);
            }
        }
    }

    private static JRMapCollectionDataSource lines(JasperReport template, List<Map<String, String>> lines) {
        Collection<Map<String, ?>> padded = lines.stream()
                .<Map<String, ?>>map(line -> {
                    var full = new HashMap<String, String>();
                    for (var field : template.getFields()) {
                        full.put(field.getName(), line.getOrDefault(field.getName(), DASH));
                    }
                    return full;
                })
                .toList();
        return new JRMapCollectionDataSource(padded);
    }

    private void signatures(ReportModel.Stamps stamps, Map<String, Object> values) {
        stamps.signatures().forEach((role, png) -> values.put(role + "Image", image(stampImages.ink(png))));
    }

    private static Renderable image(byte[] png) {
        return SimpleDataRenderer.getInstance(png);
    }

    private JasperReport template(String name) {
        return templates.named("reporting/" + name);
    }
}
