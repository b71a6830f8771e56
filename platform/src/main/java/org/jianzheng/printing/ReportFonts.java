package org.jianzheng.printing;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import org.springframework.core.io.ClassPathResource;

/**
 * The two faces of a printed report: a Song (serif) for the body, a Hei (sans, bold) for heads.
 *
 * <p>OpenPDF reads a font's whole glyph index again for every document, four bytes at a time; from a file that was most of
 * the time a report took. Here each font is given to it once, from memory, under the name the templates' fonts map to.
 */
public final class ReportFonts {

    private static final Map<String, String> FACES =
            Map.of("Noto Serif SC", "NotoSerifSC-Regular.ttf", "Noto Sans SC", "NotoSansSC-Bold.ttf");

    private static final String PRODUCER = "net.sf.jasperreports.export.pdf.producer.factory";

    private static final JasperReportsContext CONTEXT = make();

    private ReportFonts() {}

    /** A Jasper context that knows the two families and needs no font installed on the machine. */
    public static JasperReportsContext context() {
        return CONTEXT;
    }

    private static JasperReportsContext make() {
        var context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        List<FontFamily> families = FACES.entrySet().stream()
                .map(face -> family(context, face.getKey(), face.getValue()))
                .toList();
        context.setExtensions(FontFamily.class, families);
        context.setProperty(PRODUCER, ReportPdfs.class.getName());
        return context;
    }

    private static FontFamily family(JasperReportsContext context, String name, String file) {
        inMemory(file);
        var face = new SimpleFontFace(context);
        face.setTtf("fonts/" + file);
        face.setPdf(file);
        var family = new SimpleFontFamily(context);
        family.setName(name);
        family.setNormalFace(face);
        family.setPdfEncoding(BaseFont.IDENTITY_H);
        family.setPdfEmbedded(true);
        return family;
    }

    /** Puts the font into OpenPDF's own cache, where it is found by its bare name. */
    private static void inMemory(String file) {
        try {
            byte[] bytes = new ClassPathResource("fonts/" + file).getContentAsByteArray();
            var font = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
            // Of each document's time a sixth went into squeezing the last tenth out of the font.
            font.setCompressionLevel(Deflater.BEST_SPEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException("Font " + file + " cannot be embedded", e);
        }
    }
}
