package org.jianzheng.printing;

import java.io.ByteArrayOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;

/** Writes filled pages as a PDF. */
public final class PdfFile {

    private final JasperReportsContext context;

    public PdfFile(JasperReportsContext context) {
        this.context = context;
    }

    /** What the file says of itself; null for nothing. */
    public record About(String title, String author, String subject) {}

    public byte[] write(JasperPrint print, About about) throws JRException {
        var out = new ByteArrayOutputStream(256 * 1024);
        var settings = new SimplePdfExporterConfiguration();
        settings.setCompressed(true);
        settings.setMetadataTitle(about.title());
        settings.setMetadataAuthor(about.author());
        settings.setMetadataSubject(about.subject());
        settings.setMetadataCreator("Jianzheng");
        settings.setDisplayMetadataTitle(true);
        settings.setTagLanguage("zh-CN");
        // Without it OpenPDF breaks lines where Chinese may not: a full stop at the beginning of the next.
        var lines = new SimplePdfReportConfiguration();
        lines.setForceLineBreakPolicy(true);
        var exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(settings);
        exporter.setConfiguration(lines);
        exporter.exportReport();
        return out.toByteArray();
    }
}
