package org.jianzheng.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What looks wrong: raised once, explained by the laboratory, decided by the station, kept for ever. */
@PlatformTest
class WarningModuleTest {

    @Autowired
    Warnings warnings;

    @Autowired
    Ledger ledger;

    @Autowired
    MockMvc web;

    private final String run = UUID.randomUUID().toString();
    private final String sentence = "加荷中第 12.4 秒起有 2.1 秒没有数据 " + run;

    @Test
    void whatIsRaisedAgainIsThereOnce() {
        String id = raise("gap", WarningSeverity.WARN);
        assertThat(raise("gap", WarningSeverity.WARN)).isEqualTo(id);
        assertThat(raise("stop-and-go", WarningSeverity.WARN)).isNotEqualTo(id);
        assertThat(ledger.ofSubject("warning:" + id))
                .extracting(LedgerLine::action)
                .containsExactly("warning.raised");
        WarningView view = As.person("tester", () -> warnings.find(id));
        assertThat(view.evidence()).containsExactly(Map.entry("seconds", "2.1"));
        assertThat(view.standing().state()).isEqualTo(WarningState.OPEN);
    }

    @Test
    void theLaboratoryExplainsAndTheStationDecidesEachOnce() {
        String id = raise("gap", WarningSeverity.WARN);
        As.person("tester", () -> warnings.explain(id, " 网络中断，数据已补传 "));
        As.person("supervisor", () -> warnings.decide(id, "ACCEPTED", "已核对补传记录"));
        WarningView.Standing standing =
                As.person("labadmin", () -> warnings.find(id)).standing();
        assertThat(standing.state()).isEqualTo(WarningState.DECIDED);
        assertThat(standing.explanation().text()).isEqualTo("网络中断，数据已补传");
        assertThat(standing.explanation().byName()).isEqualTo("张伟");
        assertThat(standing.decision()).isEqualTo(WarningDecision.ACCEPTED);
        assertThat(standing.decided().byName()).isEqualTo("杨国栋");
        assertThat(ledger.ofSubject("warning:" + id))
                .extracting(LedgerLine::action)
                .containsExactly("warning.raised", "warning.explained", "warning.decided");
        refused("warning.explained", "labadmin", () -> warnings.explain(id, "再说一次"));
        refused("warning.decided", "stationadmin", () -> warnings.decide(id, "REJECTED", "改变主意"));
    }

    @Test
    void whatNobodyExplainedCannotBeAcceptedButMayStand() {
        String id = raise("copied-curve", WarningSeverity.ALARM);
        refused("warning.unexplained", "supervisor", () -> warnings.decide(id, "ACCEPTED", "没有问题"));
        refused("kernel.form.choice", "supervisor", () -> warnings.decide(id, "MAYBE", "没有问题"));
        refused("kernel.form.empty", "supervisor", () -> warnings.decide(id, "", "没有问题"));
        refused("kernel.form.empty", "supervisor", () -> warnings.decide(id, "REJECTED", " "));
        As.person("supervisor", () -> warnings.decide(id, "REJECTED", "逾期未说明"));
        refused("warning.explained", "tester", () -> warnings.explain(id, "太晚了"));
    }

    @Test
    void onlyItsOwnPeopleExplainAndOnlyTheStationDecides() {
        String id = raise("gap", WarningSeverity.WARN);
        refused("warning.explain.lab", "receiver", () -> warnings.explain(id, "说明"));
        refused("warning.explain.lab", "supervisor", () -> warnings.explain(id, "说明"));
        refused("warning.decide.station", "labadmin", () -> warnings.decide(id, "REJECTED", "决定"));
        for (String stranger : List.of("tester2", "commissioner", "sampler", "admin")) {
            As.person(stranger, () -> assertThatThrownBy(() -> warnings.explain(id, "说明"))
                    .isInstanceOf(NotFound.class));
            As.person(stranger, () -> assertThatThrownBy(() -> warnings.decide(id, "REJECTED", "决定"))
                    .isInstanceOf(NotFound.class));
        }
    }

    @Test
    void theListShowsALaboratoryItsOwnAndIsNarrowedByEveryFilter() throws Exception {
        String id = raise("gap", WarningSeverity.WARN);
        shows("labadmin", Map.of("rule", "acquisition.check.gap"), true);
        shows("tester2", Map.of(), false);
        shows("commissioner", Map.of(), false);
        shows(
                "supervisor",
                Map.of("lab", "BJ01", "state", "OPEN", "severity", "WARN", "rule", "acquisition.check.gap"),
                true);
        shows("supervisor", Map.of("lab", "BJ02"), false);
        shows("supervisor", Map.of("state", "DECIDED"), false);
        shows("supervisor", Map.of("severity", "ALARM"), false);
        shows("supervisor", Map.of("rule", "acquisition.check.none-such"), false);
        shows("supervisor", Map.of("state", "' OR 1=1"), false);
        assertThat(As.person("tester2", () -> warnings.ofCase(run))).isEmpty();
        assertThat(As.person("tester", () -> warnings.ofCase(run)))
                .extracting(WarningView::id)
                .containsExactly(id);
    }

    private void shows(String reader, Map<String, String> filter, boolean shown) throws Exception {
        var asked = get("/warnings").with(As.signedIn(reader));
        filter.forEach(asked::param);
        web.perform(asked)
                .andExpect(status().isOk())
                .andExpect(content().string(shown ? containsString(sentence) : not(containsString(sentence))));
    }

    @Test
    void bothActsAreDoneOnItsPage() throws Exception {
        String id = raise("gap", WarningSeverity.WARN);
        web.perform(get("/warnings/" + id).with(As.signedIn("tester")))
                .andExpect(content().string(containsString("数据间断")))
                .andExpect(content().string(containsString("/warnings/" + id + "/explanation")))
                .andExpect(content().string(not(containsString("/decision"))));
        web.perform(post("/warnings/" + id + "/explanation")
                        .param("text", "网络中断")
                        .with(As.signedIn("tester"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/warnings/" + id));
        web.perform(get("/warnings/" + id).with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("网络中断")))
                .andExpect(content().string(containsString("认可说明")))
                .andExpect(content().string(not(containsString("/explanation"))));
        web.perform(post("/warnings/" + id + "/decision")
                        .param("decision", "ACCEPTED")
                        .param("text", "属实")
                        .with(As.signedIn("supervisor"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/warnings/" + id));
        web.perform(get("/warnings/" + id).with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("属实")))
                .andExpect(content().string(not(containsString("/decision"))));
        web.perform(get("/warnings/" + id).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
    }

    private String raise(String rule, WarningSeverity severity) {
        return As.person(
                "system",
                () -> warnings.raise(new NewWarning(
                        "run:" + run + ":" + rule,
                        "acquisition.check." + rule,
                        new NewWarning.Subject("run", run, "/runs/" + run),
                        "BJ01",
                        run,
                        severity,
                        sentence,
                        Map.of("seconds", "2.1"))));
    }

    private static void refused(String code, String username, Runnable act) {
        As.person(username, () -> assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code)));
    }
}
