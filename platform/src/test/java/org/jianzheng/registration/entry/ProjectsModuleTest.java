package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.Typed;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.support.As;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A project is applied for by its developer, approved by the station, and tested for while it runs. */
@PlatformTest
class ProjectsModuleTest {

    private static final String HOUSE = "developers/WBJT";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Commissions commissions;

    @Autowired
    Projects projects;

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
    void aProjectThatTheStationHasApprovedIsTestedFor() {
        refused("commission.project.unknown", () -> order("RG-P-1"));
        String id = desk.apply("commissioner", "PROJECT", HOUSE, Typed.project("rg-p-1"));
        refused("commission.project.unknown", () -> order("RG-P-1"));
        refused("registration.paper.missing", () -> desk.approve("supervisor", id));
        desk.upload("commissioner", id, PaperUse.PERMIT, "施工许可证.pdf", Applying.SCAN);
        desk.approve("supervisor", id);
        desk.approve("supervisor", contract("RG-P-1"));
        String order = order("RG-P-1");
        assertThat(accept(order)).isTrue();
        assertThat(commissions.find(order).site().projectName()).isEqualTo("登记工程 rg-p-1");
        assertThat(commissions.find(order).parties().contractorCode()).isEqualTo("SJ1");
        assertThat(As.person("sampler", () -> commissions.projects()))
                .extracting(Project::code)
                .contains("RG-P-1");
        assertThat(ledger(id)).containsExactly("registration.submitted", "registration.paper", "registration.approved");
    }

    @Test
    void aProjectThatStandsStillOrHasEndedIsNotTestedForAndAnOrderUnderWayIsNotAccepted() {
        register(Typed.project("RG-P-2"));
        desk.approve("supervisor", contract("RG-P-2"));
        String waiting = order("RG-P-2");
        change("RG-P-2", "suspendedOn", Typed.TODAY.minusDays(2));
        refused("commission.project.suspended", () -> order("RG-P-2"));
        refused("commission.project.suspended", () -> accept(waiting));
        assertThat(As.person("commissioner", () -> commissions.projects()))
                .extracting(Project::code)
                .doesNotContain("RG-P-2");
        register(Typed.project("RG-P-2"));
        assertThat(accept(waiting)).isTrue();
        change("RG-P-2", "endedOn", Typed.TODAY.minusDays(1));
        refused("commission.project.ended", () -> order("RG-P-2"));
        change("RG-P-2", "endedOn", Typed.TODAY);
        assertThat(accept(order("RG-P-2"))).isTrue();
    }

    @Test
    void anOrderOfPartiesThatHaveChangedIsNotAccepted() {
        register(Typed.project("RG-P-3"));
        desk.approve("supervisor", contract("RG-P-3"));
        String waiting = order("RG-P-3");
        Map<String, Object> changed = new HashMap<>(Typed.project("RG-P-3"));
        changed.put("contractorCode", "SJ2");
        String id = desk.apply("commissioner", "PROJECT", HOUSE, changed);
        refused("registration.paper.missing", () -> desk.approve("supervisor", id));
        desk.upload("commissioner", id, PaperUse.PERMIT, "变更后的施工许可证.pdf", Applying.SCAN);
        desk.approve("supervisor", id);
        refused("commission.project.changed", () -> accept(waiting));
        assertThat(As.person("sampler", () -> commissions.projects()))
                .extracting(Project::code)
                .doesNotContain("RG-P-3");
    }

    @Test
    void whatIsRefusedNamesItsField() {
        register(Typed.project("RG-P-4"));
        breaks("registration.project.permitTaken", "permitNo", "sg-rg-p-4");
        breaks("registration.project.supervisionTaken", "supervisionRegNo", "ＺＪ-RG-P-4");
        breaks("workflow.form.option", "contractorCode", "NOBODY");
        breaks("workflow.form.min", "longitude", "34.3622");
        breaks(
                "registration.project.before",
                "endedOn",
                Typed.TODAY.minusDays(31).toString());
        breaks("registration.code", "permitNo", "610302 2026");
        breaks("workflow.form.required", "permitOn", "");
        desk.breaks("workflow.form.option", "sampler", "PROJECT", "contractors/SJ1", Typed.project("RG-P-9"));
        desk.breaks("workflow.form.option", "labadmin", "PROJECT", "labs/BJ01", Typed.project("RG-P-9"));
        desk.breaks("workflow.form.option", "commissioner", "PROJECT", "developers/GXZY", Typed.project("RG-P-9"));
        desk.breaks("registration.project.taken", "supervisor", "PROJECT", "developers/GXZY", Typed.project("RG-P-4"));
        refused("registration.own", () -> desk.approve("supervisor", station(Typed.project("RG-P-4"))));
    }

    @Test
    void eachChangeIsAVersionThatTheDeveloperAndTheStationReadOnItsPage() throws Exception {
        register(Typed.project("RG-P-5"));
        Map<String, Object> moved = new HashMap<>(Typed.project("RG-P-5"));
        moved.put("address", "宝鸡市金台区东风路14号");
        desk.approve("stationadmin", station(moved));
        assertThat(As.person("commissioner", () -> projects.own("RG-P-5").address()))
                .isEqualTo("宝鸡市金台区东风路14号");
        assertThat(sql.queryForList(
                        "SELECT before_text FROM qualification_history WHERE subject = 'project:RG-P-5'"
                                + " AND house = 'developers/WBJT' AND before_text IS NOT NULL",
                        String.class))
                .singleElement()
                .asString()
                .contains("东风路12号");
        for (String who : List.of("commissioner", "stationadmin")) {
            web.perform(get("/registrations/history?subject=project:RG-P-5").with(As.signedIn(who)))
                    .andExpect(content().string(Matchers.containsString("东风路12号")))
                    .andExpect(content().string(Matchers.containsString("东风路14号")));
        }
        page("commissioner").andExpect(content().string(Matchers.containsString("subject=project:RG-P-5")));
        page("sampler")
                .andExpect(content().string(Matchers.containsString("107.1448，34.3622")))
                .andExpect(content().string(Matchers.containsString("SG-RG-P-5")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("subject=project"))));
        for (String outsider : List.of("tester", "admin")) {
            web.perform(get("/projects/RG-P-5").with(As.signedIn(outsider))).andExpect(status().isNotFound());
        }
    }

    private ResultActions page(String who) throws Exception {
        return web.perform(get("/projects/RG-P-5").with(As.signedIn(who))).andExpect(status().isOk());
    }

    private void register(Map<String, Object> project) {
        String id = desk.apply("commissioner", "PROJECT", HOUSE, project);
        desk.upload("commissioner", id, PaperUse.PERMIT, "施工许可证.pdf", Applying.SCAN);
        desk.approve("supervisor", id);
    }

    private void change(String code, String field, LocalDate day) {
        Map<String, Object> changed = new HashMap<>(Typed.project(code));
        changed.put(field, day.toString());
        desk.approve("supervisor", desk.apply("commissioner", "PROJECT", HOUSE, changed));
    }

    private String station(Map<String, Object> project) {
        return desk.apply("supervisor", "PROJECT", "station", project);
    }

    private String contract(String project) {
        Map<String, Object> contract = new HashMap<>(Typed.contract("HT-" + project, "concrete-cube"));
        contract.put("projectCode", project);
        return desk.apply("labadmin", "CONTRACT", "labs/BJ01", contract);
    }

    private void breaks(String rule, String field, String value) {
        Map<String, Object> wrong = new HashMap<>(Typed.project("RG-P-9"));
        wrong.put(field, value);
        desk.breaks(rule, "commissioner", "PROJECT", HOUSE, wrong);
    }

    private String order(String project) {
        Map<String, Object> form = Orders.concrete();
        form.put("projectCode", project);
        String id = UUID.randomUUID().toString();
        As.person("commissioner", () -> commissions.register(id, form));
        return id;
    }

    private boolean accept(String order) {
        return As.person("receiver", () -> commissions.review(order, Map.of("decision", "ACCEPT")));
    }

    private List<String> ledger(String id) {
        return sql.queryForList("SELECT action FROM ledger_entry WHERE case_id = ? ORDER BY at", String.class, id);
    }

    private static void refused(String rule, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(rule);
    }
}
