package org.jianzheng.support.machine;

import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;

/** What goes wrong with a run on a machine, at 40 % of its peak. A wrong rate or no yield is a matter of the recipe. */
public enum CurveDefect {
    /** The grips slip: the force falls by a tenth and climbs the same way again. */
    SLIP {
        @Override
        public Curve of(Curve curve) {
            int at = at(curve);
            int back = at;
            while (back > 0 && curve.newtons(back) > curve.newtons(at) * 0.9) {
                back--;
            }
            return joined(curve, at, back, curve.millis(at + 1) - curve.millis(back));
        }
    },
    /** The load stands still for four seconds. */
    STOP {
        @Override
        public Curve of(Curve curve) {
            int at = at(curve);
            int step = Math.max(1, curve.millis(at + 1) - curve.millis(at));
            int held = 4000 / step;
            Curve rest = joined(curve, at, at + 1, (held + 1) * step);
            int[] millis = new int[rest.points() + held];
            int[] newtons = new int[millis.length];
            for (int i = 0; i < millis.length; i++) {
                boolean holds = i > at && i <= at + held;
                int from = i > at ? Math.max(at, i - held) : i;
                millis[i] = holds ? curve.millis(at) + (i - at) * step : rest.millis(from);
                newtons[i] = holds ? curve.newtons(at) : rest.newtons(from);
            }
            return new Curve(millis, newtons);
        }
    },
    /** Two seconds and a half are lost, and nobody sends them again. */
    GAP {
        @Override
        public Curve of(Curve curve) {
            int at = at(curve);
            int next = at + 1;
            while (next < curve.points() - 1 && curve.millis(next) - curve.millis(at) < 2500) {
                next++;
            }
            return joined(curve, at, next, curve.millis(next) - curve.millis(at));
        }
    },
    /** The load cell was not set to zero: a tenth of the peak is in every reading. */
    PRELOAD {
        @Override
        public Curve of(Curve curve) {
            int by = curve.newtons(curve.peak()) / 10;
            return new Curve(
                    curve.millis(),
                    IntStream.of(curve.newtons()).map(force -> force + by).toArray());
        }
    },
    /** The power fails at half of the time: nothing follows. */
    POWER_LOSS {
        @Override
        public Curve of(Curve curve) {
            return curve.part(0, curve.peak() / 2);
        }
    };

    public abstract Curve of(Curve curve);

    private static int at(Curve curve) {
        int at = 0;
        while (curve.newtons(at) < curve.newtons(curve.peak()) * 0.4) {
            at++;
        }
        return at;
    }

    /** The curve up to a point, and on from another one so many ms later. */
    private static Curve joined(Curve curve, int until, int from, int gapMillis) {
        int by = curve.millis(until) + gapMillis - curve.millis(from);
        return new Curve(
                IntStream.concat(
                                IntStream.rangeClosed(0, until).map(curve::millis),
                                IntStream.range(from, curve.points()).map(i -> curve.millis(i) + by))
                        .toArray(),
                IntStream.concat(
                                IntStream.rangeClosed(0, until).map(curve::newtons),
                                IntStream.range(from, curve.points()).map(curve::newtons))
                        .toArray());
    }
}
