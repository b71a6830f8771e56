package org.jianzheng.reporting.print;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The mark of an accredited laboratory (检验检测机构资质认定标志): a wide C that holds M and A. Units: pixels. */
final class CmaMark {

    private static final int WIDTH = 840;
    private static final int HEIGHT = 560;
    private static final int STROKE = 84;

    private CmaMark() {}

    static byte[] png() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.fill(c());
        var letters = letters();
        pen.fill(letter(letters, "M", 190, 470));
        pen.fill(letter(letters, "A", 490, 820));
        pen.dispose();
        return Png.of(image);
    }

    private static Shape c() {
        var c = new Area(new Ellipse2D.Double(0, 0, WIDTH - 60, HEIGHT));
        c.subtract(new Area(new Ellipse2D.Double(STROKE, STROKE, WIDTH - 60 - 2 * STROKE, HEIGHT - 2 * STROKE)));
        c.subtract(new Area(new Rectangle2D.Double(WIDTH * 0.6, HEIGHT * 0.2, WIDTH, HEIGHT * 0.6)));
        return c;
    }

    private static Shape letter(Font font, String letter, double from, double until) {
        var outline = font.createGlyphVector(new FontRenderContext(null, true, true), letter)
                .getOutline();
        var size = outline.getBounds2D();
        double height = HEIGHT * 0.42;
        var place = AffineTransform.getTranslateInstance(from, (HEIGHT - height) / 2);
        place.scale((until - from) / size.getWidth(), height / size.getHeight());
        place.translate(-size.getX(), -size.getY());
        return place.createTransformedShape(outline);
    }

    private static Font letters() {
        try (var file = new ClassPathResource("fonts/NotoSansSC-Bold.ttf").getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(400f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
