package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.Pressing;
import org.jianzheng.support.machine.Pulling;
import org.jianzheng.support.machine.SpecimensToTest;
import org.jianzheng.testing.procedure.SpecimenResult;
import org.jianzheng.testing.procedure.TestFinding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of every family: from the scan to the signed report, with the values of the curves and the curves behind them. */
@PlatformTest
@Clause({"4.1.8", "5.4.7"})
class MachineFamiliesModuleTest {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final Path FOLDER = Path.of("target", "curves");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Testing testing;

    @Autowired
    Reporting reporting;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate sql;

    private final CurvesOfTests made = new CurvesOfTests(System.nanoTime());
    private final List<Curve> sent = new ArrayList<>();

    @Test
    void mortarCubes() {
        try (SpecimensToTest mortar = tested(DemoTest.MORTAR, "BJ01-YL-02")) {
            String begun = now();
            for (int i = 1; i <= 3; i++) {
                run(mortar, "BJ01-YL-02", "mortar-cube", i, made.of(new Pressing(40 + i, 0.8, 20, 0.5, 300)));
            }
            record(mortar, begun, Map.of("specimens", mortar.rows("specimens", Map.of())));
            assertThat(strengths(mortar, "cube", "strengthMpa"))
                    .containsExactlyElementsOf(sent.stream()
                            .map(curve ->
                                    rounded(peak(curve).multiply(new BigDecimal("1350")), new BigDecimal("4998.49")))
                            .toList());
            assertThat(read(mortar, "cube", "loadKn")).containsExactlyElementsOf(peaks());
            issued(mortar, "mortar");
        }
    }

    /** Three prisms an age, six halves: of six that were brought the fourth is the first of the later age. */
    @Test
    void cementPrismsAndTheirHalves() {
        try (SpecimensToTest cement =
                new SpecimensToTest(platform, DemoTest.CEMENT, Map.of("specimenCount", "6"), "BJ01-KZ-01")) {
            age(cement, 0, 1.87, 27.2);
            assertThatThrownBy(() -> cement.run("BJ01-KZ-01", "cement-flexural", 1, sent.get(0)))
                    .as("broken at the earlier age")
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                            .isEqualTo("testing.run.noMethod"));
            age(cement, 3, 2.95, 76.8);
            TestFinding finding = testing.result(cement.caseId()).finding();
            assertThat(finding.specimens("flexural"))
                    .extracting(one -> one.figures().get("loadN"))
                    .containsExactlyElementsOf(IntStream.of(0, 1, 2, 9, 10, 11)
                            .mapToObj(i -> String.valueOf(
                                    sent.get(i).newtons(sent.get(i).peak())))
                            .toList());
            assertThat(finding.specimens("flexural"))
                    .extracting(one -> one.figures().get("strengthMpa"))
                    .containsExactlyElementsOf(IntStream.of(0, 1, 2, 9, 10, 11)
                            .mapToObj(i -> rounded(
                                    peak(sent.get(i)).multiply(THOUSAND).multiply(new BigDecimal("0.00234375")),
                                    BigDecimal.ONE))
                            .toList());
            assertThat(finding.specimens("compressive"))
                    .extracting(one -> one.figures().get("strengthMpa"))
                    .containsExactlyElementsOf(IntStream.of(3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17)
                            .mapToObj(i -> rounded(peak(sent.get(i)).multiply(THOUSAND), new BigDecimal(1600)))
                            .toList());
            issued(cement, "cement");
        }
    }

    private void age(SpecimensToTest cement, int before, double flexuralKn, double compressiveKn) {
        String begun = now();
        for (int i = 1; i <= 3; i++) {
            run(
                    cement,
                    "BJ01-KZ-01",
                    "cement-flexural",
                    before + i,
                    made.of(new Pressing(flexuralKn + i * 0.01, 0.05, 20, 0.02, 10)));
        }
        for (int i = 0; i < 6; i++) {
            run(
                    cement,
                    "BJ01-KZ-01",
                    "cement-compressive",
                    before + 1 + i / 2,
                    made.of(new Pressing(compressiveKn + i * 0.1, 2.4, 20, 0.5, 300)));
        }
        record(
                cement,
                begun,
                Map.of(
                        "flexural",
                        cement.rows("flexural", Map.of()),
                        "compressive",
                        cement.rows("compressive", Map.of())));
    }

    @Test
    void barsWithTheirYield() {
        try (SpecimensToTest bars = tested(DemoTest.REBAR, "BJ01-WN-01")) {
            String begun = now();
            assertThatThrownBy(() -> bars.run("BJ01-WN-01", "rebar-tensile", 3, bar(1)))
                    .as("the third is bent")
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                            .isEqualTo("testing.run.noMethod"));
            run(bars, "BJ01-WN-01", "rebar-tensile", 1, bar(1));
            run(bars, "BJ01-WN-01", "rebar-tensile", 2, bar(1.01));
            // Not 137.0: the first valley is the way the drop swings, the lowest of the others is the yield.
            assertThat(bars.rows("tensile", Map.of()))
                    .extracting(row -> row.get("yieldForceKn"))
                    .containsExactly("138.200", "139.582");
            record(bars, begun, pulled(bars));
            assertThat(read(bars, "tensile", "maxForceKn")).containsExactlyElementsOf(peaks());
            assertThat(strengths(bars, "tensile", "relMpa")).containsExactly("440", "445");
            assertThat(strengths(bars, "tensile", "rmMpa")).containsExactly("610", "615");
            assertThat(issued(bars, "rebar")).contains("下屈服力138.200kN", "下屈服力139.582kN");
        }
    }

    /** 未采集到屈服: nobody fills in a value; and without the machine's resolution nothing is read at all. */
    @Test
    void aBarWhoseCurveShowsNoYieldHasNone() {
        try (SpecimensToTest bars = tested(DemoTest.REBAR, "BJ01-WN-01")) {
            String begun = now();
            run(bars, "BJ01-WN-01", "rebar-tensile", 1, bar(1));
            run(bars, "BJ01-WN-01", "rebar-tensile", 2, made.of(new Pulling(138.2, 191.5, 6.3, 20, false)));
            assertThat(bars.rows("tensile", Map.of()).get(1)).doesNotContainKey("yieldForceKn");
            Map<String, Object> guessed = pulled(bars);
            DemoTest.rowsOf(guessed, "tensile").get(1).put("yieldForceKn", "138.2");
            assertThatThrownBy(() -> record(bars, begun, guessed)).hasStackTraceContaining("testing.run.noYield");
            resolution(null);
            try {
                assertThat(bars.rows("tensile", Map.of()).get(0)).doesNotContainKey("yieldForceKn");
                assertThatThrownBy(() -> record(bars, begun, guessed))
                        .hasStackTraceContaining("testing.run.noResolution");
            } finally {
                resolution("0.01");
            }
            bars.driver()
                    .submit(new CaseDriver.Submission(
                            "tester",
                            bars.driver().task(bars.caseId()),
                            DemoTest.form(
                                    "decision", "RETURN",
                                    "cause", "SPECIMEN",
                                    "reason", "第 2 根曲线未采集到屈服，请重新安排",
                                    "observed", "两根均已拉断，力值由设备采集")));
            assertThat(bars.driver().task(bars.caseId()).key()).isEqualTo("assignTest");
        }
    }

    private void resolution(String value) {
        sql.update("UPDATE qualification_equipment SET resolution = ? WHERE code = 'BJ01-WN-01'", value);
        sql.update("UPDATE qualification_revision SET stamp = UUID() WHERE id = 1");
    }

    private static Map<String, Object> pulled(SpecimensToTest bars) {
        Map<String, Object> record =
                new LinkedHashMap<>(DemoTest.REBAR.records().get(0));
        record.put("tensile", bars.rows("tensile", Map.of("gaugeAgtAfterMm", "112.4", "fracturePlace", "GAUGE")));
        return record;
    }

    @Test
    void weldedJoints() {
        try (SpecimensToTest welds = tested(DemoTest.WELD, "BJ01-WN-01")) {
            String begun = now();
            for (int i = 1; i <= 3; i++) {
                run(welds, "BJ01-WN-01", "weld-tensile", i, made.of(new Pulling(138 + i, 181 + i, 6.3, 20, true)));
            }
            record(
                    welds,
                    begun,
                    Map.of(
                            "specimens",
                            welds.rows("specimens", Map.of("place", "BASE_METAL", "mode", "DUCTILE")),
                            "bends",
                            List.of()));
            assertThat(read(welds, "tensile", "maxForceKn")).containsExactlyElementsOf(peaks());
            issued(welds, "weld");
        }
    }

    @Test
    void mechanicalSplices() {
        try (SpecimensToTest splices = tested(DemoTest.SPLICE, "BJ01-WN-01")) {
            String begun = now();
            for (int i = 1; i <= 3; i++) {
                run(
                        splices,
                        "BJ01-WN-01",
                        "mechanical-splice",
                        i,
                        made.of(new Pulling(215 + i, 287 + i, 9.8, 20, true)));
            }
            record(splices, begun, Map.of("specimens", splices.rows("specimens", Map.of("failure", "BAR"))));
            assertThat(read(splices, "tensile", "maxForceKn")).containsExactlyElementsOf(peaks());
            issued(splices, "splice");
        }
    }

    private SpecimensToTest tested(DemoTest test, String machine) {
        return new SpecimensToTest(platform, test, Map.of(), machine);
    }

    private void run(SpecimensToTest specimens, String machine, String method, int position, Curve curve) {
        specimens.run(machine, method, position, curve);
        sent.add(curve);
    }

    private String now() {
        return clock.instant()
                .minus(Duration.ofSeconds(30))
                .atOffset(ZoneOffset.UTC)
                .toString();
    }

    private static void record(SpecimensToTest specimens, String begun, Map<String, Object> measured) {
        Map<String, Object> record = new LinkedHashMap<>(measured);
        record.put("startedAt", begun);
        record.put("confirmation", "设备自动采集，读数属实");
        specimens.driver().record(specimens.caseId(), record);
    }

    /** A bar that yields at 138.2 kN and bears 191.5 kN, in that proportion. */
    private static Curve bar(double by) {
        double[][] legs = {
            {0, 0},
            {452, 142},
            {462, 137},
            {482, 140.5},
            {497, 138.2},
            {517, 140},
            {532, 138.9},
            {1132, 191.5},
            {1192, 170},
            {1196, 0}
        };
        int[] millis = IntStream.rangeClosed(0, 1196).map(i -> i * 50).toArray();
        int[] newtons = new int[millis.length];
        for (int leg = 1; leg < legs.length; leg++) {
            double[] from = legs[leg - 1];
            double[] to = legs[leg];
            for (int i = (int) from[0]; i <= to[0]; i++) {
                double part = (i - from[0]) / (to[0] - from[0]);
                newtons[i] = (int) Math.round(1000 * by * (from[1] + part * (to[1] - from[1])));
            }
        }
        return new Curve(millis, newtons);
    }

    private List<String> strengths(SpecimensToTest specimens, String kind, String figure) {
        return read(specimens, kind, figure);
    }

    private List<String> read(SpecimensToTest specimens, String kind, String figure) {
        return testing.result(specimens.caseId()).finding().specimens(kind).stream()
                .map(SpecimenResult::figures)
                .map(figures -> figures.get(figure))
                .toList();
    }

    private List<String> peaks() {
        return sent.stream().map(curve -> peak(curve).toPlainString()).toList();
    }

    private static BigDecimal peak(Curve curve) {
        return curve.kilonewtons(curve.peak());
    }

    /** By that, to a tenth. */
    private static String rounded(BigDecimal value, BigDecimal by) {
        return value.divide(by, 1, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The signed report without its blanks; under each curve stand its peak and its hash. */
    private String issued(SpecimensToTest specimens, String name) {
        specimens.driver().review(specimens.caseId());
        specimens.driver().sign(specimens.caseId());
        assertThat(specimens.driver().isFinished(specimens.caseId())).isTrue();
        String number = reporting.ofCase(specimens.caseId()).orElseThrow().reportNo();
        byte[] pdf = As.person("signatory", () -> reporting.pdf(number));
        try {
            Files.write(Files.createDirectories(FOLDER).resolve(name + ".pdf"), pdf);
            try (var document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text).contains("附：力值-时间曲线").doesNotContain("null");
                sent.forEach(curve -> assertThat(text)
                        .contains("最大力" + peak(curve).toPlainString() + "kN")
                        .contains("SHA-256" + CurveHash.of(curve).substring(0, 16)));
                return text;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
