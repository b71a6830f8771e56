package org.jianzheng.acquisition.likeness;

import java.util.Optional;
import org.jianzheng.acquisition.curve.Curve;

/**
 * The way of a curve from a part of its peak up to the peak, in parts of the peak, as {@value #CELLS} values evenly over its
 * time: alike for curves that were shifted, scaled, stretched or sampled otherwise.
 */
record CurveWindow(double[] rough, double[] smooth) {

    static final int CELLS = 240;
    /** Where windows begin: most of the curve, and what is left of one whose begin was cut off. */
    static final double[] FROM = {0.15, 0.4};

    private static final int LEAST_POINTS = 16;
    private static final int REACH = 5;
    private static final double[] HANN = hann();

    /** Empty where too few points lie there. */
    static Optional<CurveWindow> of(Curve curve, double from) {
        int peak = peak(curve);
        if (peak < 0 || curve.newtons(peak) <= 0) {
            return Optional.empty();
        }
        int first = 0;
        while (curve.newtons(first) < from * curve.newtons(peak)) {
            first++;
        }
        if (peak - first + 1 < LEAST_POINTS || curve.millis(peak) == curve.millis(first)) {
            return Optional.empty();
        }
        double[] rough = cells(curve, first, peak);
        return Optional.of(new CurveWindow(rough, smoothed(rough)));
    }

    /** The middle of the highest three points: one noisy point makes no peak. */
    private static int peak(Curve curve) {
        int peak = Math.min(1, curve.points() - 1);
        long highest = Long.MIN_VALUE;
        for (int i = 1; i < curve.points() - 1; i++) {
            long sum = (long) curve.newtons(i - 1) + curve.newtons(i) + curve.newtons(i + 1);
            if (sum > highest) {
                highest = sum;
                peak = i;
            }
        }
        return peak;
    }

    /** The mean of the broken line over each cell: what lies between the points of a coarser curve counts too. */
    private static double[] cells(Curve curve, int first, int last) {
        double[] sums = new double[CELLS];
        double width = ((double) curve.millis(last) - curve.millis(first)) / CELLS;
        for (int i = first; i < last; i++) {
            double from = (curve.millis(i) - curve.millis(first)) / width;
            double to = ((double) curve.millis(i + 1) - curve.millis(first)) / width;
            if (to > from) {
                spread(sums, from, to, curve.newtons(i), curve.newtons(i + 1));
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            sums[cell] /= curve.newtons(last);
        }
        return sums;
    }

    /** Adds the area under one line to the cells it runs through. */
    private static void spread(double[] sums, double from, double to, double begin, double end) {
        double slope = (end - begin) / (to - from);
        double at = from;
        for (int cell = (int) from; at < to && cell < CELLS; cell++) {
            double next = Math.min(to, cell + 1.0);
            sums[cell] += (next - at) * (begin + slope * ((at + next) / 2 - from));
            at = next;
        }
    }

    private static double[] smoothed(double[] values) {
        double[] smooth = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            for (int k = -REACH; k <= REACH; k++) {
                smooth[i] += HANN[k + REACH] * values[Math.min(CELLS - 1, Math.max(0, i + k))];
            }
        }
        return smooth;
    }

    private static double[] hann() {
        double[] weights = new double[2 * REACH + 1];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = 0.5 - 0.5 * Math.cos(Math.PI * (k + 1) / (REACH + 1));
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /** The smooth values less the straight line through them by least squares. */
    double[] bent() {
        double slope = 0;
        double mean = 0;
        double spread = 0;
        double middle = (CELLS - 1) / 2.0;
        for (int i = 0; i < CELLS; i++) {
            mean += smooth[i] / CELLS;
            slope += (i - middle) * smooth[i];
            spread += (i - middle) * (i - middle);
        }
        slope /= spread;
        double[] bent = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            bent[i] = smooth[i] - mean - slope * (i - middle);
        }
        return bent;
    }
}
