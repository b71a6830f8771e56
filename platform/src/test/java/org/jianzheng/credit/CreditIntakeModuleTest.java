package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.jianzheng.breach.BreachDecided;
import org.jianzheng.nonconformity.loop.LoopOverdue;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Which recorded events cost points, and what becomes of those when a decision is taken anew. Each test has a laboratory of its own. */
@PlatformTest
@Clause("5.3.4")
class CreditIntakeModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Credit credit;

    @Autowired
    CreditEntries entries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    private CreditLab lab;

    @BeforeEach
    void itIsMonday() {
        lab = new CreditLab(platform);
        clock.at(CreditLab.MONDAY);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void aDecidedBreachBecomesAnEntryWithTheTablesPointsAndTheLabIsTold() {
        lab.decided("LAB_SCOPE", "CORRECT");

        CreditEntryView entry = lab.entry();
        assertThat(entry.state()).isEqualTo(CreditEntryState.NOTIFIED);
        assertThat(entry.rule().points()).isEqualByComparingTo("6");
        assertThat(entry.rule().cap()).isEqualByComparingTo("30");
        assertThat(entry.rule().category()).isEqualTo("ABILITY");
        assertThat(entry.event().link()).isEqualTo("/breaches/" + lab.breachId());
        assertThat(entry.appeal().appealUntil())
                .as("24:00 of the tenth working day")
                .isEqualTo("2026-03-16T16:00:00Z");
        assertThat(lab.noticesTo(lab.path()))
                .containsExactly("信用记分告知：" + entry.rule().title());
        assertThat(lab.points(lab.today())).isEqualTo("100");
        assertThat(lab.actions(entry.id())).containsExactlyInAnyOrder("credit.recorded", "credit.notified");
    }

    @Test
    void theSameEventToldAgainIsRecordedOnce() {
        var event = new BreachDecided(lab.breachId(), lab.code(), "LAB_SCOPE", "CORRECT", clock.instant());
        lab.published("supervisor", event);
        lab.published("supervisor", event);

        assertThat(lab.entries()).hasSize(1);
    }

    @Test
    void anEntryIsThereOnlyWithItsEvent() {
        assertThatThrownBy(() -> As.person(
                        "supervisor",
                        () -> transaction.executeWithoutResult(status -> {
                            events.publishEvent(new BreachDecided(
                                    lab.breachId(), lab.code(), "LAB_SCOPE", "CORRECT", clock.instant()));
                            throw new IllegalStateException("taken back");
                        })))
                .hasMessage("taken back");

        assertThat(lab.entries()).isEmpty();
    }

    @Test
    void whatTheTableDoesNotNameCostsNothing() {
        lab.decided("LAB_SCOPE", "DISMISS");

        assertThat(lab.entries()).isEmpty();
    }

    @Test
    void whoeverIsWaitedForPaysAndNotTheLaboratoryThatFoundTheFailure() {
        String contractor = "contractors/" + lab.code();
        var overdue =
                new LoopOverdue("L-" + lab.code(), "case", lab.code(), "reportCompletion", contractor, clock.instant());
        lab.published("supervisor", overdue);
        lab.published(
                "supervisor",
                new LoopOverdue("L-" + lab.code(), "case", lab.code(), "closeLoop", "station", clock.instant()));

        assertThat(entries.findByHouseOrderByRecordedAtDesc(contractor))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sanction().code()).isEqualTo("XW-12");
                    assertThat(entry.house().desk()).isEqualTo(contractor + "/sampler");
                });
        assertThat(lab.entries()).isEmpty();
        assertThat(entries.findByHouseOrderByRecordedAtDesc("station")).isEmpty();
    }

    @Test
    void aDecisionTakenAnewReplacesTheEntryOfTheEarlierOne() {
        lab.decided("LAB_SCOPE", "SUSPEND");
        lab.complete(lab.head(), CreditLab.ACCEPT);
        LocalDate before = lab.today();
        assertThat(lab.points(before)).isEqualTo("85");

        clock.advance(Duration.ofDays(5));
        lab.decided("LAB_SCOPE", "WARN");

        assertThat(lab.points(lab.today()))
                .as("nothing counts until the new entry does")
                .isEqualTo("100");
        assertThat(lab.points(before)).as("what counted then counted then").isEqualTo("85");
        lab.complete(lab.head(), CreditLab.ACCEPT);
        assertThat(lab.points(lab.today())).isEqualTo("97");
        assertThat(lab.entries())
                .extracting(CreditEntry::state)
                .containsExactly(CreditEntryState.EFFECTIVE, CreditEntryState.DISMISSED);
    }

    @Test
    void aBreachDismissedAfterAllTakesItsEntryBackAndEndsItsProcess() {
        lab.decided("LAB_SCOPE", "CORRECT");
        clock.advance(Duration.ofHours(1));
        lab.decided("LAB_SCOPE", "DISMISS");

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.DISMISSED);
        CreditLab.assertRefused("credit.entry.otherState.DISMISSED", () -> lab.complete(lab.head(), CreditLab.ACCEPT));
        lab.fireTimer();
        assertThat(lab.openTasks()).isEmpty();
    }

    @Test
    void aBreachDismissedBeforeTheHouseIsToldNeverReachesIt() {
        As.person(
                "supervisor",
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(
                            new BreachDecided(lab.breachId(), lab.code(), "LAB_SCOPE", "CORRECT", clock.instant()));
                    events.publishEvent(new BreachDecided(
                            lab.breachId(),
                            lab.code(),
                            "LAB_SCOPE",
                            "DISMISS",
                            clock.instant().plusSeconds(1)));
                }));
        lab.goOn();

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.DISMISSED);
        assertThat(lab.noticesTo(lab.path())).isEmpty();
        assertThat(lab.openTasks()).isEmpty();
    }

    @Test
    void anOldDecisionToldAgainDoesNotTouchALaterOne() {
        var first = new BreachDecided(lab.breachId(), lab.code(), "LAB_SCOPE", "DISMISS", clock.instant());
        lab.published("supervisor", first);
        clock.advance(Duration.ofHours(1));
        lab.decided("LAB_SCOPE", "CORRECT");
        lab.published("supervisor", first);

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.NOTIFIED);
    }
}
