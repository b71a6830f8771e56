package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.LoopOverdue;
import org.jianzheng.qualification.BreachDecided;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.OpenTask;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From a recorded event to points that count, and to the day they no longer do. Each test has a laboratory of its own. */
@PlatformTest
@Clause("5.3.4")
class CreditModuleTest {

    /** A Monday without holidays for weeks. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
    private static final Map<String, Object> APPEAL = Map.of("decision", "APPEAL", "reason", "该项参数资质在事发当日有效");

    @Autowired
    Credit credit;

    @Autowired
    CreditEntries entries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    @Autowired
    MockMvc web;

    private final String labCode = "CR" + UUID.randomUUID().toString().substring(0, 6);
    private final String house = "labs/" + labCode;
    private final Person head = new Person("head-" + labCode, "沈立群", Set.of(house + "/labadmin"));
    private final String breachId = UUID.randomUUID().toString();

    @BeforeEach
    void itIsMonday() {
        clock.at(MONDAY);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void aDecidedBreachBecomesAnEntryWithTheTablesPointsAndTheLabIsTold() {
        decided("LAB_SCOPE", "CORRECT");

        EntryView entry = entry();
        assertThat(entry.state()).isEqualTo(EntryState.NOTIFIED);
        assertThat(entry.points()).isEqualByComparingTo("6");
        assertThat(entry.cap()).isEqualByComparingTo("30");
        assertThat(entry.category()).isEqualTo("ABILITY");
        assertThat(entry.link()).isEqualTo("/breaches/" + breachId);
        assertThat(entry.appealUntil()).as("24:00 of the tenth working day").isEqualTo("2026-03-16T16:00:00Z");
        assertThat(noticesTo(house)).containsExactly("信用记分告知：" + entry.title());
        assertThat(points(today())).isEqualTo("100");
        assertThat(actions(entry.id())).containsExactlyInAnyOrder("credit.recorded", "credit.notified");
    }

    @Test
    void theSameEventToldAgainIsRecordedOnce() {
        var event = new BreachDecided(breachId, labCode, "LAB_SCOPE", "CORRECT", clock.instant());
        published("supervisor", event);
        published("supervisor", event);

        assertThat(entries.findByHouseOrderByRecordedAtDesc(house)).hasSize(1);
    }

    @Test
    void anEntryIsThereOnlyWithItsEvent() {
        assertThatThrownBy(() -> As.person(
                        "supervisor",
                        () -> transaction.executeWithoutResult(status -> {
                            events.publishEvent(
                                    new BreachDecided(breachId, labCode, "LAB_SCOPE", "CORRECT", clock.instant()));
                            throw new IllegalStateException("taken back");
                        })))
                .hasMessage("taken back");

        assertThat(entries.findByHouseOrderByRecordedAtDesc(house)).isEmpty();
    }

    @Test
    void whatTheTableDoesNotNameCostsNothing() {
        decided("LAB_SCOPE", "DISMISS");

        assertThat(entries.findByHouseOrderByRecordedAtDesc(house)).isEmpty();
    }

    @Test
    void whoeverIsWaitedForPaysAndNotTheLaboratoryThatFoundTheFailure() {
        String contractor = "contractors/" + labCode;
        var overdue = new LoopOverdue("L-" + labCode, "case", labCode, "reportCompletion", contractor, clock.instant());
        published("supervisor", overdue);
        published(
                "supervisor",
                new LoopOverdue("L-" + labCode, "case", labCode, "closeLoop", "station", clock.instant()));

        assertThat(entries.findByHouseOrderByRecordedAtDesc(contractor))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sanction().code()).isEqualTo("XW-12");
                    assertThat(entry.house().desk()).isEqualTo(contractor + "/sampler");
                });
        assertThat(entries.findByHouseOrderByRecordedAtDesc(house)).isEmpty();
        assertThat(entries.findByHouseOrderByRecordedAtDesc("station")).isEmpty();
    }

    @Test
    void whatTheHouseAcceptsCountsFromThatDayUntilTheDayItsTermEnds() {
        decided("LAB_SCOPE", "CORRECT");
        complete(head, ACCEPT);

        assertThat(points(today().minusDays(1))).isEqualTo("100");
        assertThat(points(today())).isEqualTo("94");
        LocalDate lastDay = LocalDate.parse("2027-03-01");
        assertThat(points(lastDay)).isEqualTo("94");
        assertThat(points(lastDay.plusDays(1))).isEqualTo("100");

        clock.at(Instant.parse("2027-03-01T15:59:59Z"));
        assertThatThrownBy(this::fireTimer).hasStackTraceContaining("credit.entry.notDue");
        clock.at(Instant.parse("2027-03-01T16:00:00Z"));
        fireTimer();
        assertThat(entry().state()).isEqualTo(EntryState.EXPIRED);
        assertThat(points(lastDay)).as("the past stays as it was").isEqualTo("94");
        assertThat(actions(entry().id())).contains("credit.accepted", "credit.expired");
    }

    @Test
    void silenceMakesItCountFromTheEndOfTheTermHoweverLateTheTimerFires() {
        decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T15:59:59Z"));
        assertThatThrownBy(this::fireTimer).hasStackTraceContaining("credit.entry.notDue");
        assertThat(entry().state()).isEqualTo(EntryState.NOTIFIED);

        clock.at(Instant.parse("2026-03-19T03:00:00Z"));
        fireTimer();

        assertThat(entry().state()).isEqualTo(EntryState.EFFECTIVE);
        assertThat(entry().effectiveOn()).isEqualTo("2026-03-17");
    }

    @Test
    void anAppealInTimeIsHeardBySomebodyElseAndMayReverseTheEntry() {
        decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T15:59:59Z"));
        complete(head, APPEAL);
        assertThat(entry().state()).isEqualTo(EntryState.APPEALED);
        assertThat(noticesTo("station")).anyMatch(title -> title.contains(labCode));

        var granted = Map.<String, Object>of("decision", "DISMISS", "reason", "资质证书附表列有该参数");
        assertRefused("credit.decide.ownDecision", () -> complete(As.whoIs("supervisor"), granted));
        complete(As.whoIs("stationadmin"), granted);

        assertThat(entry().state()).isEqualTo(EntryState.DISMISSED);
        assertThat(points(today())).isEqualTo("100");
        assertThat(noticesTo(house)).contains("信用记分申诉决定：不予记入");
        assertThat(actions(entry().id())).contains("credit.appealed", "credit.reversed");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void anAppealTurnedDownCountsFromTheDecision() {
        decided("LAB_SCOPE", "CORRECT");
        complete(head, APPEAL);
        clock.advance(Duration.ofDays(3));
        complete(As.whoIs("stationadmin"), Map.of("decision", "UPHOLD", "reason", "附表未列该参数"));

        assertThat(entry().effectiveOn()).isEqualTo(today());
        assertThat(points(today().minusDays(1))).isEqualTo("100");
        assertThat(points(today())).isEqualTo("94");
    }

    @Test
    void anAppealAfterTheTermIsRefusedThoughTheTimerIsLate() {
        decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T16:00:00Z"));

        assertRefused("credit.appeal.late", () -> complete(head, APPEAL));
    }

    @Test
    void anAppealThatTheStationDoesNotDecideInTimeIsTakenToBeRight() {
        decided("LAB_SCOPE", "CORRECT");
        complete(head, APPEAL);
        clock.at(entry().decideUntil());
        fireTimer();

        assertThat(entry().state()).isEqualTo(EntryState.DISMISSED);
        assertThat(entry().dismissedBecause()).isEqualTo(CreditEntry.LAPSED);
    }

    @Test
    void onlyTheHouseConcernedMayAnswer() {
        decided("LAB_SCOPE", "CORRECT");
        var tester = new Person("tester-" + labCode, "检测员", Set.of(house + "/tester"));

        assertThat(catchThrowable(() -> complete(tester, ACCEPT))).isInstanceOf(RuleBroken.class);
        assertThat(catchThrowable(() -> complete(As.whoIs("supervisor"), ACCEPT)))
                .isInstanceOf(RuleBroken.class);
        assertThat(entry().state()).isEqualTo(EntryState.NOTIFIED);
    }

    @Test
    void aDecisionTakenAnewReplacesTheEntryOfTheEarlierOne() {
        decided("LAB_SCOPE", "SUSPEND");
        complete(head, ACCEPT);
        LocalDate before = today();
        assertThat(points(before)).isEqualTo("85");

        clock.advance(Duration.ofDays(5));
        decided("LAB_SCOPE", "WARN");

        assertThat(points(today()))
                .as("nothing counts until the new entry does")
                .isEqualTo("100");
        assertThat(points(before)).as("what counted then counted then").isEqualTo("85");
        complete(head, ACCEPT);
        assertThat(points(today())).isEqualTo("97");
        assertThat(entries.findByHouseOrderByRecordedAtDesc(house))
                .extracting(CreditEntry::state)
                .containsExactly(EntryState.EFFECTIVE, EntryState.DISMISSED);
    }

    @Test
    void aBreachDismissedAfterAllTakesItsEntryBackAndEndsItsProcess() {
        decided("LAB_SCOPE", "CORRECT");
        clock.advance(Duration.ofHours(1));
        decided("LAB_SCOPE", "DISMISS");

        assertThat(entry().state()).isEqualTo(EntryState.DISMISSED);
        assertRefused("credit.entry.otherState.DISMISSED", () -> complete(head, ACCEPT));
        fireTimer();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void aBreachDismissedBeforeTheHouseIsToldNeverReachesIt() {
        As.person(
                "supervisor",
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new BreachDecided(breachId, labCode, "LAB_SCOPE", "CORRECT", clock.instant()));
                    events.publishEvent(new BreachDecided(
                            breachId,
                            labCode,
                            "LAB_SCOPE",
                            "DISMISS",
                            clock.instant().plusSeconds(1)));
                }));
        new OwnSteps(engine).finish(entry().id());

        assertThat(entry().state()).isEqualTo(EntryState.DISMISSED);
        assertThat(noticesTo(house)).isEmpty();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void anOldDecisionToldAgainDoesNotTouchALaterOne() {
        var first = new BreachDecided(breachId, labCode, "LAB_SCOPE", "DISMISS", clock.instant());
        published("supervisor", first);
        clock.advance(Duration.ofHours(1));
        decided("LAB_SCOPE", "CORRECT");
        published("supervisor", first);

        assertThat(entry().state()).isEqualTo(EntryState.NOTIFIED);
    }

    @Test
    void pointsCannotBeTyped() {
        decided("LAB_SCOPE", "CORRECT");

        Throwable refused =
                catchThrowable(() -> complete(head, Map.of("decision", "ACCEPT", "points", "0", "state", "DISMISSED")));

        assertThat(refused).isInstanceOf(RuleBroken.class);
        assertThat(entry().points()).isEqualByComparingTo("6");
    }

    @Test
    void aVetoHoldsTheGradeDown() {
        decided("FALSE_REPORT", "CORRECT");
        complete(head, ACCEPT);

        ScoreView score = As.person("supervisor", () -> credit.score(house, today()));
        assertThat(score.grade()).isEqualTo("D");
        assertThat(score.veto().entry().code()).isEqualTo("JL-01");
    }

    @Test
    @Clause("5.4.3")
    void aHouseSeesItsOwnCreditAndTheStationEverybodys() throws Exception {
        decided("LAB_SCOPE", "CORRECT");
        complete(head, ACCEPT);
        String id = entry().id();

        web.perform(get("/credit/" + house).with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(entry().title())))
                .andExpect(content().string(containsString("/breaches/" + breachId)));
        web.perform(get("/credit/" + labCode).with(As.signedIn("supervisor"))).andExpect(status().isOk());
        web.perform(get("/credit/entries/" + id).with(As.signedIn("supervisor")))
                .andExpect(status().isOk());
        web.perform(get("/cases/" + id).with(As.signedIn("supervisor")))
                .andExpect(redirectedUrl("/credit/entries/" + id));
        for (String stranger : List.of("labadmin", "tester2", "commissioner", "admin")) {
            web.perform(get("/credit/" + house).with(As.signedIn(stranger))).andExpect(status().isNotFound());
            web.perform(get("/credit/entries/" + id).with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
            web.perform(get("/cases/" + id + "/ledger").with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/credit").with(As.signedIn("labadmin"))).andExpect(redirectedUrl("/credit/labs/BJ01"));
        web.perform(get("/credit").param("q", labCode).with(As.signedIn("stationadmin")))
                .andExpect(content().string(containsString(house)));
        web.perform(get("/credit/" + house).param("day", "not-a-day").with(As.signedIn("supervisor")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void anybodyMayReadTheGradesOfLaboratoriesAndNothingElse() throws Exception {
        web.perform(get("/public/credit"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("BJ01")))
                .andExpect(content().string(not(containsString("沈立群"))));
        web.perform(get("/credit")).andExpect(status().is3xxRedirection());
    }

    private void decided(String rule, String decision) {
        published("supervisor", new BreachDecided(breachId, labCode, rule, decision, clock.instant()));
    }

    private void published(String person, Object event) {
        As.person(person, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
        sql.queryForList("SELECT id FROM credit_entry WHERE house LIKE ?", String.class, "%/" + labCode)
                .forEach(new OwnSteps(engine)::finish);
    }

    /** The newest of the laboratory. */
    private EntryView entry() {
        String id = entries.findByHouseOrderByRecordedAtDesc(house).get(0).id();
        return As.person("supervisor", () -> credit.find(id));
    }

    private void complete(Person person, Map<String, Object> form) {
        String task = openTasks().get(0).id();
        As.person(person, null, () -> processes.complete(task, form));
    }

    private List<OpenTask> openTasks() {
        return processes.openTasks(List.of(entry().id()));
    }

    private void fireTimer() {
        String id = entry().id();
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(entries.findById(id).orElseThrow().process())
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    private String points(LocalDate day) {
        return As.person("supervisor", () -> credit.score(house, day)).points();
    }

    private LocalDate today() {
        return CityTime.today(clock);
    }

    private List<String> noticesTo(String to) {
        return sql.queryForList(
                "SELECT title FROM notice WHERE recipient = ? AND case_id = ? ORDER BY sent_at",
                String.class,
                to,
                entry().id());
    }

    private List<String> actions(String id) {
        return ledger.ofCase(id, 0, 50).items().stream().map(LedgerLine::action).toList();
    }

    private static void assertRefused(String code, Runnable work) {
        assertThat(catchThrowable(work::run))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
