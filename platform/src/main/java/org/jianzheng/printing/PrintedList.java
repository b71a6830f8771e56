package org.jianzheng.printing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.springframework.stereotype.Component;

/** Registers and lists of other modules as PDF, in the fonts and styles of the reports. Safe for any number of threads. */
@Component
public class PrintedList {

    private final JasperReportsContext context = ReportFonts.context();
    private final ReportTemplates templates = new ReportTemplates(context);
    private final JasperFillManager filler = JasperFillManager.getInstance(context);
    private final PdfFile pdf = new PdfFile(context);

    /**
     * @param template a JRXML beneath reports-templates, without its ending
     * @param head its parameters; {@code title} and {@code owner} are written into the file's description too
     * @param rows its fields by name
     */
    public byte[] pdf(String template, Map<String, ?> head, Collection<Map<String, ?>> rows) {
        try {
            var print =
                    filler.fill(templates.named(template), new HashMap<>(head), new JRMapCollectionDataSource(rows));
            return pdf.write(print, new PdfFile.About(text(head, "title"), text(head, "owner"), null));
        } catch (JRException e) {
            throw new IllegalStateException("List " + template + " cannot be printed: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, ?> head, String name) {
        return head.get(name) == null ? null : head.get(name).toString();
    }
}
