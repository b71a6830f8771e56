package org.jianzheng.acquisition.likeness;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * What the bends of curves are made of: the mean and the {@value #FEATURES} strongest principal components of a population
 * of curves, by window, each component divided by its scatter. Fixed and versioned: features are comparable only within one
 * version. {@code CurveBasisMaker}, among the tests, made it.
 *
 * @param mean by window and cell
 * @param axes by window, component and cell
 */
record FeatureBasis(float[][] mean, float[][][] axes) {

    static final int FEATURES = 48;

    /** Of curves of presses and of pulled bars alike. */
    static final FeatureBasis CURRENT = read("acquisition/curve-basis-1.bin");

    private static FeatureBasis read(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream();
                DataInputStream data = new DataInputStream(in)) {
            float[][] mean = new float[CurveWindow.FROM.length][];
            float[][][] axes = new float[CurveWindow.FROM.length][FEATURES][];
            for (int window = 0; window < mean.length; window++) {
                mean[window] = cells(data);
                for (int axis = 0; axis < FEATURES; axis++) {
                    axes[window][axis] = cells(data);
                }
            }
            return new FeatureBasis(mean, axes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] cells(DataInputStream data) throws IOException {
        float[] cells = new float[CurveWindow.CELLS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = data.readFloat();
        }
        return cells;
    }

    /** The window's features at unit length, put into the array from there. */
    void project(double[] bent, int window, float[] into, int at) {
        double length = 0;
        for (int axis = 0; axis < FEATURES; axis++) {
            double sum = 0;
            for (int i = 0; i < bent.length; i++) {
                sum += axes[window][axis][i] * (bent[i] - mean[window][i]);
            }
            into[at + axis] = (float) sum;
            length += sum * sum;
        }
        for (int axis = 0; axis < FEATURES && length > 0; axis++) {
            into[at + axis] /= (float) Math.sqrt(length);
        }
    }
}
