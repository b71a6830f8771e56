package org.jianzheng.breach.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.gate.OwnLab.TODAY;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.breach.FoundBreach;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.gate.GateRule;
import org.jianzheng.gate.OwnLab;
import org.jianzheng.identity.Role;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What the nightly sweep finds, and that it says everything once. */
@PlatformTest
@Clause("4.1.11")
class SweepModuleTest {

    private static final String ITEM = "concrete-cube";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sweep sweep;

    @Autowired
    Breaches breaches;

    @Autowired
    Processes processes;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MockMvc web;

    @Test
    void aScopeThatShrankUnderOpenWorkIsOneBreachHoweverOftenTheSweepRuns() {
        OwnLab lab = new OwnLab(platform, ITEM, "rebar");
        List<String> cases = lab.openCases(20, ITEM, "TESTING");
        lab.openCases(5, "rebar", "TESTING");
        lab.openCases(5, ITEM, "REPORTING");
        run();
        assertThat(of(lab)).isEmpty();

        lab.dropScope(ITEM);
        run();
        SweepResult second = run();
        assertThat(second.opened()).isZero();
        assertThat(of(lab)).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(GateRule.LAB_SCOPE);
            assertThat(breach.subject()).isEqualTo(ITEM);
            assertThat(breach.origin()).isEqualTo(FoundBreach.Origin.SWEEP);
            assertThat(As.person("supervisor", () -> breaches.affected(breach.id())))
                    .extracting(OpenCase::caseId)
                    .containsAll(cases)
                    .hasSize(25);
        });
    }

    @Test
    void aCertificateThatEndsWhileItsHolderTestsIsFound() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String tester = lab.member("测", Role.TESTER, ITEM, TODAY.minusYears(1), TODAY.plusDays(200));
        List<String> cases = lab.openCases(3, ITEM, "TESTING");
        cases.subList(0, 2).forEach(caseId -> lab.runningTest(caseId, ITEM, tester));
        run();
        assertThat(of(lab)).isEmpty();
        lab.change(
                "UPDATE qualification_certificate SET valid_until = ? WHERE username = ?", TODAY.minusDays(1), tester);
        run();
        assertThat(of(lab)).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(GateRule.PERSON_EXPIRED);
            assertThat(breach.subject()).isEqualTo(tester);
            assertThat(As.person("supervisor", () -> breaches.affected(breach.id())))
                    .extracting(OpenCase::caseId)
                    .containsExactlyInAnyOrderElementsOf(cases.subList(0, 2));
        });
    }

    @Test
    void aPersonWhoTestsForALaboratoryOtherThanTheirOwnIsFound() {
        OwnLab home = new OwnLab(platform, ITEM);
        OwnLab away = new OwnLab(platform, ITEM);
        String tester = home.member("两", Role.TESTER, ITEM, TODAY.minusYears(1), TODAY.plusDays(200));
        away.runningTest(away.openCases(1, ITEM, "TESTING").get(0), ITEM, tester);
        home.runningTest(home.openCases(1, ITEM, "TESTING").get(0), ITEM, tester);
        run();
        assertThat(of(home)).isEmpty();
        assertThat(of(away)).extracting(BreachView::rule).containsExactly(GateRule.PERSON_LAB);
    }

    @Test
    void whatExpiresIsWarnedOfOnceAtEachStepAndIsATaskInTheLastWeek() {
        OwnLab lab = new OwnLab(platform, ITEM);
        lab.machine("90", ITEM, "1级", TODAY.minusDays(9), TODAY.plusDays(90));
        lab.machine("91", ITEM, "1级", TODAY.minusDays(9), TODAY.plusDays(91));
        lab.machine("30", ITEM, "1级", TODAY.minusDays(9), TODAY.plusDays(30));
        String last = lab.machine("7", ITEM, "1级", TODAY.minusDays(9), TODAY.plusDays(7));
        lab.member("证", Role.TESTER, ITEM, TODAY.minusYears(1), TODAY.plusDays(20));
        run();
        assertThat(run().warned()).isZero();
        assertThat(sql.queryForList(
                        "SELECT expiry_key FROM qualification_expiry WHERE house = ?",
                        String.class,
                        "labs/" + lab.code()))
                .hasSize(4)
                .anyMatch(key -> key.startsWith("PERSON:") && key.endsWith(":30"))
                .anyMatch(key -> key.contains(lab.code() + "-90:") && key.endsWith(":90"))
                .anyMatch(key -> key.contains(lab.code() + "-30:") && key.endsWith(":30"))
                .anyMatch(key -> key.contains(last + ":") && key.endsWith(":7"));
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM notice WHERE recipient = ?",
                        Long.class,
                        "labs/" + lab.code() + "/labadmin"))
                .isEqualTo(4);

        String id = sql.queryForObject(
                "SELECT id FROM qualification_expiry WHERE house = ? AND expiry_key LIKE '%:7'",
                String.class, "labs/" + lab.code());
        OpenTask task = processes.openTasks(List.of(id)).get(0);
        assertThat(task.groups()).containsExactly("labs/" + lab.code() + "/labadmin");
        As.person(lab.admin(), null, () -> processes.complete(task.id(), Map.of("answer", "RENEWED", "note", "已送检")));
        assertThat(processes.openTasks(List.of(id))).isEmpty();
        assertThat(sql.queryForObject("SELECT answer FROM qualification_expiry WHERE id = ?", String.class, id))
                .isEqualTo("RENEWED");
    }

    @Test
    void theStationSweepsAtAnyTimeAndSeesTheResults() throws Exception {
        web.perform(post("/sweeps").with(csrf()).with(As.signedIn("labadmin"))).andExpect(status().isNotFound());
        web.perform(get("/sweeps").with(As.signedIn("labadmin"))).andExpect(status().isNotFound());
        web.perform(post("/sweeps").with(csrf()).with(As.signedIn("supervisor")))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/sweeps").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("杨国栋")));
    }

    private SweepResult run() {
        return As.person("system", sweep::run);
    }

    private List<BreachView> of(OwnLab lab) {
        return As.person("supervisor", () -> breaches.list(new Breaches.Filter("", "", "", lab.code()), 0, 50)
                .items());
    }
}
