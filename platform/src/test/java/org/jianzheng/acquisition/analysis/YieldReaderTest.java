package org.jianzheng.acquisition.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.Test;

/** Yield of sealed curves: where it shows, where it does not, and never a guess. */
class YieldReaderTest {

    private static final BigDecimal RESOLUTION = new BigDecimal("0.1");
    private static final BigDecimal FLOOR = YieldReader.floorKn(new BigDecimal(400), new BigDecimal("314.2"));

    private final YieldReader reader = new YieldReader(new Standards());

    @Test
    void upperAndLowerYieldArePointsOfTheCurve() {
        Curve curve = curve(0, 20, 60, 100, 141, 136, 138, 136.9, 150, 180, 192, 185, 0);
        YieldReading found = reader.read(curve, RESOLUTION, FLOOR);
        assertThat(found.kind()).isEqualTo(YieldReading.Kind.PEAKS);
        assertThat(found.upper()).isEqualTo(new CurvePoint(4, 800, new BigDecimal("141.000")));
        assertThat(found.lower()).isEqualTo(new CurvePoint(7, 1400, new BigDecimal("136.900")));
        assertThat(found.first()).contains(found.upper());
        assertThat(found.noiseKn()).isEqualByComparingTo("0.2");
        assertThat(found.sampledFastEnough()).as("at 5 Hz").isFalse();
        assertThat(LoadingRate.beforeYield(curve, found).orElseThrow().toMillis())
                .as("of the load, not of the plateau")
                .isEqualTo(800);
    }

    @Test
    void whereNoYieldShowsNoneIsMadeUp() {
        Curve rising = curve(0, 20, 60, 100, 141, 150, 160, 170, 180, 192, 0);
        YieldReading found = reader.read(rising, RESOLUTION, FLOOR);
        assertThat(found.kind()).isEqualTo(YieldReading.Kind.NONE);
        assertThat(found.first()).isEmpty();
        assertThat(found.messageKey()).isEqualTo("acquisition.yield.NONE");
        assertThat(LoadingRate.beforeYield(rising, found)).isEmpty();
        assertThat(reader.read(new Curve(new int[0], new int[0]), RESOLUTION, FLOOR)
                        .kind())
                .isEqualTo(YieldReading.Kind.NONE);
        assertThat(reader.read(new Curve(new int[] {7, 7}, new int[] {1, 2}), RESOLUTION, null)
                        .kind())
                .isEqualTo(YieldReading.Kind.NONE);
    }

    /** At 20 Hz a curve that bends over slowly has many points within the noise of each other, and most at its top. */
    @Test
    void theFlatTopOfACurveIsNoPlateau() {
        Curve bent = curve(IntStream.range(0, 800)
                .mapToDouble(i -> 190 * (1 - Math.pow(1 - i / 800.0, 3)))
                .toArray());
        assertThat(reader.read(bent, RESOLUTION, FLOOR).kind()).isEqualTo(YieldReading.Kind.NONE);
    }

    @Test
    void aPlateauIsReadWhereItStandsAlthoughTheTopIsLonger() {
        double[] forces = IntStream.range(0, 1000)
                .mapToDouble(i ->
                        i < 100 ? i * 1.4 : i < 160 ? 140 + (i % 2) * 0.1 : 190 - 50 * Math.pow((1000 - i) / 840.0, 3))
                .toArray();
        YieldReading found = reader.read(curve(forces), RESOLUTION, FLOOR);
        assertThat(found.kind()).isEqualTo(YieldReading.Kind.PLATEAU);
        assertThat(found.upper()).isNull();
        assertThat(found.lower()).isEqualTo(new CurvePoint(100, 20_000, new BigDecimal("140.000")));
    }

    @Test
    void aSlipOfTheGripsBelowTheFloorIsNoYield() {
        assertThat(FLOOR).isEqualByComparingTo("87.976");
        Curve slip = curve(0.5, 20, 45, 43, 70, 95, 120, 150, 192, 185);
        assertThat(reader.read(slip, RESOLUTION, FLOOR).kind()).isEqualTo(YieldReading.Kind.NONE);
        assertThat(reader.read(slip, RESOLUTION, null).upper().kilonewtons()).isEqualTo("45.000");
    }

    @Test
    void theNoiseIsOfTheForceWhereTheMachineResolvesFiner() {
        assertThat(reader.read(curve(0, 500, 499.2, 1000, 0), new BigDecimal("0.01"), null)
                        .noiseKn())
                .isEqualByComparingTo("1");
    }

    @Test
    void firstReadingsALittleBelowZeroAreNormal() {
        Curve curve = curve(-0.02, -0.01, 60, 141, 135, 150, 192, 0.4, -0.03);
        assertThat(reader.read(curve, RESOLUTION, FLOOR).upper().kilonewtons()).isEqualTo("141.000");
        assertThatThrownBy(() -> reader.read(curve(0, -60, -141, 5), RESOLUTION, FLOOR))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("standards.yield.belowZero");
    }

    /** Its "valley" of 8.204 kN lies above its "peak" of 7.757 kN: what serrations make of a curve without yield. */
    @Test
    void aValleyThatIsNotBelowThePeakIsNoYieldEither() {
        YieldReading found = reader.read(RealCurves.named("St1595").curve(), new BigDecimal("0.001"), null);
        assertThat(found.kind()).isEqualTo(YieldReading.Kind.CONTRADICTORY);
        assertThat(found.first()).isEmpty();
        assertThat(found.lower()).isNull();
    }

    @Test
    void realFlatSteelWithAFloorIsReadFromItsFirstDrop() {
        YieldReading found = reader.read(
                RealCurves.named("St1594").curve(),
                new BigDecimal("0.001"),
                YieldReader.floorKn(new BigDecimal(400), RealCurves.STEEL_MM2.get("St1594")));
        assertThat(found.upper().kilonewtons()).isEqualTo("11.543");
        assertThat(found.lower().kilonewtons()).isEqualTo("11.531");
    }

    private static Curve curve(double... kilonewtons) {
        return new Curve(
                IntStream.range(0, kilonewtons.length).map(i -> i * 200).toArray(),
                IntStream.range(0, kilonewtons.length)
                        .map(i -> (int) Math.round(kilonewtons[i] * 1000))
                        .toArray());
    }
}
