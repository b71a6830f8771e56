package org.jianzheng.acquisition.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jianzheng.acquisition.curve.Curve;
import org.springframework.core.io.ClassPathResource;

/**
 * A force-time curve as it is printed: black on white, its peak marked. Of many points each column of the picture shows the
 * least and the greatest, so that no spike is lost.
 */
public final class CurvePicture {

    private static final int LEFT = 96;
    private static final int RIGHT = 32;
    private static final int TOP = 56;
    private static final int BOTTOM = 72;
    private static final double HEADROOM = 1.1;
    private static final float LETTERS = 20f;
    private static final Color RULE = new Color(0xd5d9dd);
    private static final Color LINE = new Color(0x1f5fae);
    private static final Color MARK = new Color(0xb3261e);
    private static final Color AUTOMATIC = new Color(0x5f6b76);
    private static final Color MANUAL = new Color(0xa15c00);

    private final Curve curve;
    private final String title;
    private final int width;
    private final int height;
    private final List<CurveMark> marks;
    private final Axis time;
    private final Axis force;

    /** @param title what it is a curve of; nothing of whose it is */
    public CurvePicture(Curve curve, String title, int width, int height) {
        this(curve, title, List.of(), width, height);
    }

    /** @param marks what else is marked beside the peak */
    public CurvePicture(Curve curve, String title, List<CurveMark> marks, int width, int height) {
        this.marks = marks;
        this.curve = curve;
        this.title = title;
        this.width = width;
        this.height = height;
        int points = curve.points();
        this.time = Axis.over(0, points == 0 ? 1000 : Math.max(1, curve.millis(points - 1)), 1000);
        this.force = Axis.over(least(), points == 0 ? 1000 : Math.max(1, curve.newtons(curve.peak()) * HEADROOM), 1000);
    }

    private int least() {
        int least = 0;
        for (int i = 0; i < curve.points(); i++) {
            least = Math.min(least, curve.newtons(i));
        }
        return least;
    }

    public byte[] png() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(pen);
        } finally {
            pen.dispose();
        }
        return png(image);
    }

    /** From the pen's origin, as wide and high as the picture is; on paper these are lines, not dots. */
    public void draw(Graphics2D pen) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setFont(Letters.PLAIN.deriveFont(LETTERS));
        frame(pen);
        line(pen);
        peak(pen);
        marks.forEach(mark -> mark(pen, mark));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    private void frame(Graphics2D pen) {
        pen.setStroke(new BasicStroke(1f));
        for (double tick : time.ticks()) {
            pen.setColor(RULE);
            pen.draw(new Line2D.Double(x(tick), TOP, x(tick), height - (double) BOTTOM));
            pen.setColor(Color.BLACK);
            centred(pen, time.label(tick), x(tick), height - BOTTOM + 26);
        }
        for (double tick : force.ticks()) {
            pen.setColor(RULE);
            pen.draw(new Line2D.Double(LEFT, y(tick), width - (double) RIGHT, y(tick)));
            pen.setColor(Color.BLACK);
            String label = force.label(tick);
            pen.drawString(label, LEFT - 10 - pen.getFontMetrics().stringWidth(label), (float) y(tick) + 7);
        }
        pen.draw(new Line2D.Double(LEFT, TOP, LEFT, height - (double) BOTTOM));
        pen.draw(new Line2D.Double(LEFT, height - (double) BOTTOM, width - (double) RIGHT, height - (double) BOTTOM));
        pen.drawString("力 F (kN)", 16, TOP - 20);
        centred(pen, title, (LEFT + width - RIGHT) / 2.0, TOP - 20);
        centred(pen, "时间 t (s)", (LEFT + width - RIGHT) / 2.0, height - 14);
    }

    private void line(Graphics2D pen) {
        if (curve.points() == 0) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x(curve.millis(0)), y(curve.newtons(0)));
        int from = 0;
        while (from < curve.points()) {
            int column = (int) x(curve.millis(from));
            int to = from;
            int least = from;
            int greatest = from;
            while (to < curve.points() && (int) x(curve.millis(to)) == column) {
                least = curve.newtons(to) < curve.newtons(least) ? to : least;
                greatest = curve.newtons(to) > curve.newtons(greatest) ? to : greatest;
                to++;
            }
            int[] drawn = {from, Math.min(least, greatest), Math.max(least, greatest), to - 1};
            for (int i : drawn) {
                path.lineTo(x(curve.millis(i)), y(curve.newtons(i)));
            }
            from = to;
        }
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
    }

    private void peak(Graphics2D pen) {
        int peak = curve.peak();
        if (peak < 0) {
            return;
        }
        double x = x(curve.millis(peak));
        double y = y(curve.newtons(peak));
        pen.setColor(MARK);
        pen.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        String label = "Fmax " + curve.kilonewtons(peak).toPlainString() + " kN";
        int wide = pen.getFontMetrics().stringWidth(label);
        pen.drawString(label, (float) Math.max(LEFT + 8.0, x - wide - 4.0), (float) y - 12);
    }

    /** What somebody picked is a diamond, what was read by rule a circle; each says beside it what it is. */
    private void mark(Graphics2D pen, CurveMark mark) {
        double x = x(mark.millis());
        double y = y(mark.kilonewtons().movePointRight(3).doubleValue());
        pen.setColor(mark.manual() ? MANUAL : AUTOMATIC);
        pen.setStroke(new BasicStroke(3f));
        if (mark.manual()) {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(x, y - 10);
            diamond.lineTo(x + 10, y);
            diamond.lineTo(x, y + 10);
            diamond.lineTo(x - 10, y);
            diamond.closePath();
            pen.draw(diamond);
        } else {
            pen.draw(new Ellipse2D.Double(x - 7, y - 7, 14, 14));
        }
        // A corrected mark often lies near the one that it corrects: they are named above and below.
        String label = mark.label() + " " + mark.kilonewtons().toPlainString() + " kN";
        int wide = pen.getFontMetrics().stringWidth(label);
        float left = (float) Math.min(x + 14, width - (double) RIGHT - wide);
        boolean upper = mark.label().startsWith("ReH");
        pen.drawString(label, left, (float) (y + (mark.manual() ? 34 : 58) * (upper ? -1 : 1) + (upper ? 22 : 0)));
    }

    private static void centred(Graphics2D pen, String text, double x, double y) {
        pen.drawString(text, (float) (x - pen.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    private double x(double millis) {
        return LEFT + time.part(millis) * (width - LEFT - RIGHT);
    }

    private double y(double newtons) {
        return height - BOTTOM - force.part(newtons) * (height - TOP - BOTTOM);
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

    /** Read once. */
    private static final class Letters {

        static final Font PLAIN = read();

        private static Font read() {
            ImageIO.setUseCache(false);
            try (var file = new ClassPathResource("fonts/NotoSansSC-Regular.ttf").getInputStream()) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
