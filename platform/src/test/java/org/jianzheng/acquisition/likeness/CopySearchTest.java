package org.jianzheng.acquisition.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.support.machine.CurveFamily;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.Forgery;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies are found among honest curves of all families and the real ones, and honest curves are not taken for copies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopySearchTest {

    private static final long STORED = 77;
    private static final long FRESH = 99;

    private final CopySearch search = new CopySearch();
    private final List<Curve> stored = new ArrayList<>();

    /** Curves stored of each family. */
    int each() {
        return 25;
    }

    /** Copies made in each way. */
    int copies() {
        return 20;
    }

    /** Honest curves of each family that are held against all. */
    int honest() {
        return 6;
    }

    /** How often each real curve is copied in each way. */
    int rounds() {
        return 1;
    }

    @BeforeAll
    void store() {
        CurvesOfTests curves = new CurvesOfTests(STORED);
        for (CurveFamily family : CurveFamily.values()) {
            IntStream.range(0, each()).forEach(i -> stored.add(curves.any(family)));
        }
        real().forEach(real -> stored.add(real.curve()));
        for (int i = 0; i < stored.size(); i++) {
            Curve curve = stored.get(i);
            search.add(String.valueOf(i), CurveFeatures.of(curve), () -> curve);
        }
    }

    private static List<RealCurves.Real> real() {
        List<RealCurves.Real> all = new ArrayList<>(RealCurves.concrete());
        all.addAll(RealCurves.steel());
        return all;
    }

    @ParameterizedTest
    @EnumSource(
            value = Forgery.class,
            names = {"SHIFT", "SCALE", "STRETCH", "TRIM", "RESAMPLE"})
    void aCurveThatWasOnlyChangedIsFound(Forgery forgery) {
        assertThat(recall(forgery, anyStored())).isGreaterThanOrEqualTo(0.99);
        assertThat(recall(forgery, eachReal())).as("real ones").isGreaterThanOrEqualTo(0.96);
    }

    private int[] eachReal() {
        return IntStream.range(0, 32 * rounds())
                .map(i -> stored.size() - 32 + i % 32)
                .toArray();
    }

    private int[] anyStored() {
        return new Random(STORED).ints(copies(), 0, stored.size()).toArray();
    }

    /** Some are told: it is the roughness of the curve that gives the others away. */
    @ParameterizedTest
    @EnumSource(
            value = Forgery.class,
            names = {"NOISE", "LOUD_NOISE", "ALL"})
    void noiseHidesACopyAndNeverPointsAtAnother(Forgery forgery) {
        recall(forgery, anyStored());
    }

    private double recall(Forgery forgery, int[] which) {
        Random random = new Random(forgery.ordinal());
        int found = 0;
        int certain = 0;
        int wrong = 0;
        long start = System.nanoTime();
        for (int i : which) {
            Optional<Likeness> like = search.find(forgery.of(stored.get(i), random));
            boolean right =
                    like.filter(one -> one.curveId().equals(String.valueOf(i))).isPresent();
            found += right ? 1 : 0;
            certain += right && like.get().kind() == Likeness.Kind.CERTAIN ? 1 : 0;
            wrong += like.isPresent() && !right ? 1 : 0;
        }
        double millis = (System.nanoTime() - start) / 1e6 / which.length;
        System.out.printf(
                Locale.ROOT,
                "%-10s of %,d curves, %d copies: %.3f found, %.3f certain, %.1f ms each%n",
                forgery,
                search.size(),
                which.length,
                (double) found / which.length,
                (double) certain / which.length,
                millis);
        assertThat(wrong).as("pointed at another curve").isZero();
        return (double) found / which.length;
    }

    @Test
    void honestCurvesAreTheirOwn() {
        List<Curve> fresh = new ArrayList<>();
        CurvesOfTests curves = new CurvesOfTests(FRESH);
        for (CurveFamily family : CurveFamily.values()) {
            IntStream.range(0, honest()).forEach(i -> fresh.add(curves.any(family)));
        }
        List<CopySearch.Nearest> nearest = fresh.parallelStream()
                .map(curve -> search.nearest(curve).orElseThrow())
                .toList();
        double[] residuals = nearest.stream()
                .mapToDouble(one -> one.fit().residual())
                .sorted()
                .toArray();
        long alarms = nearest.stream().filter(one -> one.likeness().isPresent()).count();
        System.out.printf(
                Locale.ROOT,
                "%,d honest curves against %,d: %d alarms, least residual %.6f, the middle one %.6f%n",
                fresh.size(),
                search.size(),
                alarms,
                residuals[0],
                residuals[residuals.length / 2]);
        assertThat(alarms).isZero();
    }

    /** Each real curve against all others, the stored made ones too. */
    @Test
    void noRealCurveIsTakenForACopyOfAnother() {
        List<Curve> real = stored.subList(stored.size() - 32, stored.size());
        CopySearch others = new CopySearch();
        for (int i = 0; i < stored.size() - real.size(); i++) {
            Curve curve = stored.get(i);
            others.add("made " + i, CurveFeatures.of(curve), () -> curve);
        }
        for (Curve curve : real) {
            assertThat(others.find(curve)).isEmpty();
            others.add("real", CurveFeatures.of(curve), () -> curve);
        }
    }

    @Test
    void curvesWithoutAWayUpAreLikeNothing() {
        CopySearch few = new CopySearch();
        for (Curve curve : Arrays.asList(
                new Curve(new int[0], new int[0]),
                new Curve(new int[] {0}, new int[] {5}),
                new Curve(new int[100], new int[100]),
                new Curve(
                        IntStream.range(0, 100).toArray(),
                        IntStream.range(0, 100).map(i -> -i).toArray()))) {
            assertThat(few.find(curve)).isEmpty();
            few.add("odd", CurveFeatures.of(curve), () -> curve);
            assertThat(CurveFeatures.of(curve)).containsOnly(0f);
        }
    }
}
