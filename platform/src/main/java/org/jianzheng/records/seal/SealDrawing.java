package org.jianzheng.records.seal;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a laboratory's seal as such seals are cut: ring, star, the name around it, 检测专用章 below. Units: millimetres. */
final class SealDrawing {

    private static final double ACROSS = 42;
    private static final int PIXELS_A_MM = 20;
    private static final Color RED = new Color(0xC8, 0x10, 0x1E);
    private static final String PURPOSE = "检测专用章";

    private static final double RING = 1.2;
    private static final double STAR = 5.6;
    private static final double NAME_RADIUS = 14.6;
    private static final double NAME_HEIGHT = 4.4;
    private static final double WIDEST_STEP = Math.toRadians(24);
    private static final double WIDEST_ARC = Math.toRadians(262);

    private SealDrawing() {}

    static byte[] png(String name) {
        int size = (int) (ACROSS * PIXELS_A_MM);
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setComposite(AlphaComposite.Src);
        pen.setColor(RED);
        pen.scale(PIXELS_A_MM, PIXELS_A_MM);
        pen.translate(ACROSS / 2, ACROSS / 2);
        ring(pen);
        pen.fill(star());
        try (Glyphs glyphs = Glyphs.seal()) {
            name(pen, glyphs, name);
            purpose(pen, glyphs);
        }
        pen.dispose();
        return png(image);
    }

    private static void ring(Graphics2D pen) {
        Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        ring.append(circle(ACROSS / 2), false);
        ring.append(circle(ACROSS / 2 - RING), false);
        pen.fill(ring);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape star() {
        Path2D star = new Path2D.Double();
        double inner = STAR * 0.382;
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * i / 5;
            double radius = i % 2 == 0 ? STAR : inner;
            double x = radius * Math.sin(angle);
            double y = -radius * Math.cos(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    // The more characters, the closer and the narrower: how engravers fit a long name.
    private static void name(Graphics2D pen, Glyphs glyphs, String name) {
        int[] characters = name.codePoints().toArray();
        double step = Math.min(WIDEST_STEP, WIDEST_ARC / Math.max(1, characters.length - 1));
        double width = Math.min(NAME_HEIGHT, step * NAME_RADIUS * 0.95);
        for (int i = 0; i < characters.length; i++) {
            AffineTransform place = AffineTransform.getRotateInstance(step * (i - (characters.length - 1) / 2.0));
            place.translate(-width / 2, -NAME_RADIUS);
            place.scale(width, NAME_HEIGHT);
            pen.fill(place.createTransformedShape(glyphs.unit(characters[i])));
        }
    }

    private static void purpose(Graphics2D pen, Glyphs glyphs) {
        double height = 3.8;
        int[] characters = PURPOSE.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(
                    (i - characters.length / 2.0) * height, ACROSS / 4 + height / 2);
            place.scale(height, height);
            pen.fill(place.createTransformedShape(glyphs.unit(characters[i])));
        }
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
