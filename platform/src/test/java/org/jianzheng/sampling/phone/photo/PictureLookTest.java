package org.jianzheng.sampling.phone.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/**
 * Figures over 120 drawn scenes of a site (ground, specimens with labels, shadows, grain of the sensor), each altered in nine
 * ways, and over every pair of different scenes.
 */
class PictureLookTest {

    private static final int SCENES = 120;

    private static final Map<String, UnaryOperator<BufferedImage>> COPIES = copies();

    private static Map<String, UnaryOperator<BufferedImage>> copies() {
        Map<String, UnaryOperator<BufferedImage>> copies = new LinkedHashMap<>();
        copies.put("half size", image -> scaled(image, 0.5));
        copies.put("37 % of its size", image -> scaled(image, 0.37));
        copies.put("JPEG 40", image -> jpeg(image, 0.4f));
        copies.put("JPEG 15", image -> jpeg(image, 0.15f));
        copies.put("10 % brighter", image -> brighter(image, 1.1f));
        copies.put("10 % darker", image -> brighter(image, 0.9f));
        copies.put("3 % cropped", image -> cropped(image, 0.03));
        copies.put("cropped, half size, JPEG 60", image -> jpeg(scaled(cropped(image, 0.03), 0.5), 0.6f));
        copies.put("date stamped on it", PictureLookTest::stamped);
        return copies;
    }

    @Test
    void ofAlteredCopiesAtLeast95InAHundredAreFoundAndOfDifferentScenesNone() {
        List<Long> looks = new ArrayList<>();
        Map<String, List<Integer>> distances = new LinkedHashMap<>();
        for (int i = 0; i < SCENES; i++) {
            BufferedImage scene = scene(new Random(1000 + i));
            long look = PictureLook.of(scene);
            looks.add(look);
            COPIES.forEach((name, copy) -> distances
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(PictureLook.distance(look, PictureLook.of(copy.apply(scene)))));
        }
        distances.forEach((name, all) -> {
            long found = all.stream().filter(bits -> bits <= PictureLook.NEAR).count();
            System.out.printf(
                    "look: %-28s found %3d of %d, farthest %d%n",
                    name,
                    found,
                    SCENES,
                    all.stream().mapToInt(Integer::intValue).max().orElseThrow());
            assertThat(found).as(name).isGreaterThanOrEqualTo(SCENES * 95 / 100);
        });
        int[] apart = new int[65];
        for (int i = 0; i < SCENES; i++) {
            for (int j = 0; j < i; j++) {
                apart[PictureLook.distance(looks.get(i), looks.get(j))]++;
            }
        }
        StringBuilder said = new StringBuilder();
        int nearest = 64;
        for (int bits = 64; bits >= 0; bits--) {
            if (apart[bits] > 0) {
                nearest = bits;
            }
        }
        for (int bits = nearest; bits < 22; bits++) {
            said.append(bits).append(": ").append(apart[bits]).append("  ");
        }
        System.out.printf("look: different scenes, pairs by distance %s%n", said);
        assertThat(nearest).isGreaterThan(PictureLook.NEAR);
    }

    /** The witness stands a step aside a minute later: another photo of the same specimens. */
    @Test
    void anotherPhotoOfTheSameSpecimensFromAStepAsideIsMostlyNoRepeat() {
        int alarms = 0;
        for (int i = 0; i < SCENES; i++) {
            BufferedImage scene = scene(new Random(1000 + i));
            BufferedImage aside = moved(scene, 0.08 + 0.04 * (i % 3), 4 + i % 5, i);
            if (PictureLook.distance(PictureLook.of(scene), PictureLook.of(aside)) <= PictureLook.NEAR) {
                alarms++;
            }
        }
        System.out.printf("look: same specimens from a step aside, alarms %d of %d%n", alarms, SCENES);
        assertThat(alarms).isLessThanOrEqualTo(SCENES * 5 / 100);
    }

    @Test
    void twoThatDifferInSevenBitsShareAQuarterButForOneBit() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long one = random.nextLong();
            long other = one;
            for (int bit = 0; bit < PictureLook.NEAR; bit++) {
                other ^= 1L << random.nextInt(64);
            }
            long shown = other;
            boolean found = false;
            for (int quarter = 0; quarter < PictureLook.QUARTERS; quarter++) {
                found |= PictureLook.near(PictureLook.quarter(one, quarter))
                        .contains(PictureLook.quarter(shown, quarter));
            }
            assertThat(found).isTrue();
        }
    }

    static BufferedImage scene(Random random) {
        BufferedImage image = canvas(600, 450);
        Graphics2D pen = image.createGraphics();
        pen.scale(0.5, 0.5);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int sky = 120 + random.nextInt(100);
        pen.setPaint(new GradientPaint(
                random.nextInt(1200),
                0,
                new Color(sky, sky, sky + 20),
                random.nextInt(1200),
                900,
                new Color(90 + random.nextInt(80), 80 + random.nextInt(60), 60 + random.nextInt(60))));
        pen.fillRect(0, 0, 1200, 900);
        for (int i = 0; i < 5; i++) {
            pen.setColor(new Color(random.nextInt(200), random.nextInt(200), random.nextInt(200), 120));
            pen.fillRect(
                    random.nextInt(1200) - 100,
                    random.nextInt(500) - 100,
                    60 + random.nextInt(400),
                    60 + random.nextInt(400));
        }
        int specimens = 1 + random.nextInt(6);
        for (int i = 0; i < specimens; i++) {
            int side = 130 + random.nextInt(160);
            int x = random.nextInt(1100 - side);
            int y = 350 + random.nextInt(500 - side / 2) - side / 2;
            int gray = 110 + random.nextInt(90);
            pen.setColor(new Color(0, 0, 0, 90));
            pen.fillRect(x + side / 6, y + side / 5, side, side);
            pen.setColor(new Color(gray, gray, gray - 5));
            pen.fillRect(x, y, side, side);
            pen.setColor(Color.WHITE);
            pen.fillRect(x + side / 4, y + side / 4, side / 3, side / 3);
            pen.setColor(Color.BLACK);
            for (int dot = 0; dot < 80; dot++) {
                pen.fillRect(x + side / 4 + random.nextInt(side / 3), y + side / 4 + random.nextInt(side / 3), 5, 5);
            }
        }
        pen.dispose();
        grain(image, random);
        return image;
    }

    private static void grain(BufferedImage image, Random random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int noise = (int) (random.nextGaussian() * 6);
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x,
                        y,
                        bounded((rgb >> 16 & 0xff) + noise) << 16
                                | bounded((rgb >> 8 & 0xff) + noise) << 8
                                | bounded((rgb & 0xff) + noise));
            }
        }
    }

    private static int bounded(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        BufferedImage small = canvas((int) (image.getWidth() * scale), (int) (image.getHeight() * scale));
        draw(small, image, AffineTransform.getScaleInstance(scale, scale));
        return small;
    }

    private static void draw(BufferedImage onto, BufferedImage image, AffineTransform how) {
        Graphics2D pen = onto.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, how, null);
        pen.dispose();
    }

    private static BufferedImage cropped(BufferedImage image, double part) {
        int x = (int) (image.getWidth() * part / 2);
        int y = (int) (image.getHeight() * part / 2);
        return image.getSubimage(x, y, image.getWidth() - 2 * x, image.getHeight() - 2 * y);
    }

    private static BufferedImage brighter(BufferedImage image, float factor) {
        return new RescaleOp(factor, 0, null).filter(image, canvas(image.getWidth(), image.getHeight()));
    }

    private static BufferedImage stamped(BufferedImage image) {
        BufferedImage copy = scaled(image, 1);
        Graphics2D pen = copy.createGraphics();
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setColor(Color.ORANGE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        pen.drawString("2026-11-30 10:22", 440, 435);
        pen.dispose();
        return copy;
    }

    private static BufferedImage moved(BufferedImage image, double shift, double degrees, int seed) {
        BufferedImage aside = canvas(image.getWidth(), image.getHeight());
        AffineTransform step = new AffineTransform();
        step.translate(-image.getWidth() * 0.2, -image.getHeight() * 0.2);
        step.scale(1.4, 1.4);
        step.translate(image.getWidth() * (seed % 2 == 0 ? shift : -shift), image.getHeight() * shift / 2);
        step.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        draw(aside, image, step);
        return aside;
    }

    private static BufferedImage jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
