package org.jianzheng.reporting.print;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.printing.OneBitPng;

/** Seals and signatures, given as PNG, as ink on paper; each worked out once and kept. */
final class StampImages {

    private static final int KEPT = 256;
    private static final int OPAQUE = 128;

    private final Map<Key, byte[]> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** The whole picture. */
    byte[] ink(byte[] png) {
        return slice(png, 0, 1);
    }

    /** The {@code index}-th of {@code count} equal upright slices: one page's share of a cross-page seal. */
    synchronized byte[] slice(byte[] png, int index, int count) {
        return made.computeIfAbsent(new Key(Arrays.hashCode(png), png.length, index, count), key -> {
            var whole = Png.read(png);
            int from = whole.getWidth() * index / count;
            int until = whole.getWidth() * (index + 1) / count;
            return oneInk(whole.getSubimage(from, 0, until - from, whole.getHeight()));
        });
    }

    private static byte[] oneInk(BufferedImage picture) {
        int stride = (picture.getWidth() + 7) / 8;
        var bits = new byte[stride * picture.getHeight()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (inked(picture.getRGB(x, y))) {
                    bits[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return OneBitPng.of(picture.getWidth(), picture.getHeight(), inkOf(picture), bits);
    }

    private static boolean inked(int argb) {
        int light = ((argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF)) / 3;
        return (argb >>> 24) >= OPAQUE && light < 200;
    }

    /** The middle of what is inked, by channel. */
    private static int inkOf(BufferedImage picture) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                int argb = picture.getRGB(x, y);
                if (inked(argb)) {
                    red += argb >> 16 & 0xFF;
                    green += argb >> 8 & 0xFF;
                    blue += argb & 0xFF;
                    count++;
                }
            }
        }
        return count == 0
                ? 0xFF000000
                : 0xFF000000 | (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    private record Key(int hash, int length, int index, int count) {}
}
