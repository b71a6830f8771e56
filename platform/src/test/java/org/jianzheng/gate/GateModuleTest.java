package org.jianzheng.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.gate.OwnLab.TODAY;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Decisions;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule of the gate and each severity, on the real registries. */
@PlatformTest
@Clause("4.1.11")
class GateModuleTest {

    private static final String ITEM = "concrete-cube";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Gate gate;

    @Autowired
    Registry registry;

    @Autowired
    Waivers waivers;

    @Autowired
    RegistrySnapshots snapshots;

    @Autowired
    QualificationRules rules;

    @Autowired
    ChineseText wording;

    @Autowired
    Ledger ledger;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Test
    void aLaboratoryNeedsACertificateAndAScopeThatHoldOnTheDayOfTheTest() {
        OwnLab lab = new OwnLab(platform, ITEM);
        assertThat(found(at(GatePoint.RUN).lab(lab.code()))).isEmpty();
        assertThat(found(at(GatePoint.RUN).lab("BJ99"))).containsExactly(GateRule.LAB_UNKNOWN);
        assertThat(reason(at(GatePoint.RUN, "rebar").lab(lab.code()))).contains("超范围");

        lab.scope("rebar", TODAY.plusDays(5), TODAY.plusDays(50));
        assertThat(reason(at(GatePoint.RUN, "rebar").lab(lab.code()))).contains("尚未生效");
        assertThat(found(at(GatePoint.RUN, "rebar").testedOn(TODAY.plusDays(50)).lab(lab.code())))
                .isEmpty();
        assertThat(reason(
                        at(GatePoint.RUN, "rebar").testedOn(TODAY.plusDays(51)).lab(lab.code())))
                .contains("不在有效期内");

        lab.certificate(TODAY.minusYears(2), TODAY.minusDays(1));
        assertThat(reason(at(GatePoint.RUN).lab(lab.code()))).contains("资质证书").contains("已过期");
        // Its tests of yesterday may still be signed today.
        assertThat(found(at(GatePoint.SIGNING).testedOn(TODAY.minusDays(1)).lab(lab.code())))
                .isEmpty();
        lab.certificate(TODAY.plusDays(1), TODAY.plusYears(2));
        assertThat(reason(at(GatePoint.RUN).lab(lab.code()))).contains("尚未生效");
    }

    @Test
    void aPersonNeedsACertificateForRoleAndItemOnTheDayOfTheAct() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String tester = lab.member("甲", Role.TESTER, ITEM, TODAY.minusDays(10), TODAY.minusDays(1));
        GateQuestion signing =
                at(GatePoint.SIGNING).testedOn(TODAY.minusDays(2)).lab(lab.code());
        GateQuestion run = at(GatePoint.RUN).testedOn(TODAY.minusDays(2)).lab(lab.code());
        assertThat(found(signing.person(tester, Role.TESTER))).containsExactly(GateRule.PERSON_EXPIRED);
        // Who tested was certified when testing.
        assertThat(found(run.person(tester, Role.TESTER))).isEmpty();
        assertThat(found(run.person(tester, Role.SIGNATORY))).containsExactly(GateRule.PERSON_CERTIFICATE);
        assertThat(found(run.person("niemand", Role.TESTER))).containsExactly(GateRule.PERSON_UNKNOWN);
        String other = lab.member("乙", Role.TESTER, "rebar", TODAY.minusDays(10), TODAY.plusDays(10));
        assertThat(found(run.person(other, Role.TESTER))).containsExactly(GateRule.PERSON_ITEM);
    }

    @Test
    void nobodyWorksForTwoLaboratories() {
        OwnLab home = new OwnLab(platform, ITEM);
        OwnLab away = new OwnLab(platform, ITEM);
        String tester = home.member("丙", Role.TESTER, ITEM, TODAY.minusDays(1), TODAY.plusDays(9));
        assertThat(found(at(GatePoint.RUN).lab(home.code()).person(tester, Role.TESTER)))
                .isEmpty();
        assertThat(found(at(GatePoint.RUN).lab(away.code()).person(tester, Role.TESTER)))
                .containsExactly(GateRule.PERSON_LAB);
        home.leaves(tester);
        assertThat(reason(at(GatePoint.RUN).lab(home.code()).person(tester, Role.TESTER)))
                .contains("离职");
    }

    @Test
    void whoLeavesWorksUntilTheLastDay() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String tester = lab.member("丁", Role.TESTER, ITEM, TODAY.minusDays(9), TODAY.plusDays(9));
        lab.change("UPDATE qualification_person SET left_on = ? WHERE username = ?", TODAY, tester);
        GateQuestion run = at(GatePoint.RUN).lab(lab.code()).person(tester, Role.TESTER);
        assertThat(found(run)).isEmpty();
        assertThat(gate.able("labs/" + lab.code(), Role.TESTER, ITEM, Set.of(), TODAY))
                .hasSize(1);
        assertThat(found(run.testedOn(TODAY.plusDays(1)))).containsExactly(GateRule.PERSON_LAB);
        assertThat(gate.able("labs/" + lab.code(), Role.TESTER, ITEM, Set.of(), TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void whatTheGateWarnedOfStandsAboveTheFormsOfItsCase() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String caseId = java.util.UUID.randomUUID().toString();
        GateQuestion ahead =
                GateQuestion.at(GatePoint.SIGNING, caseId, ITEM, TODAY).lab(lab.code());
        assertThat(gate.warnings(ahead)).isEmpty();
        String coarse = lab.machine("9", ITEM, "2级", TODAY.minusDays(9), TODAY.plusDays(9));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> As.person(
                        "tester",
                        () -> gate.pass(GateQuestion.at(GatePoint.ASSIGNMENT, caseId, ITEM, TODAY)
                                .machine(coarse))));
        assertThat(gate.warnings(ahead)).contains("2级");
    }

    @Test
    void equipmentIsMeantForTheItemCalibratedFineEnoughAndTheLaboratorysOwn() {
        OwnLab lab = new OwnLab(platform, ITEM);
        GateQuestion run = at(GatePoint.RUN).lab(lab.code());
        assertThat(found(run.machine(lab.machine("1", ITEM, "1级", TODAY.minusDays(9), TODAY))))
                .isEmpty();
        assertThat(found(run.machine(lab.machine("2", "rebar", "1级", TODAY.minusDays(9), TODAY.minusDays(1)))))
                .containsExactly(GateRule.EQUIPMENT_ITEM, GateRule.EQUIPMENT_CALIBRATION);
        String late = lab.machine("3", ITEM, "0.5级", TODAY.plusDays(1), TODAY.plusDays(9));
        assertThat(reason(run.machine(late))).contains("尚未检定");
        assertThat(found(run.machine("none"))).containsExactly(GateRule.EQUIPMENT_UNKNOWN);
        assertThat(found(run.machine("BJ01-YL-01"))).containsExactly(GateRule.EQUIPMENT_LAB);
    }

    @Test
    void aRoleThatNobodyMayFillIsAnAnswer() {
        OwnLab lab = new OwnLab(platform, ITEM);
        GateQuestion anybody = at(GatePoint.COMMISSION).anybody("labs/" + lab.code(), Role.REVIEWER);
        assertThat(found(anybody)).containsExactly(GateRule.ROLE_EMPTY);
        lab.member("丁", Role.REVIEWER, ITEM, TODAY, TODAY);
        assertThat(found(anybody)).isEmpty();
    }

    @Test
    void aWarningLetsPassIsRecordedOnceAndShownWithTheCase() throws Exception {
        OwnLab lab = new OwnLab(platform, ITEM);
        String caseId = lab.openCases(1, ITEM, "TESTING").get(0);
        String coarse = lab.machine("4", ITEM, "2级", TODAY.minusDays(9), TODAY.plusDays(9));
        GateQuestion run = GateQuestion.at(GatePoint.RUN, caseId, ITEM, TODAY)
                .lab(lab.code())
                .machine(coarse);
        for (int i = 0; i < 2; i++) {
            GateAnswer answer =
                    As.person("tester", () -> new TransactionTemplate(transactions).execute(status -> gate.pass(run)));
            assertThat(answer.allowed()).isTrue();
            assertThat(answer.warnings()).extracting(GateFinding::rule).containsExactly(GateRule.EQUIPMENT_CLASS);
        }
        List<String> actions = ledger.ofCase(caseId, 0, 20).items().stream()
                .map(LedgerLine::action)
                .toList();
        assertThat(actions).containsExactly("gate.warned");
        web.perform(get("/cases/" + caseId + "/gate").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("准确度 2级")));
    }

    @Test
    void aContractThatDoesNotCoverTheLaboratoryIsAWarningByDefault() {
        OwnLab lab = new OwnLab(platform, ITEM);
        Registry contracts = mock(Registry.class);
        when(contracts.contractCovers("XM-1", lab.code(), ITEM, TODAY)).thenReturn(true);
        GateEvaluation evaluation = new GateEvaluation(
                snapshots, new QualificationRules(wording, contracts), platform.getBean(Decisions.class), wording);
        GateQuestion commission = at(GatePoint.COMMISSION).lab(lab.code());
        assertThat(evaluation.ask(commission.project("XM-1")).findings()).isEmpty();
        GateAnswer other = evaluation.ask(commission.project("XM-2"));
        assertThat(other.allowed()).isTrue();
        assertThat(other.warnings()).extracting(GateFinding::rule).containsExactly(GateRule.CONTRACT);
    }

    /** The table of the station stood in for: what it says decides, and what it does not say stops. */
    @Test
    void theStationSetsWhatARuleMeansAndSilenceStops() {
        OwnLab lab = new OwnLab(platform);
        GateQuestion asked = at(GatePoint.RECEIPT).lab(lab.code());
        assertThat(severityWhere("WARN", asked)).isEqualTo(Severity.WARN);
        assertThat(severityWhere("BLOCK", asked)).isEqualTo(Severity.BLOCK);
        assertThat(severityWhere("whatever", asked)).isEqualTo(Severity.BLOCK);
        assertThat(severityWhere(null, asked)).isEqualTo(Severity.BLOCK);
    }

    @Test
    void aWaiverOfTheStationIsHonouredWhereTheRuleAsksForOneAndExpires() {
        OwnLab lab = new OwnLab(platform);
        GateQuestion asked = at(GatePoint.RECEIPT).lab(lab.code());
        assertThat(gateSaying("WAIVER").ask(asked).allowed()).isFalse();
        assertThat(gateSaying("WAIVER").ask(asked).because()).contains("申请豁免");

        String id = As.person(
                "supervisor",
                () -> waivers.grant(lab.code(), GateRule.LAB_SCOPE, ITEM, TODAY.plusDays(3), "扩项评审已通过，等待发证"));
        GateAnswer waived = gateSaying("WAIVER").ask(asked);
        assertThat(waived.allowed()).isTrue();
        assertThat(waived.warnings().get(0).reason()).contains("监督站已豁免，至 " + TODAY.plusDays(3));
        assertThat(gateSaying("BLOCK").ask(asked).allowed()).isFalse();
        assertThat(gateSaying("WAIVER")
                        .ask(GateQuestion.at(GatePoint.RECEIPT, null, ITEM, TODAY.plusDays(4))
                                .lab(lab.code()))
                        .allowed())
                .isFalse();
        assertThat(gateSaying("WAIVER")
                        .ask(at(GatePoint.RECEIPT, "rebar").lab(lab.code()))
                        .allowed())
                .isFalse();
        As.person("supervisor", () -> waivers.withdraw(id));
        assertThat(gateSaying("WAIVER").ask(asked).allowed()).isFalse();
    }

    @Test
    void onlyTheStationWaives() throws Exception {
        OwnLab lab = new OwnLab(platform);
        assertThatThrownBy(() ->
                        As.person("labadmin", () -> waivers.grant(lab.code(), GateRule.LAB_SCOPE, null, TODAY, "自己豁免")))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("gate.waiver.station");
        web.perform(post("/waivers")
                        .with(csrf())
                        .with(As.signedIn("supervisor"))
                        .param("lab", lab.code())
                        .param("rule", "LAB_SCOPE")
                        .param("until", TODAY.plusMonths(13).toString())
                        .param("reason", "太久"))
                .andExpect(status().is4xxClientError());
        web.perform(post("/waivers")
                        .with(csrf())
                        .with(As.signedIn("supervisor"))
                        .param("lab", lab.code())
                        .param("rule", "LAB_SCOPE")
                        .param("until", TODAY.plusDays(1).toString())
                        .param("reason", "一日"))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/waivers").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString(lab.name())));
        web.perform(get("/waivers").with(As.signedIn("labadmin")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("一日"))));
    }

    private Severity severityWhere(String said, GateQuestion asked) {
        return gateSaying(said).ask(asked).findings().get(0).severity();
    }

    private GateEvaluation gateSaying(String said) {
        Decisions decisions = Mockito.mock(Decisions.class);
        Mockito.when(decisions.decide(Mockito.anyString(), Mockito.anyMap()))
                .thenReturn(said == null ? List.of() : List.of(Map.of("severity", said)));
        return new GateEvaluation(snapshots, rules, decisions, wording);
    }

    private static GateQuestion at(GatePoint point) {
        return at(point, ITEM);
    }

    private static GateQuestion at(GatePoint point, String item) {
        return GateQuestion.at(point, null, item, TODAY);
    }

    private List<GateRule> found(GateQuestion question) {
        return gate.ask(question).findings().stream().map(GateFinding::rule).toList();
    }

    private String reason(GateQuestion question) {
        GateAnswer answer = gate.ask(question);
        assertThat(answer.allowed()).isFalse();
        return answer.because();
    }
}
