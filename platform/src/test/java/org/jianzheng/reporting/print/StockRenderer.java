package org.jianzheng.reporting.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.lowagie.text.pdf.BaseFont;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jianzheng.reporting.singles.TableDesign;
import org.springframework.core.io.ClassPathResource;

/**
 * The same templates rendered as JasperReports' own manual does it: what {@link ReportBench} measures ours against; with its fonts
 * read from their files for each document, or once into OpenPDF's own cache.
 */
final class StockRenderer {

    private static final String FOLDER = "reports-templates/reporting/";

    private final SimpleJasperReportsContext context =
            new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    private final byte[] cma = CmaMark.png();
    private final Map<String, JasperReport> templates = new HashMap<>();
    private final Map<TableDesign, JasperReport> designs = new HashMap<>();

    StockRenderer(boolean fontsInMemory) throws Exception {
        context.setExtensions(
                FontFamily.class,
                List.of(
                        family("Noto Serif SC", "NotoSerifSC-Regular.ttf", fontsInMemory),
                        family("Noto Sans SC", "NotoSansSC-Bold.ttf", fontsInMemory)));
        for (String name : List.of("report", "facts", "tables", "items")) {
            try (var jrxml = new ClassPathResource(FOLDER + name + ".jrxml").getInputStream()) {
                templates.put(name, JasperCompileManager.getInstance(context).compile(jrxml));
            }
        }
    }

    private FontFamily family(String name, String file, boolean inMemory) throws Exception {
        String path = new ClassPathResource("fonts/" + file).getFile().getPath();
        var face = new SimpleFontFace(context);
        face.setTtf(path);
        face.setPdf(inMemory ? cached(file) : path);
        var family = new SimpleFontFamily(context);
        family.setName(name);
        family.setNormalFace(face);
        family.setPdfEncoding(BaseFont.IDENTITY_H);
        family.setPdfEmbedded(true);
        return family;
    }

    /** Under a name of its own: ours is set otherwise. */
    private static String cached(String file) throws Exception {
        byte[] bytes = new ClassPathResource("fonts/" + file).getContentAsByteArray();
        BaseFont.createFont("stock-" + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
        return "stock-" + file;
    }

    byte[] render(ReportModel model) throws Exception {
        var values = new HashMap<String, Object>(model.text());
        values.put("engineerStamp", false);
        values.put("factsTable", templates.get("facts"));
        values.put("facts", new JRMapCollectionDataSource(FactLines.lines(model)));
        values.put("tablesList", templates.get("tables"));
        values.put("tables", new JRMapCollectionDataSource(tables(model)));
        values.put("itemsTable", templates.get("items"));
        values.put("items", lines(model.items()));
        model.stamps()
                .signatures()
                .forEach((role, png) -> values.put(role + "Image", SimpleDataRenderer.getInstance(png)));
        values.put("cma", SimpleDataRenderer.getInstance(cma));
        values.put("qr", SimpleDataRenderer.getInstance(code(model.stamps().verifyUrl())));
        var print =
                JasperFillManager.getInstance(context).fill(templates.get("report"), values, new JREmptyDataSource());
        print.getPages().get(0).addElement(seal(print, model.stamps().seal()));
        var out = new ByteArrayOutputStream();
        var exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.exportReport();
        return out.toByteArray();
    }

    private List<Map<String, ?>> tables(ReportModel model) throws Exception {
        var tables = new ArrayList<Map<String, ?>>();
        for (var table : model.singles().tables()) {
            var shape = TableDesign.of(table, 499);
            if (!designs.containsKey(shape)) {
                var frame = JRXmlLoader.load(context, new ClassPathResource(FOLDER + "singles.jrxml").getInputStream());
                designs.put(shape, JasperCompileManager.getInstance(context).compile(shape.in(frame)));
            }
            tables.add(Map.of(
                    "design", designs.get(shape),
                    "heads", TableDesign.heads(table),
                    "rows", new JRMapCollectionDataSource(TableDesign.cells(table))));
        }
        return tables;
    }

    private static JRPrintElement seal(JasperPrint print, byte[] png) {
        var seal = new JRBasePrintImage(print.getDefaultStyleProvider());
        seal.setRenderer(SimpleDataRenderer.getInstance(png));
        seal.setScaleImage(ScaleImageEnum.FILL_FRAME);
        seal.setX(405);
        seal.setY(600);
        seal.setWidth(119);
        seal.setHeight(119);
        return seal;
    }

    private static JRMapCollectionDataSource lines(Collection<Map<String, String>> lines) {
        return new JRMapCollectionDataSource(
                lines.stream().<Map<String, ?>>map(line -> line).toList());
    }

    private static byte[] code(String url) throws Exception {
        var out = new ByteArrayOutputStream();
        var modules = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 413, 413); // 35 mm at 300 dpi
        MatrixToImageWriter.writeToStream(modules, "PNG", out);
        return out.toByteArray();
    }
}
