package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the notice to points that count, or do not, and to the day they no longer do. Each test has a laboratory of its own. */
@PlatformTest
@Clause("5.3.4")
class EntryProceedingsModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Credit credit;

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
    void whatTheHouseAcceptsCountsFromThatDayUntilTheDayItsTermEnds() {
        lab.decided("LAB_SCOPE", "CORRECT");
        lab.complete(lab.head(), CreditLab.ACCEPT);

        assertThat(lab.points(lab.today().minusDays(1))).isEqualTo("100");
        assertThat(lab.points(lab.today())).isEqualTo("94");
        LocalDate lastDay = LocalDate.parse("2027-03-01");
        assertThat(lab.points(lastDay)).isEqualTo("94");
        assertThat(lab.points(lastDay.plusDays(1))).isEqualTo("100");

        clock.at(Instant.parse("2027-03-01T15:59:59Z"));
        assertThatThrownBy(lab::fireTimer).hasStackTraceContaining("credit.entry.notDue");
        clock.at(Instant.parse("2027-03-01T16:00:00Z"));
        lab.fireTimer();
        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.EXPIRED);
        assertThat(lab.points(lastDay)).as("the past stays as it was").isEqualTo("94");
        assertThat(lab.actions(lab.entry().id())).contains("credit.accepted", "credit.expired");
    }

    @Test
    void silenceMakesItCountFromTheEndOfTheTermHoweverLateTheTimerFires() {
        lab.decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T15:59:59Z"));
        assertThatThrownBy(lab::fireTimer).hasStackTraceContaining("credit.entry.notDue");
        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.NOTIFIED);

        clock.at(Instant.parse("2026-03-19T03:00:00Z"));
        lab.fireTimer();

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.EFFECTIVE);
        assertThat(lab.entry().term().effectiveOn()).isEqualTo("2026-03-17");
    }

    @Test
    void anAppealInTimeIsHeardBySomebodyElseAndMayReverseTheEntry() {
        lab.decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T15:59:59Z"));
        lab.complete(lab.head(), CreditLab.APPEAL);
        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.APPEALED);
        assertThat(lab.noticesTo("station")).anyMatch(title -> title.contains(lab.code()));

        var granted = Map.<String, Object>of("decision", "DISMISS", "reason", "资质证书附表列有该参数");
        CreditLab.assertRefused("credit.decide.ownDecision", () -> lab.complete(As.whoIs("supervisor"), granted));
        lab.complete(As.whoIs("stationadmin"), granted);

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.DISMISSED);
        assertThat(lab.points(lab.today())).isEqualTo("100");
        assertThat(lab.noticesTo(lab.path())).contains("信用记分申诉决定：不予记入");
        assertThat(lab.actions(lab.entry().id())).contains("credit.appealed", "credit.reversed");
        assertThat(lab.openTasks()).isEmpty();
    }

    @Test
    void anAppealTurnedDownCountsFromTheDecision() {
        lab.decided("LAB_SCOPE", "CORRECT");
        lab.complete(lab.head(), CreditLab.APPEAL);
        clock.advance(Duration.ofDays(3));
        lab.complete(As.whoIs("stationadmin"), Map.of("decision", "UPHOLD", "reason", "附表未列该参数"));

        assertThat(lab.entry().term().effectiveOn()).isEqualTo(lab.today());
        assertThat(lab.points(lab.today().minusDays(1))).isEqualTo("100");
        assertThat(lab.points(lab.today())).isEqualTo("94");
    }

    @Test
    void anAppealAfterTheTermIsRefusedThoughTheTimerIsLate() {
        lab.decided("LAB_SCOPE", "CORRECT");
        clock.at(Instant.parse("2026-03-16T16:00:00Z"));

        CreditLab.assertRefused("credit.appeal.late", () -> lab.complete(lab.head(), CreditLab.APPEAL));
    }

    @Test
    void anAppealThatTheStationDoesNotDecideInTimeIsTakenToBeRight() {
        lab.decided("LAB_SCOPE", "CORRECT");
        lab.complete(lab.head(), CreditLab.APPEAL);
        clock.at(lab.entry().appeal().decideUntil());
        lab.fireTimer();

        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.DISMISSED);
        assertThat(lab.entry().term().dismissedBecause()).isEqualTo(CreditEntry.LAPSED);
    }

    @Test
    void onlyTheHouseConcernedMayAnswer() {
        lab.decided("LAB_SCOPE", "CORRECT");
        var tester = new Person("tester-" + lab.code(), "检测员", Set.of(lab.path() + "/tester"));

        assertThat(catchThrowable(() -> lab.complete(tester, CreditLab.ACCEPT))).isInstanceOf(RuleBroken.class);
        assertThat(catchThrowable(() -> lab.complete(As.whoIs("supervisor"), CreditLab.ACCEPT)))
                .isInstanceOf(RuleBroken.class);
        assertThat(lab.entry().state()).isEqualTo(CreditEntryState.NOTIFIED);
    }

    @Test
    void pointsCannotBeTyped() {
        lab.decided("LAB_SCOPE", "CORRECT");

        Throwable refused = catchThrowable(() ->
                lab.complete(lab.head(), Map.of("decision", "CreditLab.ACCEPT", "points", "0", "state", "DISMISSED")));

        assertThat(refused).isInstanceOf(RuleBroken.class);
        assertThat(lab.entry().rule().points()).isEqualByComparingTo("6");
    }

    @Test
    void aVetoHoldsTheGradeDown() {
        lab.decided("FALSE_REPORT", "CORRECT");
        lab.complete(lab.head(), CreditLab.ACCEPT);

        CreditScoreView score = As.person("supervisor", () -> credit.score(lab.path(), lab.today()));
        assertThat(score.grade()).isEqualTo("D");
        assertThat(score.veto().entry().rule().code()).isEqualTo("JL-01");
    }
}
