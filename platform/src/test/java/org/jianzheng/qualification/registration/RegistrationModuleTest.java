package org.jianzheng.qualification.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Qualification;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Registrations through their real process, and every rule that stands in the way of a wrong entry. */
@PlatformTest
@Clause({"4.2.2.3", "5.3.3"})
class RegistrationModuleTest {

    private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);

    @Autowired
    Processes processes;

    @Autowired
    Registrations registrations;

    @Autowired
    Qualification qualification;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate sql;

    @Test
    void equipmentIsInUseOnceTheStationHasApprovedIt() throws Exception {
        String id = apply("labadmin", "EQUIPMENT", "labs/BJ01", equipment("RG-YL-01", "检定甲"));
        assertThat(qualification.mayUse("RG-YL-01", "splice", TODAY).allowed()).isFalse();
        web.perform(get("/registrations/" + id).with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("RG-YL-01")));
        decide("supervisor", id, Map.of("decision", "APPROVE"));
        assertThat(qualification.mayUse("RG-YL-01", "splice", TODAY).allowed()).isTrue();
        String change = apply("labadmin", "EQUIPMENT", "labs/BJ01", equipment("RG-YL-01", "检定乙"));
        decide("stationadmin", change, Map.of("decision", "APPROVE"));
        web.perform(get("/registrations/history?subject=equipment:RG-YL-01").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.containsString("检定甲")))
                .andExpect(content().string(Matchers.containsString("何建明 申请，高洁 审核")));
        web.perform(get("/registrations/history?subject=equipment:RG-YL-01").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("检定甲"))));
    }

    @Test
    void otherHousesNeitherSeeAnApplicationNorApplyForAnother() throws Exception {
        String id = apply("labadmin", "CAMERA", "labs/BJ01", camera("RG-SX-00", "水泥室", "BULLET", "2", 90));
        web.perform(get("/registrations/" + id).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        web.perform(get("/cases/" + id + "/diagram").with(As.signedIn("sampler")))
                .andExpect(status().isNotFound());
        web.perform(get("/cases/" + id).with(As.signedIn("labadmin"))).andExpect(status().isFound());
        web.perform(get("/registrations?q=RG-SX-00").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.containsString("没有登记申请")));
        refused("labadmin", "CAMERA", "labs/BJ02", camera("RG-SX-09", "水泥室", "BULLET", "2", 90));
        refused("sampler", "EQUIPMENT", "contractors/SJ1", equipment("RG-YL-09", "无"));
    }

    @Test
    void whatIsReturnedIsCorrectedOrWithdrawnAndTheReasonIsShown() {
        String id = apply("labadmin", "CAMERA", "labs/BJ01", camera("RG-SX-01", "力学室", "DOME", "4", 90));
        decide("supervisor", id, Map.of("decision", "REFUSE", "reason", "通道编码缺失"));
        assertThat(As.person("labadmin", () -> registrations.find(id)).reason()).isEqualTo("通道编码缺失");
        Map<String, Object> corrected = new HashMap<>(camera("RG-SX-01", "力学室", "DOME", "4", 120));
        complete("labadmin", id, Map.of("decision", "RESUBMIT", "camera", corrected));
        decide("supervisor", id, Map.of("decision", "REFUSE", "reason", "仍缺"));
        complete("labadmin", id, Map.of("decision", "WITHDRAW", "reason", "不装了"));
        assertThat(As.person("labadmin", () -> registrations.find(id)).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(count("SELECT COUNT(*) FROM qualification_camera WHERE code = 'RG-SX-01'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM qualification_application_line WHERE application_id = '" + id + "'"))
                .isEqualTo(2);
    }

    @Test
    @Clause("8.3.1")
    void whoeverAppliesDoesNotApprove() {
        String id = apply("supervisor", "CAMERA", "labs/BJ03", camera("RG-SX-02", "力学室", "DOME", "4", 90));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> decide("supervisor", id, Map.of("decision", "APPROVE")))
                .withMessage("registration.own");
        decide("stationadmin", id, Map.of("decision", "APPROVE"));
        assertThat(count("SELECT COUNT(*) FROM qualification_camera WHERE code = 'RG-SX-02'"))
                .isEqualTo(1);
    }

    @Test
    @Clause("7.1.1")
    void aPersonIsRegisteredOnceWithOneEmployer() {
        String id = apply("sampler", "PERSON", "contractors/SJ1", person("rg.one", "任登记", "610302198512120014"));
        decide("supervisor", id, Map.of("decision", "APPROVE"));
        String rows = sql.queryForList("SELECT * FROM qualification_application_line WHERE application_id = ?", id)
                        .toString()
                + sql.queryForList("SELECT * FROM qualification_history WHERE application_id = ?", id)
                + sql.queryForList("SELECT * FROM qualification_person WHERE username = 'rg.one'");
        assertThat(rows)
                .contains("6103************14")
                .doesNotContain("610302198512120014")
                .doesNotContain("13900001111");
        breaks(
                "registration.person.employed",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                person("rg.two", "任登记", "610302198512120014"));
        breaks(
                "registration.person.alike",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                person("rg.two", "任登记", "610302198512120030"));
        breaks(
                "registration.person.taken",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                person("rg.one", "任登记", "610302198512120014"));
        breaks(
                "registration.id.check",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                person("rg.two", "任二", "610302198512120015"));
        breaks("registration.id.sex", "labadmin", "PERSON", "labs/BJ01", person("rg.two", "任二", "610302198512120022"));
        Map<String, Object> leaving = new HashMap<>(person("rg.one", "任登记", "610302198512120014"));
        leaving.put("leftOn", TODAY.toString());
        decide("supervisor", apply("sampler", "PERSON", "contractors/SJ1", leaving), Map.of("decision", "APPROVE"));
        breaks(
                "registration.person.returns",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                person("rg.two", "任登记", "610302198512120014"));
        decide(
                "supervisor",
                apply("labadmin", "PERSON", "labs/BJ01", person("rg.one", "任登记", "610302198512120014")),
                Map.of("decision", "APPROVE"));
        assertThat(qualification.member("rg.one").employer()).isEqualTo("labs/BJ01");
        sql.update("UPDATE qualification_person SET left_on = CURRENT_DATE WHERE username = 'rg.one'");
    }

    @Test
    @Clause("4.2.1")
    void aCameraSeesEnoughKeepsEnoughAndIsADomeInTheMechanicsRoom() {
        breaks(
                "registration.camera.megapixels",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                camera("RG-SX-03", "水泥室", "DOME", "1.99", 90));
        breaks(
                "registration.camera.dome",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                camera("RG-SX-03", "力学室", "BULLET", "4", 90));
        breaks(
                "registration.camera.retention",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                camera("RG-SX-03", "水泥室", "DOME", "4", 89));
        breaks("registration.taken", "labadmin", "CAMERA", "labs/BJ01", camera("BJ02-SX-01", "水泥室", "DOME", "4", 90));
    }

    @Test
    @Clause("4.1.11")
    void validityNeitherRunsBackwardsNorOverlaps() {
        breaks(
                "kernel.span.backwards",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                scope("市政工程材料", TODAY, TODAY.minusDays(1)));
        breaks("registration.scope.item", "labadmin", "LAB_SCOPE", "labs/BJ01", scope("钢结构", TODAY, TODAY));
        breaks(
                "registration.span.overlap",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                scope("建筑材料及构配件", TODAY, TODAY.plusYears(9)));
        breaks(
                "registration.certificate.role",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                certificate("RG-1", "tester", "SAMPLER"));
        breaks(
                "registration.certificate.person",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                certificate("RG-1", "tester2", "TESTER"));
        breaks(
                "registration.certificate.taken",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                certificate("SN-SH-20250012", "tester", "TESTER"));
        breaks(
                "registration.span.overlap",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                certificate("RG-1", "tester", "TESTER"));
    }

    @Test
    void atMostTwoLaboratoriesTestAnItemOfAProject() {
        assertThat(qualification.contractCovers("XM-2026-001", "BJ01", "rebar", TODAY))
                .isTrue();
        assertThat(qualification.contractCovers("XM-2026-001", "BJ02", "rebar", TODAY))
                .isFalse();
        assertThat(qualification.contractCovers("XM-2026-001", "BJ01", "rebar", TODAY.plusYears(9)))
                .isFalse();
        breaks(
                "registration.contract.labs",
                "supervisor",
                "CONTRACT",
                "labs/BJ03",
                contract("RG-HT-1", "concrete-cube"));
        String id = apply("supervisor", "CONTRACT", "labs/BJ03", contract("RG-HT-1", "weld"));
        decide("stationadmin", id, Map.of("decision", "APPROVE"));
        assertThat(qualification.contractCovers("XM-2026-001", "BJ03", "weld", TODAY))
                .isTrue();
        breaks("registration.contract.labs", "supervisor", "CONTRACT", "labs/BJ02", contract("RG-HT-2", "weld"));
        sql.update("DELETE FROM qualification_contract WHERE contract_no = 'RG-HT-1'");
    }

    @Test
    void aNewCalibrationRenewsItsEquipment() {
        decide(
                "supervisor",
                apply("labadmin", "EQUIPMENT", "labs/BJ01", equipment("RG-YL-02", "旧证")),
                Map.of("decision", "APPROVE"));
        Map<String, Object> calibration = Map.of(
                "equipmentCode",
                "RG-YL-02",
                "calibrationNo",
                "RG新证",
                "agency",
                "宝鸡市计量测试所",
                "calibratedOn",
                TODAY.toString(),
                "calibratedUntil",
                TODAY.plusYears(3).toString());
        decide("supervisor", apply("labadmin", "CALIBRATION", "labs/BJ01", calibration), Map.of("decision", "APPROVE"));
        assertThat(qualification.machine("RG-YL-02").calibrationNo()).isEqualTo("RG新证");
        assertThat(qualification
                        .mayUse("RG-YL-02", "splice", TODAY.plusYears(2))
                        .allowed())
                .isTrue();
    }

    @Test
    @Clause("4.2.1")
    void camerasAndContractsAreListedForTheirLaboratoryAndTheStation() throws Exception {
        web.perform(get("/cameras?q=SX").with(As.signedIn("tester")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("BJ01-SX-01")))
                .andExpect(content().string(Matchers.containsString("球机")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("BJ02-SX-01"))));
        web.perform(get("/cameras?q=BJ02-SX").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("BJ02-SX-01")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("BJ01-SX-01"))));
        web.perform(get("/cameras?q=%25&page=-3").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的登记")));
        web.perform(get("/contracts").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.containsString("HT-2026-002")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("HT-2026-001"))));
        web.perform(get("/contracts").with(As.signedIn("sampler")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的登记")));
        web.perform(get("/organisations?q=宏诚").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("office@hc.example")));
    }

    @Test
    void anApplicationThatWaitsTooLongIsMarked() {
        String id = apply("labadmin", "CAMERA", "labs/BJ01", camera("RG-SX-04", "水泥室", "DOME", "4", 90));
        As.person("system", () -> registrations.remind(id));
        assertThat(As.person("supervisor", () -> registrations.find(id)).overdue())
                .isTrue();
        assertThat(count("SELECT COUNT(*) FROM notice WHERE case_id = '" + id + "' AND title LIKE '%超期%'"))
                .isEqualTo(2);
    }

    @Test
    void theFormAsksForEveryFieldOfEveryKind() throws Exception {
        for (String form : List.of("applyRegistration", "correctRegistration")) {
            String text = new String(
                    getClass()
                            .getResourceAsStream("/forms/registration/" + form + ".form")
                            .readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            for (Kind kind : Kind.values()) {
                for (Field field : kind.fields()) {
                    assertThat(text).contains("\"id\": \"%s_%s_%s\"".formatted(form, kind.group(), field.key()));
                }
            }
        }
    }

    private String apply(String who, String kind, String house, Map<String, Object> entry) {
        String group = Kind.valueOf(kind).group();
        return As.person(
                who, () -> processes.startByForm("registration", Map.of("kind", kind, "house", house, group, entry)));
    }

    private void refused(String who, String kind, String house, Map<String, Object> entry) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> apply(who, kind, house, entry));
    }

    private void breaks(String rule, String who, String kind, String house, Map<String, Object> entry) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> apply(who, kind, house, entry))
                .withMessage(rule);
    }

    private void decide(String who, String id, Map<String, Object> form) {
        complete(who, id, form);
    }

    private void complete(String who, String id, Map<String, Object> form) {
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person(who, () -> processes.complete(task, form));
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? 0 : found;
    }

    // No item that a test of the main path counts the laboratory's machines for.
    private static Map<String, Object> equipment(String code, String calibrationNo) {
        return Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", "登记试验机"),
                Map.entry("model", "RG-1"),
                Map.entry("factoryNo", "20260001"),
                Map.entry("measuringRange", "0～600 kN"),
                Map.entry("accuracy", "1级"),
                Map.entry("room", "力学室"),
                Map.entry("items", List.of("splice")),
                Map.entry("calibrationNo", calibrationNo),
                Map.entry("calibratedOn", TODAY.minusDays(1).toString()),
                Map.entry("calibratedUntil", TODAY.plusYears(1).toString()));
    }

    private static Map<String, Object> camera(String code, String room, String type, String megapixels, int days) {
        return Map.of("code", code, "room", room, "cameraType", type, "megapixels", megapixels, "retentionDays", days);
    }

    private static Map<String, Object> person(String username, String name, String idNumber) {
        return Map.of(
                "username",
                username,
                "name",
                name,
                "sex",
                "男",
                "idNumber",
                idNumber,
                "phone",
                "13900001111",
                "title",
                "技术员");
    }

    private static Map<String, Object> scope(String speciality, LocalDate from, LocalDate until) {
        return Map.of(
                "speciality",
                speciality,
                "item",
                "splice",
                "methodStandards",
                "JGJ 107-2016",
                "validFrom",
                from.toString(),
                "validUntil",
                until.toString());
    }

    private static Map<String, Object> certificate(String no, String username, String role) {
        return Map.of(
                "certificateNo",
                no,
                "username",
                username,
                "role",
                role,
                "items",
                List.of("rebar"),
                "validFrom",
                TODAY.toString(),
                "validUntil",
                TODAY.plusYears(3).toString());
    }

    private static Map<String, Object> contract(String no, String item) {
        return Map.of(
                "contractNo",
                no,
                "projectCode",
                "XM-2026-001",
                "items",
                List.of(item),
                "validFrom",
                TODAY.toString(),
                "validUntil",
                TODAY.plusYears(1).toString());
    }
}
