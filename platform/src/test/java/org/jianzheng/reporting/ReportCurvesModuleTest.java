package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveCodec;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.Pressing;
import org.jianzheng.support.machine.SpecimensToTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The curves of a report, for whoever judges it and for whoever holds it: those that were sealed, or none. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class ReportCurvesModuleTest {

    private static final String MACHINE = "BJ01-YL-02";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Reporting reporting;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private final JdbcTemplate owner = TestDatabase.owner();
    private final List<Curve> sent = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private SpecimensToTest mortar;
    private CaseDriver driver;
    private String caseId;
    private String number;
    private String token;

    @BeforeAll
    void testMortarAndSign() {
        mortar = new SpecimensToTest(platform, DemoTest.MORTAR, Map.of(), MACHINE);
        driver = mortar.driver();
        caseId = mortar.caseId();
        String begun = clock.instant().atOffset(ZoneOffset.UTC).toString();
        CurvesOfTests made = new CurvesOfTests(System.nanoTime());
        for (int i = 1; i <= 3; i++) {
            sent.add(made.of(new Pressing(40 + i, 0.8, 20, 0.5, 300)));
            runs.add(mortar.run(MACHINE, "mortar-cube", i, sent.get(i - 1)));
        }
        Map<String, Object> record = new LinkedHashMap<>(Map.of("specimens", mortar.rows("specimens", Map.of())));
        record.put("startedAt", begun);
        record.put("confirmation", "设备自动采集，读数属实");
        driver.record(caseId, record);
        driver.review(caseId);
        signingRefusesAnotherCurveThanThatReviewed();
        driver.sign(caseId);
        number = reporting.ofCase(caseId).orElseThrow().reportNo();
        String url =
                As.person("signatory", () -> reporting.issued(number)).issue().verifyUrl();
        token = url.substring(url.lastIndexOf('/') + 1);
    }

    @AfterAll
    void leave() {
        mortar.close();
    }

    private void signingRefusesAnotherCurveThanThatReviewed() {
        exchanged(
                () -> assertThatThrownBy(() -> driver.sign(caseId)).hasStackTraceContaining("reporting.curve.changed"));
    }

    @Test
    @Clause({"4.1.7", "5.4.7"})
    void theHashOfEachCurveIsPartOfWhatIsSigned() {
        String content =
                owner.queryForObject("SELECT content FROM reporting_issue WHERE report_no = ?", String.class, number);
        assertThat(DigestUtils.sha256Hex(content))
                .isEqualTo(owner.queryForObject(
                        "SELECT content_sha256 FROM reporting_issue WHERE report_no = ?", String.class, number));
        sent.forEach(curve -> assertThat(content).contains(CurveHash.of(curve)));
        runs.forEach(run -> assertThat(content).contains(run));
    }

    @Test
    void anybodyWhoHoldsTheReportSeesItsCurvesAndNoPersonBehindThem() throws Exception {
        String page = page();
        for (int i = 1; i <= 3; i++) {
            assertThat(page)
                    .contains("/v/" + token + "/curves/" + i + ".png")
                    .contains("最大力 "
                            + sent.get(i - 1)
                                    .kilonewtons(sent.get(i - 1).peak())
                                    .toPlainString() + " kN")
                    .contains(CurveHash.of(sent.get(i - 1)).substring(0, 16));
        }
        assertThat(page).doesNotContain("张伟", runs.get(0), caseId);
        byte[] png = web.perform(get("/v/" + token + "/curves/1.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-cache")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
        web.perform(get("/v/" + token + "/curves/1.png")
                        .header(HttpHeaders.IF_NONE_MATCH, "\"" + CurveHash.of(sent.get(0)) + "\""))
                .andExpect(status().isNotModified());
    }

    @Test
    void noPictureIsHadOfAnotherNumberOrByAnotherToken() throws Exception {
        for (String address : List.of(token + "/curves/0", token + "/curves/4", "x" + token + "/curves/1")) {
            web.perform(get("/v/" + address + ".png")).andExpect(status().isNotFound());
        }
    }

    @Test
    void ofACurveThatSomebodyExchangedNoPictureIsShownAndThatIsSaid() {
        exchanged(this::isSaid);
        changed("UPDATE acquisition_run SET peak_newtons = peak_newtons + 1 WHERE id = ?", runs.get(0), () -> {
            isSaid();
            web.perform(get("/v/" + token + "/curves/2.png")).andExpect(status().isNotFound());
        });
        changed("UPDATE acquisition_run SET peak_newtons = peak_newtons - 1 WHERE id = ?", runs.get(0), () -> {});
    }

    private void isSaid() throws Exception {
        assertThat(page()).contains("不予显示").contains(CurveHash.of(sent.get(0)).substring(0, 16));
        web.perform(get("/v/" + token + "/curves/1.png")).andExpect(status().isNotFound());
        web.perform(get("/v/" + token + "/curves/1.png")
                        .header(HttpHeaders.IF_NONE_MATCH, "\"" + CurveHash.of(sent.get(1)) + "\""))
                .andExpect(status().isNotFound());
    }

    @Test
    void ofAReportThatNoLongerStandsNoCurveIsShown() throws Exception {
        owner.update("UPDATE reporting_report SET status = 'RECALLED' WHERE report_no = ?", number);
        try {
            web.perform(get("/v/" + token)).andExpect(content().string(not(containsString("/curves/1.png"))));
            web.perform(get("/v/" + token + "/curves/1.png")).andExpect(status().isNotFound());
        } finally {
            owner.update("UPDATE reporting_report SET status = 'SIGNED' WHERE report_no = ?", number);
        }
    }

    @Test
    void whoRecordsAndWhoJudgesSeeTheCurvesWithinTheirForms() throws Exception {
        String frame = "/tests/" + caseId + "/curves";
        for (String person : List.of("tester", "reviewer", "signatory")) {
            web.perform(get(frame).with(As.signedIn(person)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/runs/" + runs.get(2) + "/curve")))
                    .andExpect(content().string(not(containsString("渭河"))));
        }
        byte[] sheet = web.perform(get(frame + ".png").with(As.signedIn("reviewer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(sheet)).getHeight()).isEqualTo(2 * 384);
        for (String stranger : List.of("tester2", "commissioner", "witness")) {
            web.perform(get(frame).with(As.signedIn(stranger)))
                    .andExpect(content().string(not(containsString(runs.get(2)))));
        }
        assertThat(mortar.form()).extracting("order").satisfies(order -> assertThat(((Map<?, ?>) order).get("curves"))
                .asString()
                .endsWith(frame));
    }

    private String page() throws Exception {
        return web.perform(get("/v/" + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private interface Attack {
        void run() throws Exception;
    }

    /** While the first run has the points of the second, which is the better one. */
    private void exchanged(Attack attack) {
        bytes(sent.get(1));
        try {
            attack.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            bytes(sent.get(0));
        }
    }

    private void bytes(Curve curve) {
        owner.update("UPDATE acquisition_curve SET bytes = ? WHERE run_id = ?", CurveCodec.encode(curve), runs.get(0));
    }

    private void changed(String update, String runId, Attack attack) {
        owner.update(update, runId);
        try {
            attack.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
