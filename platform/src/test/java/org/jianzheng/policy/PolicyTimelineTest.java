package org.jianzheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.junit.jupiter.api.Test;

/** What is followed on which day: what the station permits, what is approved, and what becomes of it when the station changes its mind. */
class PolicyTimelineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 10);
    private static final LeftOpen OPEN =
            new LeftOpen("sizeFactorStage", "D4", List.of("GROUP", "SPECIMEN", "THIRD"), List.of("GROUP"));

    @Test
    void whoHasChosenNothingFollowsTheFirstThatIsPermitted() {
        var timeline =
                timeline(permitted(change(1, "SPECIMEN", true, DAY), change(2, "GROUP", false, DAY.plusDays(5))));

        assertThat(timeline.followed(DAY)).isEqualTo("GROUP");
        assertThat(timeline.followed(DAY.plusDays(4))).isEqualTo("GROUP");
        assertThat(timeline.followed(DAY.plusDays(5))).isEqualTo("SPECIMEN");
    }

    @Test
    void aChoiceCountsFromItsDayAndNotTheDayBefore() {
        var timeline = timeline(permitted(change(1, "SPECIMEN", true, DAY)), approved("SPECIMEN", DAY));

        assertThat(timeline.followed(DAY.minusDays(1))).isEqualTo("GROUP");
        assertThat(timeline.followed(DAY)).isEqualTo("SPECIMEN");
        assertThat(timeline.followed(DAY.plusYears(9))).isEqualTo("SPECIMEN");
    }

    @Test
    void whatIsProposedRefusedOrWithdrawnCountsNothing() {
        var yes = new PolicyChoice.Act(true, "", "秦志远", Instant.EPOCH);
        var no = new PolicyChoice.Act(false, "不必", "秦志远", Instant.EPOCH);
        var timeline = timeline(
                permitted(change(1, "SPECIMEN", true, DAY)),
                choice("SPECIMEN", DAY, null, null),
                choice("SPECIMEN", DAY, no, null),
                choice("SPECIMEN", DAY, yes, yes));

        assertThat(timeline.followed(DAY)).isEqualTo("GROUP");
        assertThat(timeline.spans()).hasSize(1);
    }

    @Test
    void aLaterChoiceTakesThePlaceOfAnEarlierOneWhicheverWasApprovedFirst() {
        var timeline = timeline(
                permitted(change(1, "SPECIMEN", true, DAY), change(2, "THIRD", true, DAY)),
                approved("THIRD", DAY.plusDays(7)),
                approved("SPECIMEN", DAY));

        assertThat(timeline.followed(DAY.plusDays(6))).isEqualTo("SPECIMEN");
        assertThat(timeline.followed(DAY.plusDays(7))).isEqualTo("THIRD");
    }

    @Test
    void whatTheStationNoLongerPermitsFallsToTheFirstAndDoesNotComeBackByItself() {
        var timeline = timeline(
                permitted(
                        change(1, "SPECIMEN", true, DAY),
                        change(2, "SPECIMEN", false, DAY.plusDays(3)),
                        change(3, "SPECIMEN", true, DAY.plusDays(6))),
                approved("SPECIMEN", DAY));

        assertThat(timeline.followed(DAY.plusDays(2))).isEqualTo("SPECIMEN");
        assertThat(timeline.followed(DAY.plusDays(3))).isEqualTo("GROUP");
        assertThat(timeline.followed(DAY.plusDays(8))).isEqualTo("GROUP");
        assertThat(timeline.spans())
                .extracting(PolicySpan::from, PolicySpan::until, PolicySpan::value, PolicySpan::lapsed)
                .containsExactly(
                        tuple(DAY.plusDays(3), null, "GROUP", true),
                        tuple(DAY, DAY.plusDays(2), "SPECIMEN", false),
                        tuple(null, DAY.minusDays(1), "GROUP", false));
    }

    @Test
    void aChoiceOfWhatIsWithdrawnOnItsVeryDayNeverCounts() {
        var timeline = timeline(
                permitted(
                        change(1, "SPECIMEN", true, DAY),
                        change(2, "SPECIMEN", false, DAY),
                        change(3, "SPECIMEN", true, DAY.plusDays(1))),
                approved("SPECIMEN", DAY));

        assertThat(timeline.followed(DAY)).isEqualTo("GROUP");
        assertThat(timeline.followed(DAY.plusDays(1))).isEqualTo("GROUP");
    }

    /** What may be followed is the station's to change, for a day ahead; an edited folder is read at once. */
    @Test
    void aFolderThatPermitsLessThanItDidTakesNothingFromWhoHasChosen() {
        var timeline = timeline(permitted(), approved("THIRD", DAY));

        assertThat(timeline.followed(DAY)).isEqualTo("THIRD");
        assertThat(timeline.permitted().on(DAY)).containsExactly("GROUP");
    }

    @Test
    void ofTwoDecisionsForOneDayTheLaterCounts() {
        var permitted = permitted(change(1, "SPECIMEN", true, DAY), change(2, "SPECIMEN", false, DAY));

        assertThat(permitted.on(DAY)).containsExactly("GROUP");
        assertThat(permitted.from(DAY)).containsExactly("GROUP");
    }

    @Test
    void noDayIsLeftWithoutAnyValue() {
        var permitted = permitted(change(1, "SPECIMEN", true, DAY));

        assertThat(permitted.with(change(2, "GROUP", false, DAY)).leavesOneFrom(DAY))
                .isTrue();
        assertThat(permitted.with(change(2, "GROUP", false, DAY.minusDays(1))).leavesOneFrom(DAY.minusDays(1)))
                .isFalse();
        var planned = permitted.with(change(2, "GROUP", false, DAY.plusDays(9)));
        assertThat(planned.with(change(3, "SPECIMEN", false, DAY.plusDays(2))).leavesOneFrom(DAY.plusDays(2)))
                .isFalse();
    }

    @Test
    void theFirstDayOnWhichAnotherValueIsFollowedIsFound() {
        var permitted = permitted(change(1, "SPECIMEN", true, DAY));
        var chosen = timeline(permitted, approved("SPECIMEN", DAY.plusDays(10)));
        var after = chosen.under(permitted.with(change(2, "SPECIMEN", false, DAY.plusDays(4))));

        assertThat(chosen.differsFrom(after, DAY.plusDays(4))).hasValue(DAY.plusDays(10));
        assertThat(chosen.differsFrom(chosen, DAY)).isEmpty();
    }

    private static PermittedValues permitted(PermissionChange... changes) {
        return new PermittedValues(OPEN, List.of(changes));
    }

    private static PermissionChange change(int number, String value, boolean permitted, LocalDate from) {
        return new PermissionChange(number, value, permitted, from, "统一取法", "高洁", Instant.EPOCH);
    }

    private static PolicyTimeline timeline(PermittedValues permitted, PolicyChoice... choices) {
        return new PolicyTimeline(permitted, Stream.of(choices).toList());
    }

    private static PolicyChoice approved(String value, LocalDate from) {
        return choice(value, from, new PolicyChoice.Act(true, "", "秦志远", Instant.EPOCH), null);
    }

    private static PolicyChoice choice(
            String value, LocalDate from, PolicyChoice.Act decision, PolicyChoice.Act withdrawal) {
        return new PolicyChoice(
                "id",
                "BJ01",
                "concrete-cube",
                "sizeFactorStage",
                value,
                from,
                "与旧系统一致",
                "labadmin",
                "何建明",
                Instant.EPOCH,
                decision,
                withdrawal);
    }
}
