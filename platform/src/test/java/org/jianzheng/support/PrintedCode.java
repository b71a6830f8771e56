package org.jianzheng.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The QR code on a report's first page, read as a phone reads it: from the picture, and again from a bit nearer where one look
 * did not find it. Of some codes the reader misses the corners at one size and finds them at the next; that it is found on a
 * clean print of 150 dpi is {@code PrintTest}'s to show.
 */
public final class PrintedCode {

    private static final int[] DPI = {150, 200, 170, 220, 120};

    private PrintedCode() {}

    public static String of(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFRenderer page = new PDFRenderer(document);
            return IntStream.of(DPI)
                    .mapToObj(dpi -> read(picture(page, dpi)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No code is found on the page"));
        }
    }

    private static BufferedImage picture(PDFRenderer page, int dpi) {
        try {
            return page.renderImageWithDPI(0, dpi);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<String> read(BufferedImage picture) {
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            return Optional.of(new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException missed) {
            return Optional.empty();
        }
    }
}
