package org.jianzheng.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.registration.entry.Applying;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.PaperUse;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Files of registrations: needed, uploaded, judged by what they are, seen by those concerned and by nobody else. */
@PlatformTest
@Clause({"4.2.2.3", "7.1.1"})
class RegistrationPapersModuleTest {

    private static final byte[] FACE = Applying.portrait(300, 400);

    @Autowired
    ApplicationContext platform;

    @Autowired
    MockMvc web;

    @Autowired
    RegistrationPapers papers;

    @Autowired
    BulkApplications lots;

    @Autowired
    JdbcTemplate sql;

    private Applying desk;

    @BeforeEach
    void desk() {
        desk = new Applying(platform);
    }

    @AfterEach
    void nobodyStays() {
        TestDatabase.owner().update("DELETE FROM qualification_certificate WHERE certificate_no LIKE 'RP-%'");
        sql.update("UPDATE qualification_person SET left_on = '2020-01-01' WHERE username LIKE 'rp.%'");
    }

    @Test
    void aSamplerIsNotApprovedWithoutAPortraitAndIsShownWithItAfterwards() throws Exception {
        String id =
                desk.apply("sampler", "PERSON", "contractors/SJ1", Typed.person("rp.one", "白照", "610302198001010016"));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.approve("supervisor", id))
                .withMessage("registration.paper.missing")
                .satisfies(broken -> assertThat(broken.arguments()).contains("免冠照片", "/registrations/" + id));
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM notice WHERE case_id = ? AND title LIKE '%还缺材料%'", Integer.class, id))
                .isEqualTo(1);
        page("sampler", id).andExpect(content().string(Matchers.containsString("还缺：免冠照片")));
        send("sampler", id, "PORTRAIT", "脸.png", FACE).andExpect(status().isFound());
        page("supervisor", id)
                .andExpect(content().string(Matchers.containsString("脸.png")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("还缺"))));
        desk.approve("supervisor", id);
        for (String who : List.of("sampler", "supervisor")) {
            web.perform(get("/people/rp.one/portrait").with(As.signedIn(who)))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/png"))
                    .andExpect(content().bytes(FACE));
            web.perform(get("/people?q=白照").with(As.signedIn(who)))
                    .andExpect(content().string(Matchers.containsString("/people/rp.one/portrait")));
        }
        web.perform(get("/people/rp.one/portrait").with(As.signedIn("tester"))).andExpect(status().isNotFound());
        web.perform(get("/people/rp.one/portrait")).andExpect(status().is3xxRedirection());
        send("sampler", id, "PORTRAIT", "晚.png", FACE).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aCertificateComesWithItsScanWhichStandsWithItsHolder() throws Exception {
        String id = desk.apply(
                "labadmin", "CERTIFICATE", "labs/BJ01", Typed.certificate("RP-1", "technicalhead", "TESTER"));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.approve("supervisor", id))
                .withMessage("registration.paper.missing");
        desk.upload("labadmin", id, PaperUse.CERTIFICATE, "旧.pdf", Applying.SCAN);
        desk.upload("labadmin", id, PaperUse.CERTIFICATE, "新.pdf", Applying.SCAN);
        desk.approve("supervisor", id);
        web.perform(get("/registrations/papers?subject=person:technicalhead").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.containsString("新.pdf")))
                .andExpect(content().string(Matchers.containsString("RP-1")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("旧.pdf"))));
        for (String other : List.of("tester2", "sampler", "admin")) {
            web.perform(get("/registrations/papers?subject=person:technicalhead")
                            .with(As.signedIn(other)))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("新.pdf"))));
            web.perform(get(url(id)).with(As.signedIn(other))).andExpect(status().isNotFound());
        }
        web.perform(get(url(id)).with(As.signedIn("tester")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Applying.SCAN))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .startsWith("attachment"));
    }

    @Test
    void onlyTheApplicantUploadsAndOnlyWhatTheFileReallyIs() throws Exception {
        String id =
                desk.apply("sampler", "PERSON", "contractors/SJ1", Typed.person("rp.two", "白二", "610302198001010139"));
        send("witness", id, "PORTRAIT", "a.png", FACE).andExpect(status().isNotFound());
        send("supervisor", id, "PORTRAIT", "a.png", FACE).andExpect(status().isUnprocessableEntity());
        refused("registration.paper.type", id, PaperUse.OTHER, "MZ\u0000".getBytes(StandardCharsets.US_ASCII));
        refused("registration.paper.type", id, PaperUse.OTHER, new byte[0]);
        refused("registration.paper.use", id, PaperUse.CERTIFICATE, Applying.SCAN);
        refused("registration.paper.portrait", id, PaperUse.PORTRAIT, Applying.SCAN);
        refused("registration.paper.portrait", id, PaperUse.PORTRAIT, Applying.portrait(100, 400));
        refused("registration.paper.portrait", id, PaperUse.PORTRAIT, Applying.portrait(300, 3001));
        refused("registration.paper.portrait", id, PaperUse.PORTRAIT, Arrays.copyOf(FACE, 200));
        refused("registration.paper.much", id, PaperUse.OTHER, Arrays.copyOf(Applying.SCAN, 10 * 1024 * 1024 + 1));
        assertThat(papers.list(id)).isEmpty();
        desk.upload("sampler", id, PaperUse.PORTRAIT, "..\\脸\".png", FACE);
        assertThat(papers.list(id)).extracting(Paper::name).containsExactly("脸.png");
    }

    @Test
    void whoeverLeavesNeedsNoPortrait() {
        String id = desk.apply(
                "sampler", "PERSON", "contractors/SJ1", Typed.person("rp.three", "白三", "610302198001010251"));
        assertThat(papers.missing(id)).containsOnlyKeys(PaperUse.PORTRAIT);
        Map<String, Object> leaving = new HashMap<>(Typed.person("rp.four", "白四", "610302198001010374"));
        leaving.put("leftOn", "2020-01-01");
        assertThat(papers.missing(desk.apply("sampler", "PERSON", "contractors/SJ1", leaving)))
                .isEmpty();
    }

    @Test
    void ofManyLinesEachPaperFindsItsOwnAndTheStationDecidesAboutTheRest() {
        String id = As.person("labadmin", () -> {
            ApplicationDraft draft = lots.open(EntryKind.CERTIFICATE, "labs/BJ01");
            for (String number : List.of("RP-11", "RP-12", "RP-13")) {
                Map<String, String> line = new HashMap<>();
                Typed.certificate(number, "technicalhead", "TESTER")
                        .forEach((key, value) -> line.put(key, value.toString()));
                line.put("items", List.of("rebar", "weld", "splice").get(number.charAt(4) - '1'));
                assertThat(draft.add(number.charAt(4), line)).isEmpty();
            }
            return lots.submit(draft);
        });
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.upload("labadmin", id, PaperUse.CERTIFICATE, "RP-14.pdf", Applying.SCAN))
                .withMessage("registration.paper.line");
        desk.upload("labadmin", id, PaperUse.CERTIFICATE, "rp-12.PDF", Applying.SCAN);
        assertThat(papers.missing(id)).containsExactly(Map.entry(PaperUse.CERTIFICATE, 2));
        desk.approve("supervisor", id);
        assertThat(sql.queryForList(
                        "SELECT about FROM qualification_filed_paper f JOIN qualification_application_paper p"
                                + " ON p.id = f.paper_id WHERE p.application_id = ?",
                        String.class,
                        id))
                .containsExactly("RP-12");
    }

    private String url(String id) {
        return "/registrations/" + id + "/papers/" + papers.list(id).get(0).id();
    }

    private ResultActions page(String who, String id) throws Exception {
        return web.perform(get("/registrations/" + id).with(As.signedIn(who))).andExpect(status().isOk());
    }

    private ResultActions send(String who, String id, String use, String name, byte[] content) throws Exception {
        return web.perform(multipart("/registrations/" + id + "/papers")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("use", use)
                .with(As.signedIn(who))
                .with(csrf()));
    }

    private void refused(String rule, String id, PaperUse use, byte[] content) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.upload("sampler", id, use, "a", content))
                .withMessage(rule);
    }
}
