package org.jianzheng.acquisition.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.Test;

/** Peak and loading rate: exact on made curves, as published on real ones. */
class LoadingRateTest {

    @Test
    void theRateOfARealCubeIsWhatItsMachineWasSetTo() {
        assertThat(RealCurves.concrete()).hasSize(30).allSatisfy(real -> assertThat(
                        LoadingRate.straight(real.curve()).orElseThrow().megapascalsPerSecond(RealCurves.CUBE_MM2))
                .as(real.name())
                .isBetween(new BigDecimal("0.4930"), new BigDecimal("0.4995")));
    }

    /** As numpy.polyfit says of the same points. */
    @Test
    void theFitIsThatOfAnotherProgram() {
        Curve curve = RealCurves.concrete().get(0).curve();
        assertThat(CurvePoint.peak(curve)).contains(new CurvePoint(581, 116313, new BigDecimal("1314.736")));
        assertThat(LoadingRate.straight(curve).orElseThrow().kilonewtonsPerSecond())
                .isEqualTo("11.217963");
    }

    @Test
    void aStraightLineIsFittedWithoutAnyError() {
        Curve curve = line(1_000, 50, 2);
        LoadingRate rate = LoadingRate.straight(curve).orElseThrow();
        assertThat(rate.kilonewtonsPerSecond()).isEqualTo("2.000000");
        assertThat(rate.fromMillis()).isEqualTo(10_000);
        assertThat(rate.toMillis()).isEqualTo(40_000);
        assertThat(rate.points()).isEqualTo(601);
        assertThat(rate.megapascalsPerSecond(new BigDecimal(1600))).isEqualTo("1.250000");
    }

    @Test
    void aCurveThatNeverRisesHasNoRate() {
        assertThat(LoadingRate.straight(new Curve(new int[0], new int[0]))).isEmpty();
        assertThat(LoadingRate.straight(new Curve(new int[] {5}, new int[] {9})))
                .isEmpty();
        assertThat(LoadingRate.straight(new Curve(new int[] {5, 5, 5}, new int[] {1, 5, 9})))
                .as("all in one moment")
                .isEmpty();
        assertThat(LoadingRate.straight(new Curve(new int[] {0, 50}, new int[] {0, 0})))
                .isEmpty();
    }

    /** Sums in long would overflow here. */
    @Test
    void timesAndForcesMayBeAsLargeAsTheWireAllows() {
        int points = 2_000;
        Curve curve = new Curve(
                IntStream.range(0, points).map(i -> i * 1_000_000).toArray(),
                IntStream.range(0, points).map(i -> i * 1_000_000).toArray());
        assertThat(LoadingRate.straight(curve).orElseThrow().kilonewtonsPerSecond())
                .isEqualTo("1.000000");
    }

    @Test
    void theLiveRateIsAStraightFitOverTheLastTwoSeconds() {
        Curve curve = RealCurves.concrete().get(0).curve();
        SlidingRate live = new SlidingRate();
        for (int i = 0; i < 400; i++) {
            Optional<BigDecimal> rate = live.add(curve.millis(i), curve.newtons(i));
            assertThat(rate.isPresent()).isEqualTo(curve.millis(i) >= 2000);
            if (rate.isPresent()) {
                int from = from(curve, i);
                assertThat(live.fromMillis()).isEqualTo(curve.millis(from));
                assertThat(rate).contains(all(curve.part(from, i + 1)));
            }
        }
    }

    @Test
    void pointsOfOneMomentDoNotStopTheLiveRate() {
        SlidingRate live = new SlidingRate(100);
        assertThat(live.add(0, 0)).isEmpty();
        assertThat(live.add(0, 10)).isEmpty();
        assertThat(live.add(100, 105)).contains(new BigDecimal("0.950000"));
        assertThat(live.add(100, 105)).isPresent();
    }

    private static int from(Curve curve, int last) {
        int from = last;
        while (curve.millis(last) - curve.millis(from) < 2000) {
            from--;
        }
        return from;
    }

    private static BigDecimal all(Curve curve) {
        StraightFit fit = new StraightFit();
        for (int i = 0; i < curve.points(); i++) {
            fit.add(curve.millis(i), curve.newtons(i));
        }
        return fit.slope().orElseThrow();
    }

    private static Curve line(int points, int step, int newtonsPerMilli) {
        return new Curve(
                IntStream.rangeClosed(0, points).map(i -> i * step).toArray(),
                IntStream.rangeClosed(0, points)
                        .map(i -> i * step * newtonsPerMilli)
                        .toArray());
    }

    @Test
    void noiseOfEveryPointHardlyMovesTheFit() {
        Random random = new Random(11);
        Curve line = line(1_000, 50, 2);
        int[] noisy = line.newtons();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += random.nextInt(401) - 200;
        }
        BigDecimal rate = LoadingRate.straight(new Curve(line.millis(), noisy))
                .orElseThrow()
                .kilonewtonsPerSecond();
        assertThat(rate).isBetween(new BigDecimal("1.995"), new BigDecimal("2.005"));
    }
}
