package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.Clause;
import org.jianzheng.support.JourneyPlatform;
import org.junit.jupiter.api.Test;

/**
 * The scanner that phones without one of their own are given, on marks of every kind. Of the one that was here before a few of
 * a hundred codes could never be read, however long they were held before the camera.
 */
@BrowserJourney
class MarkScannerJourneyTest {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Random RANDOM = new Random(5);
    private static final int CODES = 60;
    private static final String READ =
            """
            async (pictures) => {
              const { frame, qrReader } = await import('/m/qr.js');
              const read = await qrReader();
              const texts = [];
              for (const picture of pictures) {
                const image = new Image();
                image.src = `data:image/png;base64,${picture}`;
                await image.decode();
                texts.push((await read(frame(image, 1280)))[0] ?? 'none');
              }
              return texts;
            }""";

    @Test
    @Clause("5.4.6")
    void everyMarkIsRead() throws IOException, WriterException {
        List<String> marks = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String mark = mark();
            marks.add(mark);
            pictures.add(picture(mark, 0));
            // As nobody holds a phone quite straight, and the first picture need not be the one that is read.
            marks.add(mark);
            pictures.add(picture(mark, 0.06 + 0.2 * RANDOM.nextDouble()));
        }
        try (Chromium browser = Chromium.start()) {
            Page page = browser.visitor().page();
            page.navigate(JourneyPlatform.get().url("/m"));
            assertThat((List<?>) page.evaluate(READ, pictures)).isEqualTo(marks);
        }
    }

    private static String mark() {
        StringBuilder mark = new StringBuilder("https://jianzheng.example.com/m/");
        for (int i = 0; i < 30; i++) {
            mark.append(DIGITS.charAt(RANDOM.nextInt(32)));
        }
        return mark.toString();
    }

    private static String picture(String mark, double turned) throws WriterException, IOException {
        BufferedImage code =
                MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(mark, BarcodeFormat.QR_CODE, 400, 400));
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, 640, 480);
        pen.rotate(turned, 320, 240);
        double scale = turned == 0 ? 1 : 0.8;
        int side = (int) (400 * scale);
        pen.drawImage(code, 320 - side / 2, 240 - side / 2, side, side, null);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
