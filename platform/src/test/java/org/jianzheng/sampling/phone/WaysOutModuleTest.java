package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Every task of the site goes on or ends from the phone: it is given up, objected to, or taken over from a colleague. */
@PlatformTest
class WaysOutModuleTest {

    private static final String COLLEAGUE = "sampler.b";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    TaskService engine;

    @Autowired
    Processes processes;

    @Autowired
    Clock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    MockMvc browser;

    CaseDriver driver;
    SitePhone sampler;
    SitePhone witness;
    String caseId;

    @BeforeEach
    void acceptedCommission() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
        witness = SitePhone.confirmed(platform, "witness");
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
    }

    @Test
    void theSamplerWhoCannotTakeItSaysWhyAndTheClientDecides() {
        RecordAnswer silent = sampler.send(sampler.bare(driver.task(caseId), giveUp(""), List.of()));
        assertThat(silent.outcome()).isEqualTo("REFUSED");
        RecordAnswer answer = sampler.send(sampler.bare(driver.task(caseId), giveUp("浇筑取消"), List.of()));
        assertThat(answer.outcome()).isEqualTo("VOID");
        assertThat(answer.reason()).isEqualTo("取样单位不能取样：浇筑取消");
        assertThat(sampling.sample(caseId).state()).isEqualTo("GIVEN_UP");
        assertThat(driver.task(caseId).key()).isEqualTo("decideAfterRefusal");
        As.person("commissioner", () -> platform.getBean(org.jianzheng.workflow.Processes.class)
                .complete(driver.task(caseId).id(), Map.of("decision", "RESAMPLE", "reason", "另约时间")));
        assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
    }

    @Test
    void theWitnessWhoObjectsClosesTheAttemptAndTheSamplerBeginsAnew() {
        sampler.send(sampler.record(driver.task(caseId), taking(), List.of()));
        RecordAnswer answer = witness.send(
                witness.bare(driver.task(caseId), Map.of("decision", "OBJECT", "note", "不是这一车混凝土"), List.of()));
        assertThat(answer.outcome()).isEqualTo("VOID");
        assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
    }

    @Test
    void theWitnessWhoCannotComeSaysSoWithoutObjecting() {
        sampler.send(sampler.record(driver.task(caseId), taking(), List.of()));
        Map<String, Object> silent = Map.of("decision", "CANNOT", "note", " ");
        assertThat(witness.send(witness.bare(driver.task(caseId), silent, List.of()))
                        .outcome())
                .isEqualTo("REFUSED");
        RecordAnswer answer = witness.send(
                witness.bare(driver.task(caseId), Map.of("decision", "CANNOT", "note", "道路中断"), List.of()));
        assertThat(answer.outcome()).isEqualTo("VOID");
        assertThat(answer.reason()).isEqualTo("见证单位不能见证：道路中断");
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .contains("sample.notWitnessed")
                .doesNotContain("sample.objected");
        assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
    }

    @Test
    void thePhoneOffersWhatTheFormOfTheTaskOffers() throws Exception {
        assertThat(offered("sampler", "ways")).containsExactly("TAKE", "GIVE_UP");
        driver.take(caseId);
        assertThat(offered("witness", "ways")).containsExactly("CONFIRM", "OBJECT", "CANNOT");
    }

    @Test
    void whoClaimedATaskAtADeskGivesItBackOnThePhone() throws Exception {
        Map<String, Object> back = sampler.bare(driver.task(caseId), Map.of(), List.of());
        back.put("giveBack", true);
        assertThat(sampler.send(new HashMap<>(back)).outcome()).isEqualTo("REFUSED");

        engine.setAssignee(driver.task(caseId).id(), "sampler");
        assertThat(JsonPath.<List<Boolean>>read(tasks("sampler"), task("claimed")))
                .containsExactly(true);
        back.put("id", UUID.randomUUID().toString());
        assertThat(sampler.send(back).outcome()).isEqualTo("GIVEN_BACK");
        assertThat(sampler.send(back).outcome()).isEqualTo("GIVEN_BACK");
        assertThat(driver.task(caseId).assignee()).isNull();
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .contains("phone.record.GIVEN_BACK");
        // It is nobody's sample: the record that takes it counts all the same.
        assertThat(sampler.send(sampler.record(driver.task(caseId), taking(), List.of()))
                        .outcome())
                .isEqualTo("ACCEPTED");
    }

    private List<String> offered(String who, String what) throws Exception {
        return JsonPath.<List<List<String>>>read(tasks(who), task(what)).get(0);
    }

    private String task(String what) {
        return "$[?(@.caseId=='%s')].%s".formatted(caseId, what);
    }

    private String tasks(String who) throws Exception {
        return browser.perform(get("/m/api/tasks").with(As.signedIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void whatAColleagueClaimedIsShownAndTakenOverWithItsReason() throws Exception {
        engine.setAssignee(driver.task(caseId).id(), COLLEAGUE);
        String waits = "$[?(@.caseId=='%s')].heldBy".formatted(caseId);
        browser.perform(get("/m/api/tasks").with(As.signedIn("sampler")))
                .andExpect(jsonPath(waits).isNotEmpty());

        Map<String, Object> record = sampler.record(driver.task(caseId), taking(), List.of());
        record.put("takeOver", "同事请假");
        assertThat(sampler.send(record).outcome()).isEqualTo("ACCEPTED");
        assertThat(takenOver()).contains("同事请假");
    }

    @Test
    void aRecordFromTheSiteIsNotLostToAClaimItsPhoneCouldNotKnowOf() {
        Map<String, Object> record = sampler.record(driver.task(caseId), taking(), List.of());
        engine.setAssignee(driver.task(caseId).id(), COLLEAGUE);
        assertThat(sampler.send(record).outcome()).isEqualTo("ACCEPTED");
        assertThat(takenOver()).contains("不知任务已由同事认领");
    }

    @Test
    void nobodyOfAnotherHouseTakesATaskOver() {
        engine.setAssignee(driver.task(caseId).id(), COLLEAGUE);
        Map<String, Object> record = new HashMap<>(witness.record(driver.task(caseId), taking(), List.of()));
        record.put("takeOver", "我来");
        assertThat(witness.send(record).outcome()).isEqualTo("EVIDENCE");
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        assertThat(driver.task(caseId).assignee()).isEqualTo(COLLEAGUE);
    }

    @Test
    void whoseTaskIsGoneIsToldWhy() throws Exception {
        String url = "/m/api/gone?caseId=" + caseId;
        driver.take(caseId);
        browser.perform(get(url).with(As.signedIn("sampler")))
                .andExpect(jsonPath("$.why").value(containsString("待见证")))
                .andExpect(jsonPath("$.why").value(containsString("王海涛")));
        browser.perform(get(url).with(As.signedIn("tester2")))
                .andExpect(jsonPath("$.why").value(containsString("没有您可以查看的这份样品")));
    }

    private String takenOver() {
        return ledger.ofCase(caseId, 0, 50).items().stream()
                .filter(line -> line.action().equals("task.takenOver"))
                .map(LedgerLine::reason)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> giveUp(String note) {
        return Map.of("decision", "GIVE_UP", "note", note);
    }

    private Map<String, Object> taking() {
        return Map.of(
                "decision",
                "TAKE",
                "madeAt",
                clock.instant().toString(),
                "marks",
                String.join(
                        "\n",
                        sampling.sample(caseId).specimens().stream()
                                .map(SampleView.SpecimenView::mark)
                                .toList()),
                "sealNo",
                "FZ-0812");
    }
}
