package org.jianzheng.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jianzheng.gate.Gate;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.Applying;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.Questions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Registrations through their real process: applied for, decided, returned, reminded. */
@PlatformTest
@Clause({"4.2.2.3", "5.3.3"})
class RegistrationModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Applications applications;

    @Autowired
    Registrations registrations;

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

    @Test
    void equipmentIsInUseOnceTheStationHasApprovedIt() throws Exception {
        String id = desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("RG-YL-01", "检定甲"));
        assertThat(gate.ask(Questions.machine("RG-YL-01", "splice", Typed.TODAY))
                        .allowed())
                .isFalse();
        web.perform(get("/registrations/" + id).with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("RG-YL-01")));
        desk.approve("supervisor", id);
        assertThat(gate.ask(Questions.machine("RG-YL-01", "splice", Typed.TODAY))
                        .allowed())
                .isTrue();
        assertThat(registry.machine("RG-YL-01").kind()).isEqualTo(MachineKind.UNIVERSAL);
        assertThat(registry.machine("RG-YL-01").span()).hasToString("0～600 kN");
        String change = desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("RG-YL-01", "检定乙"));
        desk.approve("stationadmin", change);
        web.perform(get("/registrations/history?subject=equipment:RG-YL-01").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.containsString("检定甲")))
                .andExpect(content().string(Matchers.containsString("何建明 申请，高洁 审核")));
        web.perform(get("/registrations/history?subject=equipment:RG-YL-01").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("检定甲"))));
    }

    @Test
    void aMachineIsRegisteredOnceInALaboratory() {
        desk.approve("supervisor", desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("RG-YL-11", "一证")));
        Map<String, Object> again = new HashMap<>(Typed.equipment("RG-YL-12", "二证"));
        again.put("factoryNo", "ｓｎ-RG-YL-11");
        desk.breaks("registration.equipment.factoryNo", "labadmin", "EQUIPMENT", "labs/BJ01", again);
        // The same entry, changed, is no second one.
        desk.approve("supervisor", desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("RG-YL-11", "三证")));
    }

    @Test
    void aRangeHasTwoEndsInOrderAndAUnit() {
        Map<String, Object> half = new HashMap<>(Typed.equipment("RG-YL-03", "量程"));
        half.remove("rangeUnit");
        desk.breaks("registration.range.half", "labadmin", "EQUIPMENT", "labs/BJ01", half);
        Map<String, Object> backwards = new HashMap<>(Typed.equipment("RG-YL-03", "量程"));
        backwards.put("rangeFrom", "600");
        desk.breaks("registration.range.backwards", "labadmin", "EQUIPMENT", "labs/BJ01", backwards);
    }

    @Test
    void whatIsReturnedIsCorrectedOrWithdrawnAndTheReasonIsShown() {
        String id = desk.apply("labadmin", "CAMERA", "labs/BJ01", Typed.camera("RG-SX-01", "力学室", "DOME", "4", 90));
        desk.complete("supervisor", id, Map.of("decision", "REFUSE", "reason", "通道编码缺失"));
        assertThat(As.person("labadmin", () -> applications.find(id)).reason()).isEqualTo("通道编码缺失");
        Map<String, Object> corrected = new HashMap<>(Typed.camera("RG-SX-01", "力学室", "DOME", "4", 120));
        desk.complete("labadmin", id, Map.of("decision", "RESUBMIT", "camera", corrected));
        desk.complete("supervisor", id, Map.of("decision", "REFUSE", "reason", "仍缺"));
        desk.complete("labadmin", id, Map.of("decision", "WITHDRAW", "reason", "不装了"));
        assertThat(As.person("labadmin", () -> applications.find(id)).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(count("SELECT COUNT(*) FROM qualification_camera WHERE code = 'RG-SX-01'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM qualification_application_line WHERE application_id = '" + id + "'"))
                .isEqualTo(2);
    }

    @Test
    @Clause("8.3.1")
    void whoeverAppliesDoesNotApprove() {
        String id = desk.apply("supervisor", "CAMERA", "labs/BJ03", Typed.camera("RG-SX-02", "力学室", "DOME", "4", 90));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.approve("supervisor", id))
                .withMessage("registration.own");
        desk.approve("stationadmin", id);
        assertThat(count("SELECT COUNT(*) FROM qualification_camera WHERE code = 'RG-SX-02'"))
                .isEqualTo(1);
    }

    @Test
    @Clause("8.3.1")
    void whoeverAppliedInAnyRoundDoesNotApprove() {
        Map<String, Object> camera = Typed.camera("RG-SX-05", "力学室", "DOME", "4", 90);
        String id = desk.apply("supervisor", "CAMERA", "labs/BJ03", camera);
        desk.complete("stationadmin", id, Map.of("decision", "REFUSE", "reason", "型号请照铭牌填写"));
        Person colleague = new Person("supervisor.b", "秦岭", Set.of("station/supervisor"));
        desk.complete(colleague, id, Map.of("decision", "RESUBMIT", "camera", camera));
        for (Person applicant : List.of(As.whoIs("supervisor"), colleague)) {
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> desk.complete(applicant, id, Map.of("decision", "APPROVE")))
                    .withMessage("registration.own");
        }
        desk.approve("stationadmin", id);
    }

    @Test
    void anApplicationThatWaitsTooLongIsMarked() {
        String id = desk.apply("labadmin", "CAMERA", "labs/BJ01", Typed.camera("RG-SX-04", "水泥室", "DOME", "4", 90));
        As.person("system", () -> registrations.remind(id));
        assertThat(As.person("supervisor", () -> applications.find(id)).overdue())
                .isTrue();
        assertThat(count("SELECT COUNT(*) FROM notice WHERE case_id = '" + id + "' AND title LIKE '%超期%'"))
                .isEqualTo(2);
    }

    @Test
    void aNewCalibrationRenewsItsEquipment() {
        desk.approve("supervisor", desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("RG-YL-02", "旧证")));
        Map<String, Object> calibration = Map.of(
                "equipmentCode",
                "RG-YL-02",
                "calibrationNo",
                "RG新证",
                "agency",
                "宝鸡市计量测试所",
                "calibratedOn",
                Typed.TODAY.toString(),
                "calibratedUntil",
                Typed.TODAY.plusYears(3).toString());
        desk.approve("supervisor", desk.apply("labadmin", "CALIBRATION", "labs/BJ01", calibration));
        assertThat(registry.machine("RG-YL-02").calibrationNo()).isEqualTo("RG新证");
        assertThat(gate.ask(Questions.machine("RG-YL-02", "splice", Typed.TODAY.plusYears(2)))
                        .allowed())
                .isTrue();
    }

    @Test
    void theFormAsksForEveryFieldOfEveryKind() throws Exception {
        for (String form : List.of("applyRegistration", "correctRegistration")) {
            String text = new String(
                    getClass()
                            .getResourceAsStream("/forms/registration/" + form + ".form")
                            .readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            for (EntryKind kind : EntryKind.values()) {
                for (EntryField field : kind.fields()) {
                    assertThat(text).contains("\"id\": \"%s_%s_%s\"".formatted(form, kind.group(), field.key()));
                }
            }
        }
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? 0 : found;
    }
}
