package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.identity.Person;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.BarsToTest;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.Pulling;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.testing.yieldpoint.YieldCorrections;
import org.jianzheng.testing.yieldpoint.YieldSheet;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A bar whose yield the rule does not find, and one that it finds to be too weak: picked on the curve, never typed. */
@PlatformTest
class YieldCorrectionModuleTest {

    private static final Curve NONE = new CurvesOfTests(1).of(new Pulling(135, 190, 6.3, 20, false));
    private static final Curve STRONG = new CurvesOfTests(2).of(new Pulling(137, 190, 6.3, 20, true));
    private static final Curve WEAK = new CurvesOfTests(3).of(new Pulling(115, 185, 6.3, 20, true));
    private static final Map<String, Object> AGREED = Map.of("decision", "GRANT", "opinion", "与断口、曲线一致");
    private static final Map<String, Object> REFUSED = Map.of("decision", "REFUSE", "opinion", "该处为夹具打滑");

    @Autowired
    Acquisition acquisition;

    @Autowired
    YieldCorrections yields;

    @Autowired
    Corrections corrections;

    @Autowired
    Testing testing;

    @Autowired
    Reporting reporting;

    @Autowired
    Warnings warnings;

    @Autowired
    MockMvc pages;

    @Test
    @Clause("6.2.4")
    void yieldThatTheRuleMissesIsPickedOnTheCurveAgreedToAndPrinted(@Autowired ApplicationContext platform)
            throws Exception {
        try (BarsToTest bars = new BarsToTest(platform)) {
            String caseId = bars.caseId();
            String missed = bars.run(1, NONE);
            String found = bars.run(2, STRONG);
            // A figure that the curve does not show is nobody's to type.
            refusedRecord(bars, "testing.run.noYield");

            int lower = first(NONE, 135);
            refused("receiver", () -> propose(missed, null, lower), "run.unknown");
            refused("reviewer", () -> propose(missed, null, lower), "testing.yield.otherTester");
            refused("tester", () -> propose(missed, null, NONE.points() + 1), "acquisition.yield.pick.outside");
            refused("tester", () -> propose(missed, null, NONE.peak() + 2), "acquisition.yield.pick.afterPeak");
            refused("tester", () -> propose(missed, lower + 1, lower), "acquisition.yield.pick.order");
            String withdrawn = As.person("tester", () -> propose(missed, null, lower));
            refusedRecord(bars, "testing.yield.open");
            refused("tester", () -> propose(missed, null, lower), "testing.correction.open");
            refused("technicalhead", () -> withdraw(missed), "testing.correction.otherProposer");
            As.person("tester", () -> withdraw(missed));
            assertThat(corrections.find(withdrawn).state()).isEqualTo(CorrectionState.WITHDRAWN);
            refusedRecord(bars, "testing.run.noYield");

            String refusedOne = As.person("tester", () -> propose(missed, null, lower));
            refused("tester", () -> say(missed, AGREED), "testing.correction.otherRole.HEAD");
            Person both = new Person("tester", "张伟", Set.of("labs/BJ01/tester", "labs/BJ01/technicalhead"));
            assertThatThrownBy(() -> As.person(both, null, () -> say(missed, AGREED)))
                    .hasMessageContaining("testing.correction.ownWork");
            As.person("technicalhead", () -> say(missed, REFUSED));
            assertThat(corrections.find(refusedOne).state()).isEqualTo(CorrectionState.REFUSED);
            assertThat(sheet(missed).yield().manual()).isNull();
            refusedRecord(bars, "testing.run.noYield");

            As.person("tester", () -> propose(missed, null, lower));
            As.person("technicalhead", () -> say(missed, AGREED));
            String kN = NONE.kilonewtons(lower - 1).toPlainString();
            assertThat(As.person("tester", () -> testing.rows(caseId, "tensile"))
                            .get(0))
                    .containsEntry("yieldForceKn", kN);
            bars.driver().record(caseId, bars.record("135.0"));
            var run = DemoTest.rowsOf(testing.result(caseId).records().get(0).values(), "runs")
                    .get(0);
            assertThat(run)
                    .containsEntry("yieldByRule", "")
                    .containsEntry("yieldCorrected", kN)
                    .containsEntry("yieldProposer", "张伟")
                    .containsEntry("yieldApprover", "秦志远");
            // Raw data are as they were.
            assertThat(As.person("tester", () -> acquisition.curve(missed))).isEqualTo(NONE);

            String draft = As.person("reviewer", () -> reporting.ofCase(caseId))
                    .orElseThrow()
                    .id();
            assertThat(As.person("reviewer", () -> reporting.sheet(draft))
                            .get("remarks")
                            .toString())
                    .contains("屈服点人工更正 1 次", "未采集到屈服 → " + kN, "自动判读漏判屈服", "更正 张伟，批准 秦志远");
            byte[] printed = pages.perform(
                            get("/cases/{id}/records.pdf", caseId).with(As.signedIn("reviewer")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(text(printed)).contains("屈服点更正", "未采集到屈服 → " + kN, "提出 张伟，批准 秦志远");
            assertThat(page("labadmin", "/runs/" + missed + "/yield")).contains("ReL 人工", kN, "未采集到屈服");
            assertThat(page("stationadmin", "/corrections/people")).contains("张伟", "其中屈服点");
            assertThat(picture(missed)).isNotEqualTo(picture(found));

            CaseDriver driver = bars.driver();
            driver.review(caseId);
            driver.sign(caseId);
            refused("tester", () -> propose(found, null, first(STRONG, 140)), "testing.yield.signed");
        }
    }

    @Test
    @Clause({"6.2.4", "4.1.10"})
    void oneThatIsAgreedToAfterTheRecordHasItMadeAnewAndAPassByItIsWarnedOf(@Autowired ApplicationContext platform) {
        try (BarsToTest bars = new BarsToTest(platform)) {
            String caseId = bars.caseId();
            bars.run(1, STRONG);
            String weak = bars.run(2, WEAK);
            CaseDriver driver = bars.driver();
            driver.record(caseId, bars.record("135.0"));
            String before = testing.result(caseId).finding().conclusion().name();
            assertThat(before).isNotEqualTo("PASS");

            int lower = first(WEAK, 128);
            String id = As.person("tester", () -> propose(weak, null, lower));
            String draft = As.person("reviewer", () -> reporting.ofCase(caseId))
                    .orElseThrow()
                    .id();
            refused("reviewer", () -> review(draft, "PASS"), "testing.yield.open");
            As.person("technicalhead", () -> say(weak, AGREED));
            CorrectionView granted = corrections.find(id);
            assertThat(granted.effect().before()).isEqualTo("FAIL");
            assertThat(granted.effect().after()).isEqualTo("PASS");
            assertThat(As.person("supervisor", () -> warnings.ofCase(caseId)))
                    .filteredOn(warning -> warning.rule().equals("testing.correction.failToPass"))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.sentence()).contains("不合格", "张伟", "秦志远"));

            refused("reviewer", () -> review(draft, "PASS"), "testing.yield.recordedBefore");
            driver.submit(new CaseDriver.Submission(
                    "reviewer", driver.task(caseId), DemoTest.form("decision", "RETURN", "reason", "屈服点已更正，请重新记录")));
            Map<String, Object> again = new HashMap<>(bars.record("135.0"));
            again.put("correctionReason", "屈服点已更正");
            again.put("correctionKind", "MACHINE_READING");
            driver.record(caseId, again);
            assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
            var run = DemoTest.rowsOf(testing.result(caseId).records().get(0).values(), "runs")
                    .get(1);
            assertThat(run)
                    .containsEntry("yieldCorrected", WEAK.kilonewtons(lower - 1).toPlainString());
        }
    }

    @Test
    void aMarkThatWasPutIntoTheDatabasePicksNothing(@Autowired ApplicationContext platform) {
        try (BarsToTest bars = new BarsToTest(platform)) {
            String run = bars.run(1, NONE);
            var forged = new JdbcTemplate(platform.getBean(DataSource.class));
            forged.update(
                    "INSERT INTO acquisition_yield_mark VALUES (UUID(), ?, ?, UUID(), 'APPROVED', NULL, NULL, NULL, 900,"
                            + " 45000, 140000, 'tester', '张伟', UTC_TIMESTAMP(6))",
                    run,
                    bars.caseId());
            refused("tester", () -> testing.rows(bars.caseId(), "tensile"), "records.row.changed");
        }
    }

    private String propose(String run, Integer upper, Integer lower) {
        return yields.propose(run, upper, lower, "YIELD_MISSED", "曲线可见屈服，规则未取到");
    }

    private String withdraw(String run) {
        yields.withdraw(run);
        return run;
    }

    private String say(String run, Map<String, Object> form) {
        yields.say(run, form);
        return run;
    }

    private String review(String draft, String decision) {
        return reporting.review(draft, Map.of("decision", decision)).toString();
    }

    private YieldSheet sheet(String run) {
        return As.person("tester", () -> yields.sheet(run));
    }

    /** Number of the first point, from 1, at which the curve has reached that force. */
    private static int first(Curve curve, int kilonewtons) {
        return 1
                + IntStream.range(0, curve.points())
                        .filter(i -> curve.newtons(i) >= kilonewtons * 1000)
                        .findFirst()
                        .orElseThrow();
    }

    private static void refused(String who, Act act, String code) {
        assertThatThrownBy(() -> As.person(who, act::run)).hasStackTraceContaining(code);
    }

    private interface Act {
        Object run();
    }

    private static void refusedRecord(BarsToTest bars, String code) {
        assertThatThrownBy(() -> bars.driver().record(bars.caseId(), bars.record("135.0")))
                .hasStackTraceContaining(code);
    }

    private byte[] picture(String run) throws Exception {
        return pages.perform(get("/runs/{id}/curve.png", run).with(As.signedIn("reviewer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String who, String path) throws Exception {
        return pages.perform(get(path).with(As.signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", "");
        }
    }
}
