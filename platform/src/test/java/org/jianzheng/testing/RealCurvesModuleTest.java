package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.RealCurves;
import org.jianzheng.support.machine.RealCurves.Real;
import org.jianzheng.support.machine.SpecimensToTest;
import org.jianzheng.testing.procedure.TestFinding;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cubes that a real machine broke, sent through the real door: each group seals, comes to the strengths that its peaks and the
 * size of the cubes give, and nothing is suspected of it. Here the groups that naive rules trip over; all under {@code -Pfaults}.
 */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
@Clause({"4.1.8", "4.1.10"})
class RealCurvesModuleTest {

    private static final String MACHINE = "BJ01-YL-01";
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal FIFTEEN_PERCENT = new BigDecimal("0.15");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Acquisition acquisition;

    @Autowired
    Testing testing;

    @Autowired
    Warnings warnings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate sql;

    private int day = 2;

    /** 25.8 % off its median, and three that are nearly the same. */
    List<String> groups() {
        return List.of("M11_7d", "M02_28d");
    }

    /** What the machine sent for other tests of the same database may look like a copy of it, or unlike it. */
    Set<String> foundAmongOthers() {
        return Set.of(
                "acquisition.check.copied-curve",
                "acquisition.check.masked-copy",
                "acquisition.check.roughness",
                "acquisition.check.scatter-too-small",
                "acquisition.check.operator-pace");
    }

    @ParameterizedTest
    @MethodSource("groups")
    void aRealGroupComesToWhatItsPeaksGive(String group) {
        List<Curve> curves = RealCurves.concrete().stream()
                .filter(real -> real.name().startsWith(group + "_"))
                .map(Real::curve)
                .toList();
        int days = group.endsWith("28d") ? 28 : 7;
        // Each on a day of its own: nobody breaks all of them within the hour.
        ((MutableClock) clock).advance(Duration.ofDays(day++));
        try (SpecimensToTest cubes = new SpecimensToTest(
                platform, DemoTest.CONCRETE, Map.of("concreteGrade", "C40", "ageDays", days), MACHINE)) {
            String begun = clock.instant().atOffset(ZoneOffset.UTC).toString();
            List<String> runs = new ArrayList<>();
            for (Curve curve : curves) {
                runs.add(cubes.run(MACHINE, "concrete-cube", runs.size() + 1, curve));
            }
            Map<String, Object> record = new LinkedHashMap<>(Map.of("specimens", cubes.rows("specimens", Map.of())));
            record.put("startedAt", begun);
            record.put("confirmation", "设备自动采集，读数属实");
            assertThat(cubes.form()).containsEntry("loadingRate", rate(curves));
            record.put("loadingRate", "0.99");
            assertThatThrownBy(() -> cubes.driver().record(cubes.caseId(), record))
                    .hasStackTraceContaining("testing.run.otherRate");
            record.remove("loadingRate");
            cubes.driver().record(cubes.caseId(), record);
            assertThat(testing.result(cubes.caseId()).records().get(0).values())
                    .containsEntry("loadingRate", rate(curves));
            assertSealed(runs, curves);
            assertResult(testing.result(cubes.caseId()).finding(), curves, days);
            assertNothingSuspected(cubes.caseId(), runs);
        }
    }

    private void assertSealed(List<String> runs, List<Curve> curves) {
        for (int i = 0; i < runs.size(); i++) {
            String runId = runs.get(i);
            RunView.Sealed sealed =
                    As.person("tester", () -> acquisition.run(runId)).sealed();
            assertThat(sealed.sha256()).isEqualTo(CurveHash.of(curves.get(i)));
            assertThat(sealed.peakKn()).isEqualByComparingTo(peak(curves.get(i)));
        }
    }

    private static void assertResult(TestFinding finding, List<Curve> curves, int days) {
        List<BigDecimal> singles = curves.stream()
                .map(curve -> peak(curve).multiply(THOUSAND).divide(RealCurves.CUBE_MM2, 1, RoundingMode.HALF_EVEN))
                .toList();
        assertThat(finding.specimens("cube"))
                .extracting(one -> one.figures().get("strengthMpa"))
                .containsExactlyElementsOf(
                        singles.stream().map(BigDecimal::toPlainString).toList());
        assertThat(finding.facts().get("representativeMpa")).isEqualTo(representative(singles));
        assertThat(finding.conclusion()).isEqualTo(days < 28 ? Verdict.UNJUDGED : Verdict.PASS);
    }

    /** The mean; the middle one where one of the others is more than 15 % of it off. None of these is void. */
    private static String representative(List<BigDecimal> singles) {
        List<BigDecimal> sorted = singles.stream().sorted().toList();
        BigDecimal middle = sorted.get(1);
        BigDecimal most = middle.multiply(FIFTEEN_PERCENT);
        boolean off = Stream.of(sorted.get(0), sorted.get(2))
                .anyMatch(other -> other.subtract(middle).abs().compareTo(most) > 0);
        BigDecimal sum = singles.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return (off ? middle : sum.divide(new BigDecimal(3), 1, RoundingMode.HALF_EVEN)).toPlainString();
    }

    /** The mean of the straight fits, each to a thousandth: nobody types it. */
    private static String rate(List<Curve> curves) {
        return curves.stream()
                .map(curve -> LoadingRate.straight(curve)
                        .orElseThrow()
                        .megapascalsPerSecond(RealCurves.CUBE_MM2)
                        .setScale(3, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(curves.size()), 2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private void assertNothingSuspected(String caseId, List<String> runs) {
        await().untilAsserted(() -> runs.forEach(run -> assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM acquisition_trait WHERE run_id = ?", Integer.class, run))
                .isEqualTo(1)));
        assertThat(As.person("supervisor", () -> warnings.ofCase(caseId)))
                .filteredOn(warning -> !foundAmongOthers().contains(warning.rule()))
                .isEmpty();
    }

    private static BigDecimal peak(Curve curve) {
        return curve.kilonewtons(curve.peak());
    }
}
