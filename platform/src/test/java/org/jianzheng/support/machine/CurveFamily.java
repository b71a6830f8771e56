package org.jianzheng.support.machine;

import java.math.BigDecimal;
import java.util.Random;

/** The tests whose force a machine measures, with what is usual for each. */
public enum CurveFamily {
    CONCRETE("concrete-cube", "22500") {
        @Override
        public Pressing any(Random random) {
            double peak = between(random, 20, 65) * 22.5;
            return new Pressing(peak, between(random, 0.5, 0.8) * 22.5, hertz(random), peak * 0.012, 2000);
        }
    },
    MORTAR("mortar-cube", "3702.58") {
        @Override
        public Pressing any(Random random) {
            return new Pressing(between(random, 5, 25) * 3.7026, between(random, 0.5, 1.5), hertz(random), 0.5, 100);
        }
    },
    CEMENT_FLEXURAL("cement-flexural", "426.667") {
        @Override
        public Pressing any(Random random) {
            return new Pressing(between(random, 3, 9) * 0.426667, between(random, 0.04, 0.06), hertz(random), 0.02, 10);
        }
    },
    CEMENT_COMPRESSIVE("cement-compressive", "1600") {
        @Override
        public Pressing any(Random random) {
            return new Pressing(between(random, 17, 60) * 1.6, between(random, 2.2, 2.6), hertz(random), 0.5, 300);
        }
    },
    REBAR("rebar-tensile", "314.2") {
        @Override
        public Pulling any(Random random) {
            double area = SIZES[random.nextInt(SIZES.length)];
            double yield = between(random, 410, 500) * area / 1000;
            return new Pulling(
                    yield,
                    yield * between(random, 1.25, 1.45),
                    between(random, 10, 30) * area / 1000,
                    hertz(random),
                    true);
        }
    },
    WELD("weld-tensile", "314.2") {
        @Override
        public Pulling any(Random random) {
            Pulling bar = (Pulling) REBAR.any(random);
            return new Pulling(
                    bar.yieldKn(), bar.yieldKn() * between(random, 1.15, 1.4), bar.knPerSecond(), bar.hertz(), true);
        }
    },
    SPLICE("mechanical-splice", "314.2") {
        @Override
        public Pulling any(Random random) {
            return (Pulling) REBAR.any(random);
        }
    };

    /** Nominal areas of bars of 12 to 25 mm. */
    private static final double[] SIZES = {113.1, 153.9, 201.1, 254.5, 314.2, 380.1, 490.9};

    private final String method;
    private final BigDecimal areaMm2;

    CurveFamily(String method, String areaMm2) {
        this.method = method;
        this.areaMm2 = new BigDecimal(areaMm2);
    }

    /** Wire name of the method. */
    public String method() {
        return method;
    }

    /** Of the usual specimen: by it force is strength. */
    public BigDecimal areaMm2() {
        return areaMm2;
    }

    /** A specimen and a machine as they come. */
    public abstract CurveRecipe any(Random random);

    static double between(Random random, double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private static double hertz(Random random) {
        return new double[] {10, 20, 20, 20, 50}[random.nextInt(5)];
    }
}
