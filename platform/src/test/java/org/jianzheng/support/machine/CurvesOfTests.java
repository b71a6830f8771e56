package org.jianzheng.support.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jianzheng.acquisition.curve.Curve;

/**
 * Makes curves as testing machines measure them: control that strays from its ramp, seating, softening before the break,
 * points after it, noise and resolution of the load cell. The same seed makes the same curves.
 */
public final class CurvesOfTests {

    private static final double TAIL_SECONDS = 2.2;

    private final Random random;

    public CurvesOfTests(long seed) {
        random = new Random(seed);
    }

    /** A specimen and a machine as they come. */
    public Curve any(CurveFamily family) {
        return of(family.any(random));
    }

    public Curve of(CurveRecipe recipe) {
        return recipe instanceof Pressing pressing ? pressed(pressing) : pulled((Pulling) recipe);
    }

    private Curve pressed(Pressing test) {
        Sheet sheet = new Sheet(test.hertz(), test.rangeKn() / 200_000);
        double dt = 1 / test.hertz();
        // Real machines stray by what they load in 0.06 s, and remember it for one to three seconds.
        Wander control = new Wander(random, test.knPerSecond() * between(0.05, 0.12), between(1, 3), dt);
        Wander drift = new Wander(random, test.knPerSecond() * between(0.05, 0.2), between(6, 15), dt);
        double seating = between(0.1, 1.5);
        double soft = between(0.003, 0.02);
        double ramp = test.preloadKn();
        for (double t = 0; ramp < test.peakKn() * (1 + soft); t += dt) {
            ramp = test.preloadKn() + test.knPerSecond() * (t - seating * (1 - Math.exp(-t / seating)));
            double fade = Math.min(1, t / 2);
            sheet.add(softened(ramp, test.peakKn(), soft) + fade * (control.next() + drift.next()));
        }
        broken(sheet, test.peakKn(), between(0.05, 0.2), test.rangeKn() / 2000);
        return sheet.curve();
    }

    /** The ramp up to the soft part, then flat into the peak. */
    private static double softened(double ramp, double peak, double soft) {
        double over = ramp / peak - (1 - soft);
        if (over <= 0) {
            return ramp;
        }
        double q = Math.min(1, over / (2 * soft));
        return peak * (1 - soft + soft * (2 * q - q * q));
    }

    private void broken(Sheet sheet, double peak, double left, double sway) {
        sheet.add(peak * between(0.97, 0.995));
        sheet.add(peak * left);
        for (double t = 0; t < TAIL_SECONDS; t += 1 / sheet.hertz) {
            sheet.add(-sway * between(0, 1));
        }
    }

    private Curve pulled(Pulling test) {
        Sheet sheet = new Sheet(test.hertz(), test.peakKn() / 50_000);
        double dt = 1 / test.hertz();
        Wander control = new Wander(random, test.knPerSecond() * between(0.05, 0.12), between(1, 3), dt);
        double reached = elastic(sheet, test, control, dt);
        if (test.yields()) {
            plateau(sheet, test, dt);
        }
        harden(sheet, test, test.yields() ? test.yieldKn() : reached, control, dt);
        neck(sheet, test, dt);
        return sheet.curve();
    }

    private double elastic(Sheet sheet, Pulling test, Wander control, double dt) {
        double upper = test.yields() ? test.yieldKn() * between(1.01, 1.05) : test.yieldKn() * 0.6;
        double seating = between(0.3, 1.5);
        double force = 0;
        for (double t = 0; force < upper; t += dt) {
            force = test.knPerSecond() * (t - seating * (1 - Math.exp(-t / seating)))
                    + Math.min(1, t / 2) * control.next();
            sheet.add(Math.min(force, upper));
        }
        return upper;
    }

    /** Bands run along the bar: the force steps about above its lower yield. */
    private void plateau(Sheet sheet, Pulling test, double dt) {
        double seconds = between(5, 15);
        Wander bands = new Wander(random, test.yieldKn() * between(0.004, 0.01), between(0.4, 1.2), dt);
        for (double t = 0; t < seconds; t += dt) {
            sheet.add(test.yieldKn() * (1 + 0.02 * Math.exp(-t / 0.4)) + Math.abs(bands.next()));
        }
    }

    private void harden(Sheet sheet, Pulling test, double from, Wander control, double dt) {
        double seconds = between(25, 50);
        double exponent = between(1.8, 3);
        // A plateau leaves bands that run on; a bar without one hardens smoothly.
        double sway = test.yields() ? 0.3 : 0;
        for (double t = 0; t < seconds; t += dt) {
            double rest = Math.pow(1 - t / seconds, exponent);
            sheet.add(test.peakKn() - (test.peakKn() - from) * rest + control.next() * sway * rest);
        }
    }

    private void neck(Sheet sheet, Pulling test, double dt) {
        double seconds = between(3, 9);
        double fall = between(0.1, 0.25);
        for (double t = 0; t < seconds; t += dt) {
            sheet.add(test.peakKn() * (1 - fall * Math.pow(t / seconds, 2)));
        }
        for (double t = 0; t < 1; t += dt) {
            sheet.add(test.peakKn() * 0.001 * random.nextGaussian());
        }
    }

    private double between(double from, double to) {
        return CurveFamily.between(random, from, to);
    }

    /** Points as the machine writes them down. */
    private final class Sheet {

        private final double hertz;
        private final double noiseKn;
        private final List<Integer> newtons = new ArrayList<>();

        Sheet(double hertz, double noiseKn) {
            this.hertz = hertz;
            this.noiseKn = noiseKn;
        }

        void add(double kilonewtons) {
            newtons.add((int) Math.round(1000 * (kilonewtons + noiseKn * random.nextGaussian())));
        }

        Curve curve() {
            int[] millis = new int[newtons.size()];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = (int) Math.round(i * 1000 / hertz);
            }
            return new Curve(
                    millis, newtons.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
