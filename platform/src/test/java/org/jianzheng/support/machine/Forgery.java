package org.jianzheng.support.machine;

import java.util.Random;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;

/** How an old curve is passed off as a new one. */
public enum Forgery {
    /** Begun at another time. */
    SHIFT {
        @Override
        public Curve of(Curve curve, Random random) {
            int by = 200 + random.nextInt(5000);
            return mapped(curve, (t, f) -> t + by, (t, f) -> f);
        }
    },
    /** To another peak. */
    SCALE {
        @Override
        public Curve of(Curve curve, Random random) {
            double by = between(random, 0.85, 1.15);
            return mapped(curve, (t, f) -> t, (t, f) -> f * by);
        }
    },
    /** To another duration. */
    STRETCH {
        @Override
        public Curve of(Curve curve, Random random) {
            double by = between(random, 0.9, 1.1);
            return mapped(curve, (t, f) -> t * by, (t, f) -> f);
        }
    },
    /** Without its begin, up to 30 % of its peak, and without the points after the break. */
    TRIM {
        @Override
        public Curve of(Curve curve, Random random) {
            double below = between(random, 0, 0.3) * curve.newtons(curve.peak());
            int from = 0;
            while (curve.newtons(from) < below) {
                from++;
            }
            Curve part = curve.part(from, Math.min(curve.points(), curve.peak() + 2 + random.nextInt(8)));
            int start = part.millis(0);
            return mapped(part, (t, f) -> t - start, (t, f) -> f);
        }
    },
    /** At another rate of points. */
    RESAMPLE {
        @Override
        public Curve of(Curve curve, Random random) {
            double step = (curve.millis(1) - curve.millis(0)) * between(random, 0.7, 2);
            int first = curve.millis(0);
            int points = 1 + (int) ((curve.millis(curve.points() - 1) - first) / step);
            int[] millis = IntStream.range(0, points)
                    .map(i -> first + (int) Math.round(i * step))
                    .toArray();
            return new Curve(millis, between(curve, millis));
        }
    },
    /** With 0.15 % of the peak as noise. */
    NOISE {
        @Override
        public Curve of(Curve curve, Random random) {
            return noisy(curve, random, 0.0015);
        }
    },
    /** With 1 % of the peak as noise. */
    LOUD_NOISE {
        @Override
        public Curve of(Curve curve, Random random) {
            return noisy(curve, random, 0.01);
        }
    },
    /** Everything, and a little noise. */
    ALL {
        @Override
        public Curve of(Curve curve, Random random) {
            Curve copy = RESAMPLE.of(TRIM.of(STRETCH.of(SCALE.of(curve, random), random), random), random);
            return noisy(SHIFT.of(copy, random), random, 0.0003);
        }
    };

    public abstract Curve of(Curve curve, Random random);

    private interface Change {
        double of(double millis, double newtons);
    }

    private static Curve mapped(Curve curve, Change time, Change force) {
        return new Curve(
                IntStream.range(0, curve.points())
                        .map(i -> (int) Math.round(time.of(curve.millis(i), curve.newtons(i))))
                        .toArray(),
                IntStream.range(0, curve.points())
                        .map(i -> (int) Math.round(force.of(curve.millis(i), curve.newtons(i))))
                        .toArray());
    }

    private static Curve noisy(Curve curve, Random random, double part) {
        double sigma = part * curve.newtons(curve.peak());
        return mapped(curve, (t, f) -> t, (t, f) -> f + sigma * random.nextGaussian());
    }

    /** Forces at those times, on the straight line between two points. */
    private static int[] between(Curve curve, int[] millis) {
        int[] newtons = new int[millis.length];
        int i = 1;
        for (int k = 0; k < millis.length; k++) {
            while (i < curve.points() - 1 && curve.millis(i) < millis[k]) {
                i++;
            }
            double part =
                    (double) (millis[k] - curve.millis(i - 1)) / Math.max(1, curve.millis(i) - curve.millis(i - 1));
            newtons[k] = (int) Math.round(curve.newtons(i - 1) + part * (curve.newtons(i) - curve.newtons(i - 1)));
        }
        return newtons;
    }

    private static double between(Random random, double from, double to) {
        return CurveFamily.between(random, from, to);
    }
}
