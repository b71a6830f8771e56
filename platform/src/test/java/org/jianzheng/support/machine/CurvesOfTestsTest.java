package org.jianzheng.support.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.analysis.YieldReader;
import org.jianzheng.acquisition.analysis.YieldReading;
import org.jianzheng.acquisition.check.CheckFinding;
import org.jianzheng.acquisition.check.CheckedRun;
import org.jianzheng.acquisition.check.LoadingBand;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.standards.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Made curves behave like real ones: honest ones pass every check, each defect is found by its own. */
class CurvesOfTestsTest {

    private static final Instant TEN = Instant.parse("2026-11-29T10:00:00Z");

    private final SmartChecks checks = new SmartChecks(new ClassPathResource("acquisition/smart-checks.csv"));
    private final YieldReader yields = new YieldReader(new Standards());

    @ParameterizedTest
    @EnumSource
    void honestCurvesPassEveryCheck(CurveFamily family) {
        CurvesOfTests curves = new CurvesOfTests(3);
        assertThat(IntStream.range(0, 30).mapToObj(i -> curves.any(family)))
                .allSatisfy(curve -> assertThat(found(family, curve)).isEmpty());
    }

    @Test
    void theSameSeedMakesTheSameCurves() {
        assertThat(new CurvesOfTests(5).any(CurveFamily.REBAR)).isEqualTo(new CurvesOfTests(5).any(CurveFamily.REBAR));
    }

    @Test
    void aPressedSpecimenReachesItsPeakAtItsRate() {
        Curve curve = new CurvesOfTests(1).of(new Pressing(900, 14, 20, 10, 2000));
        assertThat(CurvePoint.peak(curve).orElseThrow().kilonewtons())
                .isBetween(new BigDecimal(897), new BigDecimal(903));
        assertThat(LoadingRate.straight(curve).orElseThrow().kilonewtonsPerSecond())
                .isBetween(new BigDecimal("13.7"), new BigDecimal("14.3"));
    }

    @Test
    void aBarYieldsWhereItShouldOrNotAtAll() {
        for (int seed = 0; seed < 20; seed++) {
            CurvesOfTests curves = new CurvesOfTests(seed);
            YieldReading found = read(curves.of(new Pulling(140, 190, 6, 20, true)));
            assertThat(found.lower().kilonewtons()).isBetween(new BigDecimal("138.5"), new BigDecimal("141.5"));
            assertThat(found.upper().kilonewtons()).isGreaterThan(found.lower().kilonewtons());
            assertThat(read(curves.of(new Pulling(140, 190, 6, 20, false))).first())
                    .as("no yield")
                    .isEmpty();
        }
    }

    private YieldReading read(Curve curve) {
        return yields.read(
                curve, new BigDecimal("0.1"), YieldReader.floorKn(new BigDecimal(400), new BigDecimal("314.2")));
    }

    @Test
    void eachDefectIsFoundByItsOwnRule() {
        Curve curve = new CurvesOfTests(8).any(CurveFamily.CONCRETE);
        assertThat(found(CurveFamily.CONCRETE, CurveDefect.STOP.of(curve))).containsExactly("stop-and-go");
        assertThat(found(CurveFamily.CONCRETE, CurveDefect.GAP.of(curve))).containsExactly("gap");
        assertThat(found(CurveFamily.CONCRETE, CurveDefect.PRELOAD.of(curve))).containsExactly("preload");
        assertThat(found(CurveFamily.CONCRETE, new CurvesOfTests(1).of(new Pressing(900, 22, 20, 10, 2000))))
                .containsExactly("rate-outside-band");
        assertThat(CurveDefect.POWER_LOSS.of(curve).points()).isLessThan(curve.peak());
    }

    @Test
    void aSlipOfTheGripsIsNotTakenForYield() {
        Curve bar = new CurvesOfTests(8).of(new Pulling(140, 190, 6, 20, true));
        assertThat(read(CurveDefect.SLIP.of(bar)).lower().kilonewtons())
                .isEqualByComparingTo(read(bar).lower().kilonewtons());
        assertThat(yields.read(CurveDefect.SLIP.of(bar), new BigDecimal("0.1"), null)
                        .kind())
                .as("without a floor it says that it cannot be")
                .isEqualTo(YieldReading.Kind.CONTRADICTORY);
    }

    @Test
    void everyForgeryStillLooksLikeATest() {
        Curve curve = new CurvesOfTests(9).any(CurveFamily.CEMENT_COMPRESSIVE);
        Random random = new Random(1);
        for (Forgery forgery : Forgery.values()) {
            assertThat(forgery.of(curve, random).points()).as(forgery.name()).isGreaterThan(100);
        }
    }

    private List<String> found(CurveFamily family, Curve curve) {
        BigDecimal peak = CurvePoint.peak(curve).orElseThrow().kilonewtons();
        return checks
                .check(new CheckedRun(
                        new CheckedRun.Span("r1", TEN, TEN.plusSeconds(100)),
                        family.method(),
                        curve,
                        expected(family),
                        new CheckedRun.Machine(peak.multiply(BigDecimal.valueOf(2)), new BigDecimal("0.01"), null),
                        peak,
                        CheckedRun.Surroundings.NONE))
                .stream()
                .map(CheckFinding::rule)
                .toList();
    }

    private static CheckedRun.Expected expected(CurveFamily family) {
        return switch (family) {
            case CONCRETE -> expected(family, "40", "11.25", "18", null);
            case MORTAR -> expected(family, "10", "0.25", "1.5", null);
            case CEMENT_FLEXURAL -> expected(family, "6.5", "0.04", "0.06", null);
            case CEMENT_COMPRESSIVE -> expected(family, "42.5", "2.2", "2.6", null);
            // Bars of all sizes: the least of them yields at 45 kN.
            case REBAR, WELD, SPLICE -> expected(family, null, "0.6", "15", "45");
        };
    }

    private static CheckedRun.Expected expected(
            CurveFamily family, String nominal, String from, String to, String untilKn) {
        return new CheckedRun.Expected(
                family.areaMm2(),
                nominal == null ? null : new BigDecimal(nominal),
                new LoadingBand(new BigDecimal(from), new BigDecimal(to), LoadingBand.Unit.KN_PER_S),
                untilKn == null ? null : new BigDecimal(untilKn),
                family == CurveFamily.CONCRETE ? null : BigDecimal.ONE);
    }
}
