package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.Typed;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every rule that stands in the way of a wrong entry. */
@PlatformTest
@Clause({"4.2.2.3", "5.3.3"})
class EntryRulesModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Registry registry;

    @Autowired
    JdbcTemplate sql;

    private Applying desk;

    @BeforeEach
    void desk() {
        desk = new Applying(platform);
    }

    @Test
    @Clause("7.1.1")
    void aPersonIsRegisteredOnceWithOneEmployer() {
        String id =
                desk.apply("sampler", "PERSON", "contractors/SJ1", Typed.person("rg.one", "任登记", "610302198512120014"));
        desk.upload("sampler", id, PaperUse.PORTRAIT, "脸.png", Applying.portrait(300, 400));
        desk.approve("supervisor", id);
        String rows = sql.queryForList("SELECT * FROM qualification_application_line WHERE application_id = ?", id)
                        .toString()
                + sql.queryForList("SELECT * FROM qualification_history WHERE application_id = ?", id)
                + sql.queryForList("SELECT * FROM qualification_person WHERE username = 'rg.one'");
        assertThat(rows)
                .contains("6103************14")
                .doesNotContain("610302198512120014")
                .doesNotContain("13900001111");
        desk.breaks(
                "registration.person.employed",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.two", "任登记", "610302198512120014"));
        desk.breaks(
                "registration.person.alike",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.two", "任登记", "610302198512120030"));
        desk.breaks(
                "registration.person.taken",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.one", "任登记", "610302198512120014"));
        desk.breaks(
                "registration.id.check",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.two", "任二", "610302198512120015"));
        desk.breaks(
                "registration.id.sex",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.two", "任二", "610302198512120022"));
        Map<String, Object> leaving = new HashMap<>(Typed.person("rg.one", "任登记", "610302198512120014"));
        leaving.put("leftOn", Typed.TODAY.minusDays(1).toString());
        desk.approve("supervisor", desk.apply("sampler", "PERSON", "contractors/SJ1", leaving));
        desk.breaks(
                "registration.person.returns",
                "labadmin",
                "PERSON",
                "labs/BJ01",
                Typed.person("rg.two", "任登记", "610302198512120014"));
        desk.approve(
                "supervisor",
                desk.apply("labadmin", "PERSON", "labs/BJ01", Typed.person("rg.one", "任登记", "610302198512120014")));
        assertThat(registry.member("rg.one").employer()).isEqualTo("labs/BJ01");
        sql.update("UPDATE qualification_person SET left_on = CURRENT_DATE WHERE username = 'rg.one'");
    }

    @Test
    @Clause("7.1.1")
    void whoIsMuchLikeAnotherIsRegisteredOnlyByTheStationAndOnlyWithAReason() {
        desk.approve(
                "supervisor",
                desk.apply("labadmin", "PERSON", "labs/BJ01", Typed.person("rg.like", "双登记", "610302198102020512")));
        Map<String, Object> alike = Typed.person("rg.alike", "双登记", "610302198102020715");
        desk.breaks("registration.person.alike", "labadmin", "PERSON", "labs/BJ01", alike);
        String id = desk.apply("supervisor", "PERSON", "labs/BJ02", alike);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.approve("stationadmin", id))
                .withMessage("registration.person.alike.because");
        desk.complete("stationadmin", id, Map.of("decision", "APPROVE", "because", "两人到场核对，系堂兄弟"));
        assertThat(sql.queryForList(
                        "SELECT JSON_VALUE(c.content, '$.reason') FROM ledger_entry e"
                                + " JOIN ledger_content c ON c.entry_id = e.id"
                                + " WHERE e.case_id = ? AND e.action = 'registration.approved'",
                        String.class,
                        id))
                .containsExactly("两人到场核对，系堂兄弟");
        TestDatabase.owner().update("DELETE FROM qualification_person WHERE username IN ('rg.like', 'rg.alike')");
    }

    @Test
    @Clause("7.1.1")
    void aPersonMayBeRegisteredByAnotherFromTheDayAfterTheLast() {
        desk.approve(
                "supervisor",
                desk.apply("labadmin", "PERSON", "labs/BJ01", Typed.person("rg.last", "末登记", "610302198102020918")));
        sql.update("UPDATE qualification_person SET left_on = ? WHERE username = 'rg.last'", Typed.TODAY);
        Map<String, Object> moved = Typed.person("rg.last", "末登记", "610302198102020918");
        desk.breaks("registration.person.taken", "sampler", "PERSON", "contractors/SJ1", moved);
        sql.update("UPDATE qualification_person SET left_on = ? WHERE username = 'rg.last'", Typed.TODAY.minusDays(1));
        desk.apply("sampler", "PERSON", "contractors/SJ1", moved);
        TestDatabase.owner().update("DELETE FROM qualification_person WHERE username = 'rg.last'");
    }

    @Test
    @Clause("4.2.1")
    void aCameraSeesEnoughKeepsEnoughAndIsADomeInTheMechanicsRoom() {
        desk.breaks(
                "registration.camera.megapixels",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                Typed.camera("RG-SX-03", "水泥室", "DOME", "1.99", 90));
        desk.breaks(
                "registration.camera.dome",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                Typed.camera("RG-SX-03", "力学室", "BULLET", "4", 90));
        desk.breaks(
                "registration.camera.retention",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                Typed.camera("RG-SX-03", "水泥室", "DOME", "4", 89));
        desk.breaks(
                "registration.taken",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                Typed.camera("BJ02-SX-01", "水泥室", "DOME", "4", 90));
    }

    @Test
    @Clause("4.1.11")
    void compulsoryParametersAreHeldTogetherAndThoseOfAnItemAlone() {
        desk.breaks(
                "registration.scope.compulsory",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scopeOf("rebar", "rebar/tensile", "rebar/bend", "rebar/mass"));
        desk.breaks(
                "registration.items",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scopeOf("weld", "weld/tensile", "rebar/bend"));
        // All it has to say it says; another line holds these days.
        desk.breaks(
                "registration.span.overlap",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scopeOf("weld", "weld/tensile"));
    }

    @Test
    @Clause("4.1.11")
    void validityNeitherRunsBackwardsNorOverlaps() {
        desk.breaks(
                "kernel.span.backwards",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scope("市政工程材料", Typed.TODAY, Typed.TODAY.minusDays(1)));
        desk.breaks(
                "registration.scope.item",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scope("钢结构", Typed.TODAY, Typed.TODAY));
        desk.breaks(
                "registration.span.overlap",
                "labadmin",
                "LAB_SCOPE",
                "labs/BJ01",
                Typed.scope("建筑材料及构配件", Typed.TODAY, Typed.TODAY.plusYears(9)));
        desk.breaks(
                "registration.certificate.role",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                Typed.certificate("RG-1", "tester", "SAMPLER"));
        desk.breaks(
                "registration.certificate.person",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                Typed.certificate("RG-1", "tester2", "TESTER"));
        desk.breaks(
                "registration.certificate.taken",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                Typed.certificate("SN-SH-20250012", "tester", "TESTER"));
        desk.breaks(
                "registration.span.overlap",
                "labadmin",
                "CERTIFICATE",
                "labs/BJ01",
                Typed.certificate("RG-1", "tester", "TESTER"));
    }

    @Test
    void whatSomebodyAddedInTheDatabaseIsNotApproved() {
        String id =
                desk.apply("labadmin", "PERSON", "labs/BJ01", Typed.person("rg.lines", "添行人", "610302198102020993"));
        sql.update(
                "INSERT INTO qualification_application_line (application_id, round, line_no, content)"
                        + " SELECT application_id, round, 2, REPLACE(content, 'rg.lines', 'rg.lines2')"
                        + " FROM qualification_application_line WHERE application_id = ?",
                id);

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.approve("supervisor", id))
                .withMessage("records.row.changed");
    }

    @Test
    void atMostTwoLaboratoriesTestAnItemOfAProject() {
        assertThat(registry.contractCovers("XM-2026-001", "BJ01", "rebar", Typed.TODAY))
                .isTrue();
        assertThat(registry.contractCovers("XM-2026-001", "BJ02", "rebar", Typed.TODAY))
                .isFalse();
        assertThat(registry.contractCovers("XM-2026-001", "BJ01", "rebar", Typed.TODAY.plusYears(9)))
                .isFalse();
        desk.breaks(
                "registration.contract.labs",
                "supervisor",
                "CONTRACT",
                "labs/BJ03",
                Typed.contract("RG-HT-1", "concrete-cube"));
        String id = desk.apply("supervisor", "CONTRACT", "labs/BJ03", Typed.contract("RG-HT-1", "weld"));
        desk.approve("stationadmin", id);
        assertThat(registry.contractCovers("XM-2026-001", "BJ03", "weld", Typed.TODAY))
                .isTrue();
        desk.breaks(
                "registration.contract.labs", "supervisor", "CONTRACT", "labs/BJ02", Typed.contract("RG-HT-2", "weld"));
        TestDatabase.owner().update("DELETE FROM qualification_contract WHERE contract_no = 'RG-HT-1'");
    }
}
