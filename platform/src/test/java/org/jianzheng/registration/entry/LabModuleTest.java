package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.gate.Gate;
import org.jianzheng.registration.Typed;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.Questions;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Laboratories: how a new one enters, and how its certificates follow one another. */
@PlatformTest
@Clause({"4.1.11", "4.2.2.3", "5.3.3"})
class LabModuleTest {

    private static final LocalDate TODAY = Typed.TODAY;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Registry registry;

    @Autowired
    Gate gate;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate sql;

    private Applying desk;

    @BeforeEach
    void desk() {
        desk = new Applying(platform);
    }

    @AfterEach
    void theCityIsAsItWas() {
        TestDatabase.owner().update("DELETE FROM qualification_scope WHERE lab_code LIKE 'RL%'");
        TestDatabase.owner().update("DELETE FROM qualification_lab_certificate WHERE lab_code LIKE 'RL%'");
        TestDatabase.owner().update("DELETE FROM qualification_lab WHERE code LIKE 'RL%'");
        TestDatabase.owner().update("DELETE FROM qualification_organisation WHERE path LIKE 'labs/RL%'");
    }

    @Test
    void aNewLaboratoryTestsWhatItsScopeSaysOnceTheStationHasApprovedBoth() throws Exception {
        String id = desk.apply("supervisor", "LAB", "station", lab("RL01", "91610300MA6XRL001A"));
        desk.upload("supervisor", id, PaperUse.CERTIFICATE, "资质.pdf", Applying.SCAN);
        desk.upload("supervisor", id, PaperUse.CMA, "CMA.pdf", Applying.SCAN);
        desk.approve("stationadmin", id);
        Lab lab = registry.lab("RL01");
        assertThat(lab.certificateNo()).isEqualTo("陕建检字RL01");
        assertThat(lab.cmaNo()).isEqualTo("CMA-RL01");
        assertThat(registry.organisation("labs/RL01").email()).isEqualTo("rl@example.org");
        assertThat(gate.ask(Questions.lab("RL01", "splice", TODAY)).allowed()).isFalse();
        desk.approve("stationadmin", desk.apply("supervisor", "LAB_SCOPE", "labs/RL01", scope(TODAY.plusYears(1))));
        assertThat(gate.ask(Questions.lab("RL01", "splice", TODAY)).allowed()).isTrue();
        web.perform(get("/labs/RL01").with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("CMA-RL01")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("subject=lab"))));
        web.perform(get("/registrations/history?subject=lab:RL01").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("新检测机构")));
        web.perform(get("/registrations/papers?subject=lab:RL01").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("资质.pdf")));
        web.perform(get("/registrations/papers?subject=lab:RL01").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("资质.pdf"))));
    }

    @Test
    void aRenewedCertificateTakesOverOnItsFirstDayAndTheOldOneStays() {
        register("RL02", "91610300MA6XRL002A");
        desk.approve("stationadmin", desk.apply("supervisor", "LAB_SCOPE", "labs/RL02", scope(TODAY.plusYears(9))));
        LocalDate last = TODAY.plusYears(1);
        assertThat(gate.ask(Questions.lab("RL02", "splice", last)).allowed()).isTrue();
        assertThat(gate.ask(Questions.lab("RL02", "splice", last.plusDays(1))).allowed())
                .isFalse();
        certify("RL02", certificate("新证RL02", TODAY.plusMonths(6), TODAY.plusYears(5)));
        Lab lab = registry.lab("RL02");
        assertThat(lab.certificateNo()).isEqualTo("陕建检字RL02");
        assertThat(lab.certificates()).extracting(Lab.Certificate::number).contains("陕建检字RL02", "新证RL02");
        assertThat(gate.ask(Questions.lab("RL02", "splice", last.plusDays(1))).allowed())
                .isTrue();
        // Corrected: the new one ends earlier than the one it has replaced, which does not come back.
        certify("RL02", certificate("新证RL02", TODAY.plusMonths(6), TODAY.plusMonths(7)));
        assertThat(gate.ask(Questions.lab("RL02", "splice", last)).allowed()).isFalse();
        assertThat(sql.queryForList(
                        "SELECT before_text FROM qualification_history WHERE subject = 'lab:RL02'"
                                + " AND kind = 'LAB_CERTIFICATE' AND before_text IS NOT NULL",
                        String.class))
                .singleElement()
                .asString()
                .contains(TODAY.plusYears(5).toString());
    }

    @Test
    void whatALaboratoryCannotBe() {
        register("RL03", "91610300MA6XRL003A");
        desk.breaks("registration.lab.exists", "supervisor", "LAB", "station", lab("RL03", "91610300MA6XRL003A"));
        desk.breaks("registration.lab.code", "supervisor", "LAB", "station", lab("rl04", "91610300MA6XRL004A"));
        desk.breaks(
                "registration.organisation.twice", "supervisor", "LAB", "station", lab("RL04", "91610300MA6XRL003A"));
        desk.breaks("workflow.form.option", "labadmin", "LAB", "labs/BJ01", lab("RL04", "91610300MA6XRL004A"));
        Map<String, Object> backwards = new HashMap<>(lab("RL04", "91610300MA6XRL004A"));
        backwards.put("cmaUntil", TODAY.minusYears(2).toString());
        desk.breaks("kernel.span.backwards", "supervisor", "LAB", "station", backwards);
        Map<String, Object> other = new HashMap<>(lab("RL04", "91610300MA6XRL004A"));
        other.put("specialities", List.of("金属探伤"));
        desk.breaks("workflow.form.option", "supervisor", "LAB", "station", other);
        desk.breaks(
                "registration.taken",
                "labadmin",
                "LAB_CERTIFICATE",
                "labs/BJ01",
                certificate("陕建检字RL03", TODAY, TODAY.plusYears(5)));
        desk.breaks(
                "registration.scope.certificate",
                "supervisor",
                "LAB_SCOPE",
                "labs/RL03",
                Typed.scope("建筑材料及构配件", TODAY, TODAY.plusYears(1)));
        desk.approve("stationadmin", desk.apply("supervisor", "LAB_SCOPE", "labs/RL03", scope(TODAY.plusYears(1))));
        Map<String, Object> narrower = new HashMap<>(certificate("新证RL03", TODAY, TODAY.plusYears(5)));
        narrower.put("specialities", List.of("钢结构"));
        desk.breaks("registration.labCertificate.scope", "supervisor", "LAB_CERTIFICATE", "labs/RL03", narrower);
    }

    @Test
    void laboratoriesAreFoundByNameCodeAndNumberOfACertificate() throws Exception {
        register("RL05", "91610300MA6XRL005A");
        for (String q : List.of("试RL05", "RL05", "陕建检字RL05")) {
            web.perform(get("/labs?q=" + q).with(As.signedIn("commissioner")))
                    .andExpect(content().string(Matchers.containsString("/labs/RL05")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("/labs/BJ01"))));
        }
        web.perform(get("/labs?q=%25").with(As.signedIn("commissioner")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的检测机构")));
        web.perform(get("/labs/RL99").with(As.signedIn("commissioner"))).andExpect(status().isNotFound());
    }

    @Test
    void equipmentHasAPageWithItsHistoryForItsLaboratoryAndTheStation() throws Exception {
        for (String who : List.of("tester", "supervisor")) {
            web.perform(get("/equipment/BJ01-YL-01").with(As.signedIn(who)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("subject=equipment:BJ01-YL-01")));
        }
        for (String who : List.of("tester2", "sampler", "admin")) {
            web.perform(get("/equipment/BJ01-YL-01").with(As.signedIn(who))).andExpect(status().isNotFound());
        }
    }

    private void register(String code, String creditCode) {
        String id = desk.apply("supervisor", "LAB", "station", lab(code, creditCode));
        desk.upload("supervisor", id, PaperUse.CERTIFICATE, "资质.pdf", Applying.SCAN);
        desk.upload("supervisor", id, PaperUse.CMA, "CMA.pdf", Applying.SCAN);
        desk.approve("stationadmin", id);
    }

    private void certify(String code, Map<String, Object> certificate) {
        String id = desk.apply("supervisor", "LAB_CERTIFICATE", "labs/" + code, certificate);
        desk.upload("supervisor", id, PaperUse.CERTIFICATE, "新证.pdf", Applying.SCAN);
        desk.approve("stationadmin", id);
    }

    private static Map<String, Object> lab(String code, String creditCode) {
        return Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", "试" + code + "检测有限公司"),
                Map.entry("creditCode", creditCode),
                Map.entry("contact", "某"),
                Map.entry("phone", "0917-3300000"),
                Map.entry("address", "宝鸡市"),
                Map.entry("email", "rl@example.org"),
                Map.entry("specialities", List.of("市政工程材料", "钢结构")),
                Map.entry("certificateNo", "陕建检字" + code),
                Map.entry("certificateFrom", TODAY.minusYears(1).toString()),
                Map.entry("certificateUntil", TODAY.plusYears(1).toString()),
                Map.entry("cmaNo", "CMA-" + code),
                Map.entry("cmaFrom", TODAY.minusYears(1).toString()),
                Map.entry("cmaUntil", TODAY.plusYears(1).toString()));
    }

    private static Map<String, Object> certificate(String number, LocalDate from, LocalDate until) {
        return Map.of(
                "certificateType",
                "QUALIFICATION",
                "certificateNo",
                number,
                "specialities",
                List.of("市政工程材料"),
                "validFrom",
                from.toString(),
                "validUntil",
                until.toString());
    }

    private static Map<String, Object> scope(LocalDate until) {
        return Typed.scope("市政工程材料", TODAY.minusYears(1), until);
    }
}
