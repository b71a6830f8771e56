package org.jianzheng.sampling.phone.photo;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a picture looks, in 64 bits (perceptual hash): its brightness on a grid of 32 × 32, of the cosine transform of that the
 * 8 × 8 lowest frequencies but the very lowest, each above or below their median. A copy of other size, compression or
 * brightness differs in few bits, another picture in about half of them.
 */
final class PictureLook {

    /** In so many bits at most a copy differs; the figures stand at PictureLookTest. */
    static final int NEAR = 7;

    /** In one of four quarters such two differ in one bit at most, so that an index finds them. */
    static final int QUARTERS = 4;

    private static final int QUARTER_BITS = 16;
    private static final int GRID = 32;
    private static final int LOW = 8;
    private static final double[][] WAVES = waves();

    private PictureLook() {}

    static long of(BufferedImage image) {
        double[][] low = lowest(grid(image));
        double[] all = Arrays.stream(low).flatMapToDouble(Arrays::stream).toArray();
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long look = 0;
        for (int i = 0; i < all.length; i++) {
            look |= all[i] > median ? 1L << i : 0;
        }
        return look;
    }

    // Means of whole fields: a picture that was made smaller has the same.
    private static double[][] grid(BufferedImage image) {
        double[][] sum = new double[GRID][GRID];
        int[][] count = new int[GRID][GRID];
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            int v = y * GRID / image.getHeight();
            for (int x = 0; x < width; x++) {
                int u = x * GRID / width;
                sum[v][u] += brightness(row[x]);
                count[v][u]++;
            }
        }
        for (int v = 0; v < GRID; v++) {
            for (int u = 0; u < GRID; u++) {
                sum[v][u] /= Math.max(1, count[v][u]);
            }
        }
        return sum;
    }

    private static double brightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    private static double[][] lowest(double[][] grid) {
        double[][] across = new double[GRID][LOW];
        double[][] low = new double[LOW][LOW];
        for (int y = 0; y < GRID; y++) {
            for (int k = 0; k < LOW; k++) {
                for (int x = 0; x < GRID; x++) {
                    across[y][k] += grid[y][x] * WAVES[k][x];
                }
            }
        }
        for (int j = 0; j < LOW; j++) {
            for (int k = 0; k < LOW; k++) {
                for (int y = 0; y < GRID; y++) {
                    low[j][k] += across[y][k] * WAVES[j][y];
                }
            }
        }
        return low;
    }

    // Frequencies 1 to 8: the lowest is how bright the whole is.
    private static double[][] waves() {
        double[][] waves = new double[LOW][GRID];
        for (int k = 0; k < LOW; k++) {
            for (int x = 0; x < GRID; x++) {
                waves[k][x] = Math.cos(Math.PI * (k + 1) * (2 * x + 1) / (2 * GRID));
            }
        }
        return waves;
    }

    static int quarter(long look, int number) {
        return (int) (look >>> number * QUARTER_BITS & 0xffff);
    }

    /** The same quarter, and those that differ in one bit. */
    static List<Integer> near(int quarter) {
        return IntStream.rangeClosed(0, QUARTER_BITS)
                .mapToObj(bit -> bit == QUARTER_BITS ? quarter : quarter ^ 1 << bit)
                .toList();
    }

    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
