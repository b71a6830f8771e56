package org.jianzheng.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRReportTemplate;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import org.springframework.core.io.ClassPathResource;

/** The JRXML files, each compiled when it is first asked for and then kept. */
public final class ReportTemplates {

    private static final String FOLDER = "reports-templates/";
    private static final String STYLES = FOLDER + "reporting/styles.jrtx";

    private final JasperReportsContext context;
    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();
    private final Map<Object, JasperReport> shaped = new ConcurrentHashMap<>();

    public ReportTemplates(JasperReportsContext context) {
        this.context = context;
    }

    /** @param name path beneath the folder of all templates without the ending, e.g. {@code reporting/report} */
    public JasperReport named(String name) {
        return compiled.computeIfAbsent(name, each -> compile(each, design -> design));
    }

    /**
     * A frame with a design made for it; of those of the same shape only the first is made.
     *
     * @param shape equal where the designs are
     */
    public JasperReport shaped(String name, Object shape, Making made) {
        return shaped.computeIfAbsent(shape, each -> compile(name, made));
    }

    private JasperReport compile(String name, Making made) {
        try (var jrxml = new ClassPathResource(FOLDER + name + ".jrxml").getInputStream()) {
            var design = made.of(JRXmlLoader.load(context, jrxml));
            shareStyles(design);
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new IllegalStateException("Template " + name + " does not compile", e);
        }
    }

    /** Turns a frame into a design. */
    public interface Making {
        JasperDesign of(JasperDesign frame) throws JRException;
    }

    // Left to itself Jasper reads and parses the style template again for every document.
    private void shareStyles(JasperDesign design) throws JRException {
        for (JRReportTemplate template : design.getTemplates()) {
            design.removeTemplate(template);
        }
        var styles = JRXmlTemplateLoader.getInstance(context).loadTemplate(STYLES);
        for (JRStyle style : styles.getStyles()) {
            design.addStyle(style);
        }
    }
}
