package org.jianzheng.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.gate.OwnLab.TODAY;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hamcrest.Matchers;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GateFinding;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.gate.GateRule;
import org.jianzheng.gate.OwnLab;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.PersonAuthentication;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The loop of a breach on the whole platform: what it does to the gate, to open cases, and to those who do it. */
@PlatformTest
@RecordApplicationEvents
@Clause("4.1.11")
class BreachModuleTest {

    private static final String ITEM = "concrete-cube";

    @Autowired
    ApplicationContext platform;

    @Autowired
    BreachOpening opening;

    @Autowired
    Breaches breaches;

    @Autowired
    Suspensions suspending;

    @Autowired
    Gate gate;

    @Autowired
    Processes processes;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationEvents events;

    @Test
    void aRefusalAtReceiptOpensOneBreachThoughTheReceiptIsRolledBack() {
        OwnLab lab = new OwnLab(platform, "rebar");
        String caseId = lab.openCases(1, ITEM, "SAMPLING").get(0);
        GateQuestion receipt =
                GateQuestion.at(GatePoint.RECEIPT, caseId, ITEM, TODAY).lab(lab.code());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> inTransaction(() -> {
                        GateAnswer answer = gate.pass(receipt);
                        assertThat(answer.allowed()).isFalse();
                        throw new RuleBroken("sampling.receipt.outOfScope", answer.because());
                    }))
                    .isInstanceOf(RuleBroken.class);
        }
        List<BreachView> found = of(lab);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).rule()).isEqualTo(GateRule.LAB_SCOPE);
        assertThat(found.get(0).subject()).isEqualTo(ITEM);
        assertThat(found.get(0).foundCase()).isEqualTo(caseId);
        assertThat(task(found.get(0).id()).groups()).containsExactly("labs/" + lab.code() + "/labadmin");
    }

    @Test
    void aRefusedCommissionIsNoBreach() {
        OwnLab lab = new OwnLab(platform, "rebar");
        inTransaction(() -> gate.pass(
                GateQuestion.at(GatePoint.COMMISSION, "c", ITEM, TODAY).lab(lab.code())));
        assertThat(of(lab)).isEmpty();
    }

    @Test
    void aLaboratorySuspendedInTheMiddleOf200OpenCasesIsHeldAtOnceAndReleasedWhenItIsLifted() {
        OwnLab lab = new OwnLab(platform, ITEM, "rebar");
        List<String> open = lab.openCases(200, ITEM, "TESTING");
        String other = lab.openCases(1, "rebar", "TESTING").get(0);
        String id = open(lab);
        explain(lab, id);
        decide(id, "SUSPEND", Map.of("items", List.of(ITEM)));

        assertThat(ask(lab, ITEM).findings()).extracting(GateFinding::rule).containsExactly(GateRule.LAB_SUSPENDED);
        assertThat(ask(lab, "rebar").allowed()).isTrue();
        assertThat(held(lab)).isEqualTo(200);
        assertThat(as(OwnLab.supervisor(), () -> breaches.held(id)))
                .extracting(OpenCase::caseId)
                .containsExactlyInAnyOrderElementsOf(open)
                .doesNotContain(other);
        assertThat(actions(open.get(7))).contains("case.held");

        answer(lab, id, "ACCEPT");
        correct(lab, id);
        submit(OwnLab.supervisor(), id, Map.of("decision", "PASS", "lift", true));
        assertThat(held(lab)).isZero();
        assertThat(ask(lab, ITEM).allowed()).isTrue();
        BreachView closed = as(OwnLab.supervisor(), () -> breaches.find(id));
        assertThat(closed.state()).isEqualTo(BreachState.CLOSED);
        assertThat(closed.outcome()).isEqualTo("CORRECTED");
        assertThat(actions(id))
                .containsSubsequence(
                        "breach.opened",
                        "breach.notified",
                        "breach.explained",
                        "breach.decided",
                        "breach.accepted",
                        "breach.corrected",
                        "breach.checked",
                        "breach.lifted",
                        "breach.closed");
        assertThat(events.stream(BreachDecided.class)
                        .filter(one -> one.breachId().equals(id)))
                .extracting(BreachDecided::decision)
                .containsExactly("SUSPEND");
    }

    @Test
    void aSuspensionWithALastDayLiftsByItself() {
        OwnLab lab = new OwnLab(platform, ITEM);
        lab.openCases(3, ITEM, "SAMPLING");
        String id = open(lab);
        explain(lab, id);
        decide(
                id,
                "SUSPEND",
                Map.of("items", List.of(ITEM), "until", TODAY.plusDays(2).toString()));
        assertThat(ask(lab, ITEM).allowed()).isFalse();
        assertThat(gate.ask(GateQuestion.at(GatePoint.RUN, null, ITEM, TODAY.plusDays(3))
                                .lab(lab.code()))
                        .allowed())
                .isTrue();
        // What was tested while it ran stays stopped afterwards.
        assertThat(gate.ask(GateQuestion.at(GatePoint.SIGNING, null, ITEM, TODAY.plusDays(3))
                                .testedOn(TODAY.plusDays(1))
                                .lab(lab.code()))
                        .allowed())
                .isFalse();
        assertThat(held(lab)).isEqualTo(3);
        try (var later = clock.advance(Duration.ofDays(3))) {
            As.person("system", suspending::releaseEnded);
        }
        assertThat(held(lab)).isZero();
    }

    @Test
    void aDecisionReversedOnAppealLiftsTheSuspension() {
        OwnLab lab = new OwnLab(platform, ITEM);
        lab.openCases(2, ITEM, "TESTING");
        String id = open(lab);
        explain(lab, id);
        decide(id, "SUSPEND", Map.of("items", List.of(ITEM)));
        answer(lab, id, "APPEAL");
        assertThat(ask(lab, ITEM).allowed()).isFalse();
        assertThat(actions(id)).contains("breach.suspended").doesNotContain("breach.lifted");
        submit(OwnLab.stationAdmin(), id, Map.of("ruling", "REVERSE", "reason", "证书当日已经续期"));
        assertThat(actions(id)).contains("breach.lifted");
        assertThat(ask(lab, ITEM).allowed()).isTrue();
        assertThat(held(lab)).isZero();
        assertThat(as(OwnLab.stationAdmin(), () -> breaches.find(id)).outcome()).isEqualTo("REVERSED");
        // What was reversed does not count against the laboratory.
        assertThat(as(OwnLab.supervisor(), () -> breaches.find(open(lab))).repeats())
                .isZero();
    }

    /** What the diagram says of who may is not all there is: a diagram can be changed. */
    @Test
    void theStationDecidesAndTheLaboratoryAnswers() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String id = open(lab);
        BreachHandling handling = platform.getBean(BreachHandling.class);
        assertThatThrownBy(() -> as(lab.admin(), () -> handling.decide(id, new FormValues(Map.of()))))
                .hasMessage("breach.station.only");
        assertThatThrownBy(() -> as(lab.admin(), () -> handling.check(id, new FormValues(Map.of()))))
                .hasMessage("breach.station.only");
        assertThatThrownBy(() -> as(OwnLab.supervisor(), () -> handling.answer(id, new FormValues(Map.of()))))
                .hasMessage("breach.lab.only");
    }

    @Test
    @Clause("8.3.1")
    void whoDecidedDoesNotJudgeTheAppeal() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String id = open(lab);
        explain(lab, id);
        decide(id, "WARN", Map.of());
        answer(lab, id, "APPEAL");
        Person promoted = new Person("supervisor", "杨国栋", Set.of("station/supervisor", "station/stationadmin"));
        for (String ruling : List.of("UPHOLD", "REVERSE")) {
            assertThatThrownBy(() -> submit(promoted, id, Map.of("ruling", ruling, "reason", "证据充分")))
                    .hasMessage("breach.appeal.samePerson");
        }
        submit(OwnLab.stationAdmin(), id, Map.of("ruling", "UPHOLD", "reason", "证据充分"));
    }

    @Test
    void anAppealAfterItsLimitIsRefusedByTheServersClock() {
        OwnLab lab = new OwnLab(platform, ITEM);
        String id = open(lab);
        explain(lab, id);
        decide(id, "CORRECT", Map.of());
        try (var later = clock.advance(Duration.ofDays(30))) {
            assertThatThrownBy(() -> answer(lab, id, "APPEAL"))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("breach.appeal.late");
        }
        assertThat(task(id).key()).isEqualTo("answerDecision");
    }

    @Test
    void repeatedBreachesMayNotBeTreatedLighterAndAreReported() {
        OwnLab lab = new OwnLab(platform, ITEM);
        for (String decision : List.of("WARN", "WARN")) {
            String id = open(lab);
            explain(lab, id);
            decide(id, decision, Map.of());
            answer(lab, id, "ACCEPT");
        }
        String third = open(lab);
        BreachView breach = as(OwnLab.supervisor(), () -> breaches.find(third));
        assertThat(breach.repeats()).isEqualTo(2);
        assertThat(breach.minimum()).isEqualTo(BreachSanction.CORRECT);
        explain(lab, third);
        assertThatThrownBy(() -> decide(third, "WARN", Map.of()))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("breach.decide.tooLight");
        decide(third, "CORRECT", Map.of());
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM notice WHERE notice_key LIKE ?",
                        Long.class,
                        "breach:" + third + ":repeated:station/stationadmin%"))
                .isOne();
    }

    @Test
    void anotherLaboratoryDoesNotSeeIt() throws Exception {
        OwnLab lab = new OwnLab(platform, ITEM);
        String id = open(lab);
        BreachView breach = as(OwnLab.supervisor(), () -> breaches.find(id));
        web.perform(get("/breaches/" + id).with(As.signedIn("labadmin"))).andExpect(status().isNotFound());
        web.perform(get("/cases/" + id + "/ledger").with(As.signedIn("labadmin")))
                .andExpect(status().isNotFound());
        web.perform(get("/breaches").param("q", breach.breachNo()).with(As.signedIn("labadmin")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(id))));
        web.perform(get("/breaches/" + id).with(signedIn(lab.admin())))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(breach.breachNo())));
        web.perform(get("/breaches").param("q", breach.breachNo()).with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/breaches/" + id)));
        web.perform(get("/cases/" + id).with(As.signedIn("supervisor"))).andExpect(status().isFound());
    }

    @Test
    void evidenceIsHandedInByTheLaboratoryAndReadByTheStation() throws Exception {
        OwnLab lab = new OwnLab(platform, ITEM);
        String id = open(lab);
        byte[] pdf = "%PDF-1.7 受理通知书".getBytes(StandardCharsets.UTF_8);
        web.perform(upload(id, pdf, lab.admin())).andExpect(status().is3xxRedirection());
        web.perform(upload(id, "MZ program".getBytes(StandardCharsets.UTF_8), lab.admin()))
                .andExpect(status().is4xxClientError());
        web.perform(upload(id, pdf, OwnLab.supervisor())).andExpect(status().is4xxClientError());
        web.perform(upload(id, pdf, As.whoIs("labadmin"))).andExpect(status().isNotFound());
        String paper =
                sql.queryForObject("SELECT id FROM qualification_breach_paper WHERE breach_id = ?", String.class, id);
        web.perform(get("/breaches/" + id + "/papers/" + paper).with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(pdf));
        web.perform(get("/breaches/" + id + "/papers/" + paper).with(As.signedIn("labadmin")))
                .andExpect(status().isNotFound());
        assertThat(actions(id)).contains("breach.paper");
    }

    private static RequestBuilder upload(String id, byte[] content, Person person) {
        return multipart("/breaches/" + id + "/papers")
                .file(new MockMultipartFile("file", "../受理通知书.pdf", "application/pdf", content))
                .with(csrf())
                .with(signedIn(person));
    }

    private String open(OwnLab lab) {
        return opening.open(new FoundBreach(
                        lab.code(), GateRule.LAB_SCOPE, ITEM, ITEM, "超范围", FoundBreach.Origin.SWEEP, null))
                .orElseThrow();
    }

    private void explain(OwnLab lab, String id) {
        submit(lab.admin(), id, Map.of("explanation", "续证手续在办"));
    }

    private void decide(String id, String decision, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("decision", decision);
        form.put("reason", "违反管理办法");
        submit(OwnLab.supervisor(), id, form);
    }

    private void answer(OwnLab lab, String id, String answer) {
        submit(
                lab.admin(),
                id,
                answer.equals("APPEAL") ? Map.of("answer", answer, "reason", "证书有效") : Map.of("answer", answer));
    }

    private void correct(OwnLab lab, String id) {
        submit(lab.admin(), id, Map.of("correction", "已续证，并设专人提前提醒"));
    }

    private void submit(Person person, String id, Map<String, Object> form) {
        OpenTask task = task(id);
        As.person(person, null, () -> processes.complete(task.id(), form));
    }

    private OpenTask task(String id) {
        List<OpenTask> open = processes.openTasks(List.of(id));
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private GateAnswer ask(OwnLab lab, String item) {
        return gate.ask(GateQuestion.at(GatePoint.RUN, null, item, TODAY).lab(lab.code()));
    }

    private long held(OwnLab lab) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM commission_case WHERE lab_code = ? AND held_reason IS NOT NULL",
                Long.class,
                lab.code());
    }

    private List<String> actions(String caseId) {
        return ledger.ofCase(caseId, 0, 100).items().stream()
                .map(LedgerLine::action)
                .toList();
    }

    private List<BreachView> of(OwnLab lab) {
        return as(OwnLab.supervisor(), () -> breaches.list(new Breaches.Filter("", "", "", lab.code()), 0, 50)
                .items());
    }

    private void inTransaction(Runnable work) {
        As.person("receiver", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    private static <T> T as(Person person, Supplier<T> work) {
        var found = new AtomicReference<T>();
        As.person(person, null, () -> found.set(work.get()));
        return found.get();
    }

    private static RequestPostProcessor signedIn(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(new PersonAuthentication(person));
    }
}
