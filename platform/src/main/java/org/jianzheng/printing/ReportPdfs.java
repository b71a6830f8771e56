package org.jianzheng.printing;

import com.lowagie.text.BadElementException;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicImage;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfImage;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;

/**
 * Jasper's own PDF writing, except that pictures are not decoded again for every document. Public because Jasper makes it by
 * its name.
 */
public final class ReportPdfs implements PdfProducerFactory {

    /** Jasper lays one invisible pixel under every picture. */
    private static final int A_PIXEL = 256;

    private static final Map<Integer, Image> PIXELS = new ConcurrentHashMap<>();

    @Override
    public PdfProducer createProducer(PdfProducerContext context) {
        return new ClassicPdfProducer(context) {
            @Override
            public PdfImage createImage(byte[] data, boolean verify) throws IOException, JRException {
                return data.length < A_PIXEL || OneBitPng.is(data) ? known(data) : super.createImage(data, verify);
            }
        };
    }

    private static PdfImage known(byte[] data) throws IOException, JRException {
        try {
            return new ClassicImage(OneBitPng.is(data) ? OneBitPng.forPdf(data) : Image.getInstance(pixel(data)));
        } catch (DocumentException e) {
            throw new JRException(e);
        }
    }

    private static Image pixel(byte[] data) throws IOException, BadElementException {
        int key = Arrays.hashCode(data);
        var kept = PIXELS.get(key);
        if (kept == null) {
            kept = Image.getInstance(data);
            PIXELS.put(key, kept);
        }
        return kept;
    }
}
