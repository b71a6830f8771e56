package org.jianzheng.acquisition.likeness;

/**
 * How well one curve is another one, shifted, scaled and stretched a little: least squares of the one on the other, on a
 * constant, and on the other's slope times 1, t and t², which move its points in time.
 *
 * @param residual root of the mean square of what is left, in parts of the peak
 * @param memory correlation of what is left from one cell to the next: noise has none, another curve has much
 */
record CopyFit(double residual, double memory) {

    static final CopyFit NONE = new CopyFit(Double.POSITIVE_INFINITY, 1);

    private static final int TERMS = 5;
    private static final int MARGIN = 6;
    /** A copy is scaled and moved by no more than this: 35 % in force, 15 % in offset, 8 and 15 % in time. */
    private static final double[] BOUNDS = {0.35, 0.15, 0.08, 0.15};

    static CopyFit of(CurveWindow curve, CurveWindow earlier) {
        double[] c = fit(curve.smooth(), terms(earlier.smooth()));
        if (c == null
                || Math.abs(c[0] - 1) > BOUNDS[0]
                || Math.abs(c[1]) > BOUNDS[1]
                || Math.abs(c[2]) > BOUNDS[2]
                || Math.abs(c[3]) > BOUNDS[3]) {
            return NONE;
        }
        return new CopyFit(rootMeanSquare(left(curve.smooth(), terms(earlier.smooth()), c)), memory(curve, earlier, c));
    }

    private static double memory(CurveWindow curve, CurveWindow earlier, double[] c) {
        double[][] terms = terms(earlier.smooth());
        terms[0] = earlier.rough();
        double[] left = left(curve.rough(), terms, c);
        double product = 0;
        double square = 0;
        for (int i = 1; i < left.length; i++) {
            product += left[i] * left[i - 1];
            square += left[i] * left[i];
        }
        return square == 0 ? 0 : product / square;
    }

    private static double[][] terms(double[] y) {
        int cells = y.length;
        double[][] terms = new double[TERMS][cells];
        for (int i = 0; i < cells; i++) {
            double t = (double) i / (cells - 1);
            double slope = (y[Math.min(cells - 1, i + 1)] - y[Math.max(0, i - 1)]) * (cells - 1) / 2;
            terms[0][i] = y[i];
            terms[1][i] = 1;
            terms[2][i] = slope;
            terms[3][i] = t * slope;
            terms[4][i] = t * t * slope;
        }
        return terms;
    }

    private static double[] left(double[] y, double[][] terms, double[] c) {
        double[] left = new double[y.length - 2 * MARGIN];
        for (int i = 0; i < left.length; i++) {
            left[i] = y[i + MARGIN];
            for (int k = 0; k < TERMS; k++) {
                left[i] -= c[k] * terms[k][i + MARGIN];
            }
        }
        return left;
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    /** The normal equations, by elimination with pivots; null where they have no one answer. */
    private static double[] fit(double[] y, double[][] terms) {
        double[][] a = new double[TERMS][TERMS + 1];
        for (int i = MARGIN; i < y.length - MARGIN; i++) {
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    a[row][column] += terms[row][i] * terms[column][i];
                }
                a[row][TERMS] += terms[row][i] * y[i];
            }
        }
        return eliminated(a) ? solved(a) : null;
    }

    private static boolean eliminated(double[][] a) {
        for (int pivot = 0; pivot < TERMS; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < TERMS; row++) {
                best = Math.abs(a[row][pivot]) > Math.abs(a[best][pivot]) ? row : best;
            }
            double[] swapped = a[pivot];
            a[pivot] = a[best];
            a[best] = swapped;
            if (Math.abs(a[pivot][pivot]) < 1e-12) {
                return false;
            }
            for (int row = pivot + 1; row < TERMS; row++) {
                double times = a[row][pivot] / a[pivot][pivot];
                for (int column = pivot; column <= TERMS; column++) {
                    a[row][column] -= times * a[pivot][column];
                }
            }
        }
        return true;
    }

    private static double[] solved(double[][] a) {
        double[] c = new double[TERMS];
        for (int row = TERMS - 1; row >= 0; row--) {
            c[row] = a[row][TERMS];
            for (int column = row + 1; column < TERMS; column++) {
                c[row] -= a[row][column] * c[column];
            }
            c[row] /= a[row][row];
        }
        return c;
    }
}
