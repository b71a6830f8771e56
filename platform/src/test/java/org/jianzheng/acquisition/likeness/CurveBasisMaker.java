package org.jianzheng.acquisition.likeness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.support.machine.CurveFamily;
import org.jianzheng.support.machine.CurvesOfTests;

/**
 * Makes {@code acquisition/curve-basis-<version>.bin}: the principal components of the bends of made curves of all families.
 * Run its main with the file's path. Features are comparable within one basis only, so another population or another
 * {@link CurveWindow} needs another version, and every stored feature is worked out anew from its curve.
 */
final class CurveBasisMaker {

    private static final long SEED = 11;
    private static final int EACH = 800;
    private static final int SWEEPS = 12;
    /** Below this variance there is nothing but rounding. */
    private static final double LEAST = 1e-12;

    private CurveBasisMaker() {}

    public static void main(String[] args) throws IOException {
        List<Curve> population = population();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            for (double from : CurveWindow.FROM) {
                write(out, population, from);
            }
        }
    }

    private static List<Curve> population() {
        CurvesOfTests curves = new CurvesOfTests(SEED);
        return Arrays.stream(CurveFamily.values())
                .flatMap(family -> IntStream.range(0, EACH).mapToObj(i -> curves.any(family)))
                .toList();
    }

    private static void write(DataOutputStream out, List<Curve> population, double from) throws IOException {
        double[][] bends = population.stream()
                .flatMap(curve -> CurveWindow.of(curve, from).stream())
                .map(CurveWindow::bent)
                .toArray(double[][]::new);
        double[] mean = mean(bends);
        double[][] covariance = covariance(bends, mean);
        double[][] vectors = eigen(covariance);
        Integer[] order = IntStream.range(0, mean.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -covariance[i][i]))
                .toArray(Integer[]::new);
        cells(out, mean);
        for (int axis = 0; axis < FeatureBasis.FEATURES; axis++) {
            int column = order[axis];
            double scale = 1 / Math.sqrt(Math.max(LEAST, covariance[column][column]));
            cells(
                    out,
                    IntStream.range(0, mean.length)
                            .mapToDouble(i -> vectors[i][column] * scale)
                            .toArray());
        }
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] rows, double[] mean) {
        int n = mean.length;
        double[][] sums = new double[n][n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sums[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.length;
                }
            }
        }
        return sums;
    }

    /** Jacobi's rotations: leaves the eigenvalues on the diagonal. @return the vectors as columns */
    private static double[][] eigen(double[][] a) {
        int n = a.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) < 1e-18) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            a[k][p] = c * kp - s * a[k][q];
            a[k][q] = s * kp + c * a[k][q];
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            a[p][k] = c * pk - s * a[q][k];
            a[q][k] = s * pk + c * a[q][k];
        }
        for (int k = 0; k < a.length; k++) {
            double kp = vectors[k][p];
            vectors[k][p] = c * kp - s * vectors[k][q];
            vectors[k][q] = s * kp + c * vectors[k][q];
        }
    }

    private static void cells(DataOutputStream out, double[] values) throws IOException {
        for (double value : values) {
            out.writeFloat((float) value);
        }
    }
}
