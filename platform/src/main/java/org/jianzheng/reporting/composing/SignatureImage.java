package org.jianzheng.reporting.composing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.reporting.print.Png;
import org.springframework.core.io.ClassPathResource;

/** The signature a person gets who has not left one of their own: the name, slanted, in blue-black ink. */
public final class SignatureImage {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 200;
    private static final Color INK = new Color(0x1B, 0x2A, 0x5C);
    private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();
    private static final Font FACE = face();

    private SignatureImage() {}

    public static byte[] of(String name) {
        return DRAWN.computeIfAbsent(name, SignatureImage::draw);
    }

    private static byte[] draw(String name) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(3));
        var layout = new TextLayout(name, FACE, pen.getFontRenderContext());
        double scale = Math.min(1, (WIDTH - 60) / layout.getBounds().getWidth());
        var slant = new AffineTransform(scale, -0.06, -0.28, scale, 60, 155);
        var outline = layout.getOutline(slant);
        pen.fill(outline);
        pen.draw(outline);
        pen.dispose();
        return Png.of(image);
    }

    private static Font face() {
        try (var file = new ClassPathResource("fonts/NotoSerifSC-Regular.ttf").getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(140f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
