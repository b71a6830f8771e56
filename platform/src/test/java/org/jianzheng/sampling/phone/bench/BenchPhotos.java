package org.jianzheng.sampling.phone.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos as the app takes them: 1920 × 1080, some 300 kB, none like another. */
final class BenchPhotos {

    static final int KILOBYTES = 300;

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final Random random = new Random(20261130);
    private final BufferedImage ground;

    BenchPhotos() {
        int grain = 2;
        BufferedImage drawn = ground(grain);
        while (jpeg(drawn).length < KILOBYTES * 1000) {
            grain += 2;
            drawn = ground(grain);
        }
        ground = drawn;
    }

    /** The grain of a sensor is most of what a JPEG is made of. */
    private BufferedImage ground(int grain) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = 60 + x * 100 / WIDTH + random.nextInt(grain);
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return image;
    }

    synchronized byte[] next() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(ground, 0, 0, null);
        for (int i = 0; i < 24; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 96));
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), WIDTH / 5, HEIGHT / 5);
        }
        pen.dispose();
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
