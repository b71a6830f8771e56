package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.LoopOverdue;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.loop.LoopView;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What happens when a house lets its receipt of a failing report lie, and when two act on it at one moment. */
@PlatformTest
@RecordApplicationEvents
class DeadlinesModuleTest {

    private static final DemoTest WEAK = DemoTest.CONCRETE.measuring(DemoTest.concrete("500.0", "510.0", "505.0"));
    private static final Person COLLEAGUE = new Person("sampler.b", "许立", Set.of("contractors/SJ1/sampler"));
    private static final String LATE = "supervision/HC";

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private LoopFollowup followup;

    @Autowired
    private Processes processes;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MessageSource messages;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ApplicationEvents events;

    private CaseDriver driver;
    private String caseId;
    private String no;

    @BeforeEach
    void aReportHasFailedAndTheHousesAreCalled() {
        driver = new CaseDriver(platform);
        caseId = driver.finish(WEAK);
        no = loop().reportNo();
        assertThat(loop().state()).isEqualTo(LoopState.NOTIFIED);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    @Clause("5.3.5")
    void aHouseIsRemindedThenListedAsOverdueThenHeldToAccountAndEachOnce() {
        submit("commissioner", "confirmDeveloper");
        submit("sampler", "confirmContractor");
        Instant due = loop().dueAt();
        assertThat(loop().waitingFor()).containsExactly(LATE);

        lookAt(due.minus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(told("即将到期")).isEmpty();
        lookAt(due.minus(Duration.ofHours(24)));
        lookAt(due.minus(Duration.ofHours(23)));
        assertThat(told("即将到期")).containsExactly(LATE);

        lookAt(due.minusMillis(1));
        assertThat(told("已逾期")).isEmpty();
        assertThat(timer()).as("looked at again the moment it falls due").isEqualTo(due);
        lookAt(due);
        lookAt(due.plusSeconds(1));
        assertThat(told("已逾期")).containsExactlyInAnyOrder(LATE, "station");
        assertThat(actions()).containsOnlyOnce("loop.overdue");
        assertThat(As.person("supervisor", () -> nonconformity.board()).overdue())
                .isPositive();

        lookAt(due.plus(Duration.ofDays(3)));
        assertThat(escalated()).isEmpty();
        lookAt(due.plus(Duration.ofDays(3)).plusSeconds(1));
        lookAt(due.plus(Duration.ofDays(4)));
        lookAt(due.plus(Duration.ofDays(9)));
        assertThat(escalated()).singleElement().satisfies(overdue -> {
            assertThat(overdue.step()).isEqualTo("confirmSupervision");
            assertThat(overdue.waitingFor()).isEqualTo(LATE);
        });
        assertThat(actions()).containsOnlyOnce("loop.escalated");
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM credit_entry WHERE event_key LIKE ?", Integer.class, "loop:" + no + ":%"))
                .as("one credit entry, with the house that was waited for")
                .isEqualTo(1);
        assertThat(loop().state()).isEqualTo(LoopState.NOTIFIED);
    }

    @Test
    void whatIsDoneInTimeIsNeitherRemindedOfNorOverdue() {
        submit("commissioner", "confirmDeveloper");
        submit("sampler", "confirmContractor");
        Instant due = loop().dueAt();
        submit("witness", "confirmSupervision");
        assertThat(loop().dueAt()).isAfter(due);

        lookAt(due.plusSeconds(1));

        assertThat(told("已逾期")).isEmpty();
        assertThat(actions()).doesNotContain("loop.overdue");
    }

    @Test
    void ofTwoPeopleOfAHouseOneConfirmsAndTheOtherIsTold() throws Exception {
        OpenTask task = task("confirmContractor");
        CaseDriver.Submission typed = new CaseDriver.Submission("sampler", task, Map.of());

        List<RuleBroken> refused = AtOnce.all(List.of(
                        refusal(() -> driver.submit(typed)),
                        refusal(() -> As.person(
                                COLLEAGUE, null, () -> processes.complete(task.id(), Map.<String, Object>of())))))
                .stream()
                .filter(Objects::nonNull)
                .toList();

        assertThat(refused).hasSize(1);
        assertThat(messages.getMessage(refused.get(0).code(), refused.get(0).arguments(), Locale.SIMPLIFIED_CHINESE))
                .contains("请刷新任务列表");
        assertThat(actions()).containsOnlyOnce("loop.acknowledged");
        assertThat(keys()).containsExactlyInAnyOrder("confirmDeveloper", "confirmSupervision");
    }

    @Test
    void whatPeopleReadOfALimitIsTheDayItEndsWith() {
        Instant due = loop().dueAt();
        assertThat(due.atZone(CityTime.ZONE).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        String day = due.atZone(CityTime.ZONE).toLocalDate().minusDays(1) + " 24:00";

        assertThat(followup.sheet(no).get("due")).isEqualTo(day);
        clock.at(due.minus(Duration.ofHours(1)));
        As.person("supervisor", () -> nonconformity.press(List.of(no)));
        assertThat(sql.queryForList(
                        "SELECT body FROM notice WHERE notice_key LIKE ?", String.class, "loop:" + no + ":pressed%"))
                .isNotEmpty()
                .allMatch(text -> text.contains(day));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task("confirmContractor").id())
                        .singleResult()
                        .getDueDate())
                .as("as Tasklist shows it")
                .isEqualTo(Date.from(due.minusSeconds(1)));
    }

    @RepeatedTest(5)
    @Clause("5.3.5")
    void threeHousesThatConfirmAtOneMomentAreAllHeardAndThePlanIsAskedForOnce() throws Exception {
        List<RuleBroken> refused = AtOnce.all(List.of(
                refusal(() -> submit("commissioner", "confirmDeveloper")),
                refusal(() -> submit("sampler", "confirmContractor")),
                refusal(() -> submit("witness", "confirmSupervision"))));

        assertThat(refused).as("nobody is asked to send it again").containsOnlyNulls();

        assertThat(actions().stream().filter("loop.acknowledged"::equals)).hasSize(3);
        assertThat(keys()).containsExactly("planTreatment");
        assertThat(loop().state()).isEqualTo(LoopState.PLANNING);
    }

    /** The watch's timer fires at that moment, and writes its next one. */
    private void lookAt(Instant moment) {
        clock.at(moment);
        engine.getManagementService().executeJob(watch().getId());
    }

    private Instant timer() {
        return watch().getDuedate().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Job watch() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(sql.queryForObject(
                        "SELECT process FROM nonconformity_loop WHERE report_no = ?", String.class, no))
                .activityId("watchAt")
                .singleResult();
    }

    private List<LoopOverdue> escalated() {
        return events.stream(LoopOverdue.class)
                .filter(overdue -> overdue.loopId().equals(no))
                .toList();
    }

    private List<String> told(String title) {
        return sql.queryForList(
                "SELECT recipient FROM notice WHERE link = ? AND title LIKE ?",
                String.class,
                "/nonconformities/" + no,
                title + "%");
    }

    private List<String> actions() {
        return ledger.ofCase(caseId, 0, 1000).items().stream()
                .map(LedgerLine::action)
                .toList();
    }

    private LoopView loop() {
        return As.person("supervisor", () -> nonconformity.ofCase(caseId)).get(0);
    }

    private List<String> keys() {
        return processes.openTasks(List.of(caseId)).stream().map(OpenTask::key).toList();
    }

    private OpenTask task(String key) {
        return processes.openTasks(List.of(caseId)).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void submit(String person, String key) {
        driver.submit(new CaseDriver.Submission(person, task(key), Map.of()));
    }

    private static Callable<RuleBroken> refusal(Runnable work) {
        return () -> {
            try {
                work.run();
                return null;
            } catch (RuleBroken refused) {
                return refused;
            }
        };
    }
}
