package org.jianzheng.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A face that nobody has: a head of a few surfaces, reckoned pixel by pixel under one light. Whose it is comes from the seed
 * alone, so that the same person can be seen in another light, turned, further off.
 */
public final class RenderedFace {

    private static final double[] SKIN = {0.86, 0.66, 0.54};
    private static final double[] HAIR = {0.10, 0.08, 0.07};
    private static final double[] LIPS = {0.66, 0.33, 0.31};
    private static final double[] WHITE = {0.93, 0.92, 0.90};
    private static final double[] IRIS = {0.17, 0.10, 0.07};
    private static final double[] COAT = {0.20, 0.28, 0.42};

    private final double width;
    private final double eyes;
    private final double eyeSize;
    private final double eyeHeight;
    private final double nose;
    private final double noseWidth;
    private final double mouth;
    private final double mouthHeight;
    private final double brow;
    private final double chin;
    private final double tone;
    private final double fringe;
    private final boolean glasses;
    private final boolean beard;
    private final boolean bald;

    /** @param seed whose face; its lowest three bits give glasses, a beard, a bald head */
    public RenderedFace(long seed) {
        Random person = new Random(seed * 7919 + 13);
        width = between(person, 0.60, 0.88);
        eyes = between(person, 0.27, 0.40);
        eyeSize = between(person, 0.105, 0.145);
        eyeHeight = between(person, 0.02, 0.12);
        nose = between(person, 0.26, 0.44);
        noseWidth = between(person, 0.085, 0.15);
        mouth = between(person, 0.17, 0.34);
        mouthHeight = between(person, 0.44, 0.54);
        brow = between(person, 0.022, 0.05);
        chin = between(person, 0.55, 0.95);
        tone = between(person, 0.45, 1.08);
        fringe = between(person, 0.52, 0.72);
        glasses = (seed & 1) != 0;
        beard = (seed & 2) != 0;
        bald = (seed & 4) != 0;
    }

    private static double between(Random person, double least, double most) {
        return least + (most - least) * person.nextDouble();
    }

    /**
     * How it is seen.
     *
     * @param turn to the side, radians
     * @param light from the left (-1) to the right (1)
     * @param size of the head in the picture, up to 1
     */
    public record View(double turn, double light, double size) {}

    /** As JPEG. */
    public byte[] jpeg(int across, int down, View view) {
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        double unit = Math.min(across, down) * 0.42 * view.size();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double[] sum = new double[3];
                for (int part = 0; part < 4; part++) {
                    double x = (column + 0.25 + 0.5 * (part % 2) - across / 2.0) / unit;
                    double y = (row + 0.25 + 0.5 * (part / 2) - down / 2.0) / unit;
                    double[] colour = colour(x, y, view);
                    for (int c = 0; c < 3; c++) {
                        sum[c] += colour[c] / 4;
                    }
                }
                image.setRGB(column, row, rgb(sum, column * 31L + row * 17L));
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rgb(double[] colour, long place) {
        double grain = ((place * 2654435761L >>> 7) % 9 - 4) / 500.0;
        int rgb = 0;
        for (double part : colour) {
            rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(255 * (part + grain))));
        }
        return rgb;
    }

    private double[] colour(double x, double y, View view) {
        // Head about y in -1.15 (crown) to 1 (chin); turned about its upright axis.
        double depth = depth(x, y);
        if (Double.isNaN(depth)) {
            return behind(x, y);
        }
        double u = x * Math.cos(view.turn()) - depth * Math.sin(view.turn()) * 0.9;
        double step = 0.004;
        double dx = (relief(u + step, y) - relief(u - step, y)) / (2 * step);
        double dy = (relief(u, y + step) - relief(u, y - step)) / (2 * step);
        double[] light = {view.light(), -0.55, 1.0};
        double length = Math.sqrt(dx * dx + dy * dy + 1);
        double lit = (-dx * light[0] - dy * light[1] + light[2])
                / (length * Math.sqrt(light[0] * light[0] + light[1] * light[1] + 1));
        double shade = 0.34 + 0.78 * Math.max(0, lit);
        double[] albedo = albedo(u, y);
        return new double[] {albedo[0] * shade, albedo[1] * shade, albedo[2] * shade};
    }

    private double[] behind(double x, double y) {
        boolean neck = Math.abs(x) < 0.36 && y > 0.6 && y < 1.32;
        if (neck) {
            double shade = 0.62 - 0.25 * Math.abs(x) - (y < 1.05 ? 0.15 : 0);
            return new double[] {SKIN[0] * tone * shade, SKIN[1] * tone * shade, SKIN[2] * tone * shade};
        }
        boolean shoulders = y > 1.22 + 0.35 * x * x;
        if (shoulders) {
            return COAT;
        }
        boolean hair = !bald && x * x / (0.95 * 0.95) + (y + 0.25) * (y + 0.25) / (1.02 * 1.02) < 0.98 && y < 0.15;
        return hair ? HAIR : new double[] {0.70 + 0.05 * y, 0.74 + 0.05 * y, 0.78};
    }

    private double halfWidth(double y) {
        double down = y < 0 ? y / 1.12 : y;
        double round = Math.sqrt(Math.max(0, 1 - down * down));
        return width * (y < 0 ? round : Math.pow(round, chin));
    }

    private double depth(double x, double y) {
        double half = Math.abs(y) >= 1.12 || y > 1 ? 0 : halfWidth(y);
        double across = half == 0 ? 2 : x / half;
        return across * across >= 1 ? Double.NaN : 0.75 * half * Math.sqrt(1 - across * across);
    }

    private double relief(double x, double y) {
        double base = depth(x, y);
        double surface = Double.isNaN(base) ? 0 : base;
        double tip = 0.04 + nose;
        double along = Math.max(0, Math.min(1, (y + 0.08) / (tip + 0.08)));
        double ridge = y < tip + 0.07 && y > -0.2 ? Math.exp(-x * x / (2 * sq(noseWidth * (0.45 + 0.55 * along)))) : 0;
        surface += 0.24 * along * ridge * smooth(tip + 0.07 - y, 0.06);
        surface += 0.05 * bump(Math.abs(x) - noseWidth, y - tip + 0.01, 0.045, 0.04);
        surface -= 0.10 * bump(Math.abs(x) - eyes, y + eyeHeight, 0.17, 0.11);
        surface += 0.06 * bump(Math.abs(x) - eyes, y + eyeHeight, 0.09, 0.06);
        surface += 0.05 * bump(Math.abs(x) - eyes, y + eyeHeight + 0.17, 0.2, 0.05);
        surface += 0.05 * bump(Math.abs(x) - 0.42, y - 0.22, 0.16, 0.16);
        surface += 0.045 * bump(x, y - mouthHeight + 0.035, mouth * 0.6, 0.035);
        surface += 0.055 * bump(x, y - mouthHeight - 0.045, mouth * 0.55, 0.045);
        surface -= 0.03 * bump(x, y - mouthHeight, mouth * 0.8, 0.012);
        surface += 0.07 * bump(x, y - 0.84, 0.16, 0.1);
        return surface;
    }

    private double[] albedo(double x, double y) {
        double side = Math.abs(x) - eyes;
        double eye = y + eyeHeight;
        double rim = Math.hypot(side / 1.15, eye);
        boolean framed = rim > 0.165 && rim < 0.195 || Math.abs(x) < eyes - 0.19 && Math.abs(eye + 0.03) < 0.015;
        if (glasses && framed) {
            return new double[] {0.05, 0.05, 0.06};
        }
        double lid = eyeSize * 0.42 * Math.sqrt(Math.max(0, 1 - sq(side / eyeSize)));
        if (Math.abs(side) < eyeSize && Math.abs(eye) < lid) {
            double iris = Math.hypot(side, eye);
            if (iris < 0.020) {
                return new double[] {0.02, 0.02, 0.02};
            }
            return iris < 0.056 ? IRIS : WHITE;
        }
        if (Math.abs(side) < eyeSize * 1.1 && eye < 0 && eye > -lid - 0.024 && lid > 0) {
            return HAIR;
        }
        double arch = eye + 0.17 - 0.05 * (1 - sq(side / 0.2));
        if (Math.abs(side) < 0.17 && Math.abs(arch + 0.02) < brow) {
            return mixed(HAIR, 0.75);
        }
        double lips = y - mouthHeight;
        double reach = mouth * mouth - x * x;
        if (reach > 0) {
            double upper = 0.055 * reach / sq(mouth) * (1 - 0.35 * Math.exp(-x * x / 0.002));
            double lower = 0.08 * reach / sq(mouth);
            if (Math.abs(lips) < 0.008) {
                return new double[] {0.30, 0.12, 0.12};
            }
            if (lips > -upper && lips < lower) {
                return LIPS;
            }
        }
        if (Math.hypot((Math.abs(x) - noseWidth * 0.55) / 1.5, y - 0.04 - nose - 0.035) < 0.022) {
            return new double[] {0.25, 0.13, 0.11};
        }
        boolean bearded = y > mouthHeight - 0.11 - 0.25 * x * x && Math.hypot(x / 0.9, y - mouthHeight) > 0.09;
        if (beard && (bearded || y > 0.25 && Math.abs(x) > 0.5)) {
            return HAIR;
        }
        boolean fringed = !bald && y < -fringe + 0.12 * x * x;
        return fringed ? HAIR : mixed(SKIN, 1);
    }

    private double[] mixed(double[] colour, double part) {
        double[] mixed = new double[3];
        for (int c = 0; c < 3; c++) {
            mixed[c] = tone * (part * colour[c] + (1 - part) * SKIN[c]);
        }
        return mixed;
    }

    private static double bump(double x, double y, double wide, double high) {
        return Math.exp(-sq(x / wide) / 2 - sq(y / high) / 2);
    }

    private static double smooth(double distance, double over) {
        return Math.max(0, Math.min(1, distance / over));
    }

    private static double sq(double value) {
        return value * value;
    }
}
