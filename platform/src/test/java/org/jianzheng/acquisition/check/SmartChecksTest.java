package org.jianzheng.acquisition.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.check.CheckedRun.Expected;
import org.jianzheng.acquisition.check.CheckedRun.Machine;
import org.jianzheng.acquisition.check.CheckedRun.Span;
import org.jianzheng.acquisition.check.CheckedRun.Surroundings;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.support.machine.RealCurves;
import org.jianzheng.warning.WarningSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Every rule fires on the case it is for, and all are silent on honest curves, the real ones first. */
class SmartChecksTest {

    private static final Instant TEN = Instant.parse("2026-11-29T10:00:00Z");
    private static final Span SPAN = new Span("r1", TEN, TEN.plusSeconds(100));
    private static final LoadingBand CUBES = band("0.5", "0.8", LoadingBand.Unit.MPA_PER_S);
    private static final Expected CUBE = new Expected(RealCurves.CUBE_MM2, new BigDecimal(40), CUBES, null, null);
    private static final Machine PRESS = new Machine(new BigDecimal(2000), new BigDecimal("0.1"), null);

    private final SmartChecks checks = new SmartChecks(new ClassPathResource("acquisition/smart-checks.csv"));

    static List<RealCurves.Real> concrete() {
        return RealCurves.concrete();
    }

    @ParameterizedTest
    @MethodSource("concrete")
    void noRuleFiresOnARealCube(RealCurves.Real real) {
        CurvePoint peak = CurvePoint.peak(real.curve()).orElseThrow();
        List<BigDecimal> rough = RealCurves.concrete().stream()
                .map(each -> RoughnessHistory.of(
                                each.curve(),
                                CurvePoint.peak(each.curve()).orElseThrow().kilonewtons())
                        .orElseThrow())
                .toList();
        Machine press = new Machine(new BigDecimal(2000), new BigDecimal("0.1"), RoughnessHistory.of(rough));
        Surroundings around = new Surroundings(
                List.of(SPAN, span("r0", -200, -90)),
                List.of(SPAN, span("r0", -200, -90)),
                spreads(),
                Optional.empty());
        assertThat(checks.check(
                        new CheckedRun(SPAN, "concrete-cube", real.curve(), CUBE, press, peak.kilonewtons(), around)))
                .isEmpty();
    }

    /** (greatest − least) of the mean of the ten real groups, twice, M02_28d with its 0.2 % among them. */
    private static List<BigDecimal> spreads() {
        List<RealCurves.Real> all = RealCurves.concrete();
        List<BigDecimal> spreads = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            double[] peaks = all.subList(i, i + 3).stream()
                    .mapToDouble(real -> CurvePoint.peak(real.curve())
                            .orElseThrow()
                            .kilonewtons()
                            .doubleValue())
                    .sorted()
                    .toArray();
            spreads.add(BigDecimal.valueOf(300 * (peaks[2] - peaks[0]) / (peaks[0] + peaks[1] + peaks[2])));
        }
        assertThat(spreads).hasSize(10);
        return Collections.nCopies(2, spreads).stream().flatMap(List::stream).toList();
    }

    /** One was pulled at 40 MPa/s at its begin, where 5 Hz are too few: the one thing that is true of them. */
    @Test
    void ofRealSteelOnlyTheFewPointsAreTold() {
        assertThat(RealCurves.steel()).hasSize(2).allSatisfy(real -> {
            BigDecimal area = RealCurves.STEEL_MM2.get(real.name());
            Expected bar = new Expected(
                    area,
                    new BigDecimal(400),
                    band("6", "60", LoadingBand.Unit.MPA_PER_S),
                    area.multiply(new BigDecimal("0.2")),
                    null);
            CheckedRun run = new CheckedRun(
                    SPAN,
                    "rebar-tensile",
                    real.curve(),
                    bar,
                    new Machine(new BigDecimal(25), new BigDecimal("0.001"), null),
                    CurvePoint.peak(real.curve()).orElseThrow().kilonewtons(),
                    Surroundings.NONE);
            assertThat(found(run)).isSubsetOf("too-few-points");
        });
    }

    @Test
    void anHonestMadeCurveIsSilent() {
        assertThat(found(cube(ramp(600)))).isEmpty();
    }

    @Test
    void aCurveOfAMinuteThatIsWholeTenSecondsAfterTheOpeningWasThereBefore() {
        Curve minute = ramp(600);
        int lasted = minute.millis(minute.points() - 1);
        CheckedRun honest = open(minute, Duration.ofMillis(lasted - 3000));
        assertThat(found(honest)).isEmpty();
        CheckedRun early = open(minute, Duration.ofMillis(lasted - 3001));
        assertThat(found(early)).containsExactly("longer-than-open");
        assertThat(checks.checkArriving(early)).extracting(CheckFinding::rule).contains("longer-than-open");
        assertThat(checks.check(early).get(0).severity()).isEqualTo(WarningSeverity.ALARM);
    }

    private static CheckedRun open(Curve curve, Duration open) {
        Span span = new Span("r1", TEN, TEN.plusMillis(500), TEN.plus(open));
        return new CheckedRun(span, "concrete-cube", curve, CUBE, PRESS, null, Surroundings.NONE);
    }

    @Test
    void theLoadingRateIsHeldAgainstTheBand() {
        assertOnly(cube(ramp(300)), "rate-outside-band", WarningSeverity.WARN, "0.266667", "0.5~0.8 MPa/s");
        Expected bending = new Expected(
                new BigDecimal("426.67"), null, band("0.04", "0.06", LoadingBand.Unit.KN_PER_S), null, null);
        assertThat(found(run("cement-flexural", points(1200, i -> i * 5), bending, new Machine(null, null, null))))
                .as("50 N every 0.05 s would be twenty times too fast, 5 N a hundred a second")
                .containsExactly("rate-outside-band");
    }

    @Test
    void fivePercentOutsideTheBandAreForgiven() {
        Curve slow = points(2000, i -> i * 540);
        assertThat(found(cube(slow))).as("0.48 MPa/s").isEmpty();
    }

    @Test
    void aBreakWithinSecondsIsToldApartFromAWrongRate() {
        Curve early = points(100, i -> i * 6000);
        assertThat(found(cube(early))).contains("break-before-band");
        assertThat(found(cube(points(100, i -> i * 700)))).doesNotContain("break-before-band");
    }

    @Test
    void fivePointsASecondAreEnoughForACubeAndTooFewForABarPulledFast() {
        Curve cube = thinned(ramp(600), 4);
        assertThat(found(cube(cube))).isEmpty();
        assertThat(found(cube(thinned(ramp(600), 40)))).contains("too-few-points");
        Expected asked = new Expected(RealCurves.CUBE_MM2, new BigDecimal(40), CUBES, null, BigDecimal.TEN);
        assertThat(found(run("concrete-cube", cube, asked, PRESS))).containsExactly("too-few-points");
    }

    @Test
    void aHoleInTheDataIsToldWhereItIs() {
        Curve whole = ramp(600);
        Curve hole = join(whole.part(0, 800), whole.part(850, whole.points()));
        assertOnly(cube(hole), "gap", WarningSeverity.WARN, "2.55", "39.95", "0.05");
    }

    @Test
    void aLoadThatStandsStillForSecondsIsTold() {
        Curve stopped = points(1500, i -> (i < 500 ? i : i < 570 ? 500 : i - 70) * 700);
        assertThat(found(cube(stopped))).containsExactly("stop-and-go");
        Curve paused = points(1500, i -> (i < 500 ? i : i < 520 ? 500 : i - 20) * 700);
        assertThat(found(cube(paused))).as("a second").isEmpty();
    }

    @Test
    void whileARunArrivesOnlyWhatWillStayTrueIsTold() {
        Curve curve = RealCurves.concrete().get(0).curve();
        for (int points = 0; points < curve.points(); points += 37) {
            assertThat(checks.checkArriving(cube(curve.part(0, points)))).isEmpty();
        }
        Curve hole = join(curve.part(0, 100), curve.part(115, 200));
        assertThat(checks.checkArriving(cube(hole)))
                .extracting(CheckFinding::rule)
                .containsExactly("gap");
    }

    @Test
    void aPreloadIsSeenAtTheBeginOrAfterTheBreak() {
        assertThat(found(cube(points(1500, i -> 60_000 + i * 650)))).containsExactly("preload");
        Curve back = points(1500, i -> i < 1490 ? 15_000 + i * 650 : 22_000);
        assertThat(found(cube(back))).containsExactly("preload");
        assertThat(found(cube(points(1500, i -> i < 1490 ? 15_000 + i * 650 : 1_000))))
                .isEmpty();
    }

    @Test
    void anotherPeakThanThatOfThePointsIsAnAlarm() {
        Curve curve = ramp(600);
        assertThat(found(reported(curve, "900.0"))).isEmpty();
        assertThat(found(reported(curve, "903"))).as("held between two points").isEmpty();
        assertOnly(reported(curve, "990"), "peak-unlike-reported", WarningSeverity.ALARM, "900", "990");
        assertThat(found(reported(curve, "90"))).containsExactly("peak-unlike-reported");
    }

    @Test
    void aForceOutsideTheUsefulRangeOfTheMachineIsTold() {
        Machine small = new Machine(new BigDecimal(1000), new BigDecimal("0.1"), null);
        assertOnly(
                run("concrete-cube", ramp(600), CUBE, small),
                "machine-range",
                WarningSeverity.WARN,
                "900",
                "1000",
                "90");
        Machine large = new Machine(new BigDecimal(5000), new BigDecimal("0.1"), null);
        assertThat(found(run("concrete-cube", ramp(600), CUBE, large))).containsExactly("machine-range");
    }

    @Test
    void aSlipOfTenTimesIsBeyondAnyConcrete() {
        Expected slip = new Expected(
                new BigDecimal(2250), new BigDecimal(40), band("5", "8", LoadingBand.Unit.MPA_PER_S), null, null);
        assertOnly(
                run("concrete-cube", ramp(600), slip, PRESS),
                "beyond-material",
                WarningSeverity.ALARM,
                "400",
                "8",
                "120");
        Expected typed = new Expected(
                new BigDecimal(172_200),
                new BigDecimal(40),
                band("0.06", "0.1", LoadingBand.Unit.MPA_PER_S),
                null,
                null);
        assertThat(found(run("concrete-cube", ramp(600), typed, PRESS)))
                .as("a side of 1148 mm")
                .containsExactly("beyond-material");
    }

    @Test
    void aCurveMuchRougherOrSmootherThanTheMachinesOwnIsTold() {
        Machine rough = new Machine(new BigDecimal(2000), null, new RoughnessHistory(20, new BigDecimal(280)));
        assertThat(found(run("concrete-cube", ramp(600), CUBE, rough))).containsExactly("roughness");
        Curve noisy = points(1500, i -> i * 600 + (i % 2) * 500);
        assertThat(found(run("concrete-cube", noisy, CUBE, rough))).isEmpty();
        Curve masked = points(1500, i -> i * 600 + (i % 2) * 3000);
        assertThat(found(run("concrete-cube", masked, CUBE, rough))).containsExactly("roughness");
        Machine young = new Machine(new BigDecimal(2000), null, new RoughnessHistory(19, new BigDecimal(280)));
        assertThat(found(run("concrete-cube", masked, CUBE, young))).isEmpty();
    }

    @Test
    void oneMachineHasOneRunAtATime() {
        assertThat(found(around(List.of(SPAN, span("r0", -50, 1)), List.of(), List.of(), null)))
                .containsExactly("overlapping-runs");
        assertThat(found(around(List.of(SPAN, span("r0", -50, -10), span("r2", 100, 150)), List.of(), List.of(), null)))
                .isEmpty();
    }

    @Test
    void nobodyTestsFortySpecimensAnHourOrChangesThemInNoTime() {
        List<Span> many = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> span("o" + i, -i * 80, -i * 80 + 60))
                .toList();
        assertThat(found(around(List.of(), many, List.of(), null))).containsExactly("operator-pace");
        assertThat(found(around(List.of(), many.subList(0, 39), List.of(), null)))
                .isEmpty();
        assertThat(found(around(List.of(span("r0", -50, -2)), List.of(), List.of(), null)))
                .containsExactly("operator-pace");
        assertThat(found(around(List.of(span("r0", -50, -3)), List.of(), List.of(), null)))
                .isEmpty();
    }

    @Test
    void groupsThatAreAllAlikeAreToldButNeverASingleOne() {
        List<BigDecimal> alike = Collections.nCopies(11, new BigDecimal("0.2"));
        List<BigDecimal> usual = Collections.nCopies(9, new BigDecimal("4"));
        List<BigDecimal> groups = new ArrayList<>(alike);
        groups.addAll(usual);
        assertThat(found(around(List.of(), List.of(), groups, null))).containsExactly("scatter-too-small");
        assertThat(found(around(List.of(), List.of(), alike, null)))
                .as("too few groups")
                .isEmpty();
        groups.add(BigDecimal.TEN);
        groups.add(BigDecimal.TEN);
        assertThat(found(around(List.of(), List.of(), groups, null))).isEmpty();
    }

    /** Coefficients of variation within a group as they are published: 3 % of concrete, 5 % of mortar and cement. */
    @Test
    void honestGroupsOfThreeAndSixAreNotToldAndALaboratoryThatMakesThemUpIs() {
        Random random = new Random(11);
        for (double variation : new double[] {0.03, 0.05}) {
            for (int of : new int[] {3, 6}) {
                List<BigDecimal> honest = groups(100, of, variation, random);
                assertThat(found(around(List.of(), List.of(), honest, null)))
                        .as("%s of %s", variation, of)
                        .isEmpty();
            }
        }
        List<BigDecimal> madeUp = groups(60, 3, 0.002, random);
        madeUp.addAll(groups(40, 3, 0.03, random));
        assertThat(found(around(List.of(), List.of(), madeUp, null))).containsExactly("scatter-too-small");
        // Ten real groups, of one day and one mix each; twice, so that they are enough.
        List<BigDecimal> real = new ArrayList<>();
        for (String mix : List.of("M01", "M02", "M03", "M04", "M11")) {
            real.addAll(List.of(spread(mix + "_7d"), spread(mix + "_28d")));
        }
        real.addAll(List.copyOf(real));
        assertThat(found(around(List.of(), List.of(), real, null))).isEmpty();
    }

    private static BigDecimal spread(String group) {
        return spread(RealCurves.concrete().stream()
                .filter(real -> real.name().startsWith(group))
                .mapToDouble(real -> real.curve().newtons(real.curve().peak()))
                .toArray());
    }

    private static List<BigDecimal> groups(int count, int of, double variation, Random random) {
        return IntStream.range(0, count)
                .mapToObj(group -> spread(random.doubles(of)
                        .map(any -> 1 + variation * random.nextGaussian())
                        .toArray()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static BigDecimal spread(double... values) {
        DoubleSummaryStatistics all = DoubleStream.of(values).summaryStatistics();
        return BigDecimal.valueOf(100 * (all.getMax() - all.getMin()) / all.getAverage());
    }

    @Test
    void aCopyIsAnAlarmAndAMaskedOneAWarning() {
        assertOnly(
                around(List.of(), List.of(), List.of(), new Likeness("r0", 0.000042, Likeness.Kind.CERTAIN)),
                "copied-curve",
                WarningSeverity.ALARM,
                "r0",
                "0.000042");
        assertOnly(
                around(List.of(), List.of(), List.of(), new Likeness("r0", 0.0009, Likeness.Kind.MASKED)),
                "masked-copy",
                WarningSeverity.WARN,
                "r0",
                "0.0009");
    }

    @Test
    void aRunOfWhichNothingIsKnownLeavesTheRulesSilent() {
        CheckedRun bare = new CheckedRun(
                SPAN,
                "rebar-tensile",
                new Curve(new int[0], new int[0]),
                new Expected(null, null, null, null, null),
                new Machine(null, null, null),
                null,
                Surroundings.NONE);
        assertThat(checks.check(bare)).isEmpty();
        assertThat(found(run("concrete-cube", points(100, i -> 0), CUBE, PRESS)))
                .isEmpty();
        assertThat(found(run("concrete-cube", points(100, i -> -5), CUBE, PRESS)))
                .isEmpty();
    }

    @Test
    void everyRuleHasItsNameAndASentenceThatTakesItsFigures() throws IOException {
        Properties chinese = new Properties();
        try (InputStream in = new ClassPathResource("messages/acquisition.properties").getInputStream()) {
            chinese.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(SmartChecks.rules()).hasSize(16).allSatisfy(rule -> {
            assertThat(chinese).containsKeys("acquisition.check." + rule, "acquisition.check." + rule + ".name");
        });
    }

    @Test
    void aRuleCanBeSwitchedOffForAMethodOrForAll() {
        String table =
                lines("rate-outside-band,,yes,INFO,percent=5 points=10", "rate-outside-band,concrete-cube,no,WARN,");
        SmartChecks own = new SmartChecks(new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8), "own"));
        assertThat(own.check(cube(ramp(300)))).isEmpty();
        Expected cube = new Expected(RealCurves.CUBE_MM2, null, CUBES, null, null);
        assertThat(own.check(run("mortar-cube", ramp(300), cube, PRESS)))
                .extracting(CheckFinding::severity)
                .containsExactly(WarningSeverity.INFO);
    }

    @Test
    void aTableThatLeavesARuleOutOrCannotBeReadIsRefusedAtTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SmartChecks(
                        new ByteArrayResource("rule,method,on,severity,limits\n".getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("no line of rate-outside-band");
        String maybe = lines("rate-outside-band,,maybe,WARN,percent=5");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new SmartChecks(new ByteArrayResource(maybe.getBytes(StandardCharsets.UTF_8), "own")));
    }

    /** A table in which only these lines are on. */
    private static String lines(String... on) {
        StringBuilder table = new StringBuilder("rule,method,on,severity,limits\n");
        for (String line : on) {
            table.append(line).append('\n');
        }
        String first = on[0].substring(0, on[0].indexOf(','));
        SmartChecks.rules().stream().filter(rule -> !rule.equals(first)).forEach(rule -> table.append(rule)
                .append(",,no,WARN,\n"));
        return table.toString();
    }

    private void assertOnly(CheckedRun run, String rule, WarningSeverity severity, String... evidence) {
        assertThat(checks.check(run)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.arguments()).containsExactly((Object[]) evidence);
            assertThat(finding.messageKey()).isEqualTo("acquisition.check." + rule);
        });
    }

    private List<String> found(CheckedRun run) {
        return checks.check(run).stream().map(CheckFinding::rule).toList();
    }

    private static CheckedRun cube(Curve curve) {
        return run("concrete-cube", curve, CUBE, PRESS);
    }

    private static CheckedRun run(String method, Curve curve, Expected expected, Machine machine) {
        return new CheckedRun(SPAN, method, curve, expected, machine, null, Surroundings.NONE);
    }

    private static CheckedRun reported(Curve curve, String peakKn) {
        return new CheckedRun(SPAN, "concrete-cube", curve, CUBE, PRESS, new BigDecimal(peakKn), Surroundings.NONE);
    }

    private static CheckedRun around(
            List<Span> machine, List<Span> operator, List<BigDecimal> spreads, Likeness likeness) {
        return new CheckedRun(
                SPAN,
                "concrete-cube",
                ramp(600),
                CUBE,
                PRESS,
                null,
                new Surroundings(machine, operator, spreads, Optional.ofNullable(likeness)));
    }

    private static Span span(String id, int from, int to) {
        return new Span(id, TEN.plusSeconds(from), TEN.plusSeconds(to));
    }

    private static LoadingBand band(String from, String to, LoadingBand.Unit unit) {
        return new LoadingBand(new BigDecimal(from), new BigDecimal(to), unit);
    }

    /** 900 kN in steps of that many newtons, at 20 Hz: 600 is 0.53 MPa/s on a cube. */
    private static Curve ramp(int step) {
        return points(900_000 / step + 1, i -> i * step);
    }

    private static Curve points(int count, IntUnaryOperator newtons) {
        return new Curve(
                IntStream.range(0, count).map(i -> i * 50).toArray(),
                IntStream.range(0, count).map(newtons).toArray());
    }

    private static Curve thinned(Curve curve, int by) {
        int[] kept = IntStream.range(0, curve.points()).filter(i -> i % by == 0).toArray();
        return new Curve(
                IntStream.of(kept).map(curve::millis).toArray(),
                IntStream.of(kept).map(curve::newtons).toArray());
    }

    private static Curve join(Curve first, Curve second) {
        return new Curve(
                IntStream.concat(IntStream.of(first.millis()), IntStream.of(second.millis()))
                        .toArray(),
                IntStream.concat(IntStream.of(first.newtons()), IntStream.of(second.newtons()))
                        .toArray());
    }
}
