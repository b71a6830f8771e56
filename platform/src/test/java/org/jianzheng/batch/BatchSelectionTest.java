package org.jianzheng.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.batch.BatchSelection.Fate;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.junit.jupiter.api.Test;

/** Whatever somebody chooses, every group of the batch is in it or said not to be. */
class BatchSelectionTest {

    private static final List<CubeGroup> BATCH = List.of(
            Groups.of(1, "35.1", "3号楼"),
            Groups.of(2, "28.4", "3号楼"),
            Groups.of(3, "36.0", "4号楼"),
            Groups.of(Groups.C30, 4, "40.0", "3号楼", NotCounted.NATURE),
            Groups.of(5, "34.9", "3号楼"));

    @Test
    void allThatCountIsInUnlessSomebodySaysOtherwise() {
        BatchSelection all = select(Map.of(), Set.of());

        assertThat(numbers(all.taken())).containsExactly("R-01", "R-02", "R-03", "R-05");
        assertThat(all.leftOut()).isEmpty();
        assertThat(numbers(all.uncounted())).containsExactly("R-04");
    }

    @Test
    void aFailingGroupThatIsLeftOutIsNamedHoweverItIsLeftOut() {
        assertThat(fate(select(Map.of(), Set.of("R-02")), "R-02")).isEqualTo(Fate.LEFT_OUT);
        assertThat(fate(select(Map.of("unitWorks", "4号楼"), Set.of()), "R-02")).isEqualTo(Fate.OTHER_PART);
        assertThat(fate(select(Map.of("part", "四层"), Set.of()), "R-02")).isEqualTo(Fate.OTHER_PART);
        assertThat(fate(select(Map.of("from", "2026-09-04"), Set.of()), "R-02")).isEqualTo(Fate.OTHER_DAYS);
        assertThat(fate(select(Map.of("until", "2026-09-02"), Set.of()), "R-02"))
                .isEqualTo(Fate.OTHER_DAYS);
    }

    @Test
    void everyGroupHasOneFateAndNoneIsLost() {
        BatchSelection some = select(Map.of("unitWorks", "3号楼"), Set.of("R-05", "R-99"));

        assertThat(some.taken().size()
                        + some.leftOut().size()
                        + some.uncounted().size())
                .isEqualTo(BATCH.size());
        assertThat(numbers(some.taken())).containsExactly("R-01", "R-02");
    }

    @Test
    void whatDoesNotCountIsNotMadeToCountByAnyChoice() {
        assertThat(fate(select(Map.of("unitWorks", "3号楼"), Set.of("R-04")), "R-04"))
                .isEqualTo(Fate.UNCOUNTED);
    }

    @Test
    void daysTheWrongWayRoundAndTooManyLeftOutByNameAreRefused() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> select(Map.of("from", "2026-09-05", "until", "2026-09-04"), Set.of()))
                .withMessage("kernel.span.backwards");
        Set<String> many = IntStream.range(0, 101).mapToObj(i -> "R-" + i).collect(java.util.stream.Collectors.toSet());
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> select(Map.of(), many))
                .withMessage("batch.leave.many");
    }

    @Test
    void whatWasSeenChangesWithEveryGroupAndEveryFate() {
        String seen = select(Map.of(), Set.of()).seen();

        assertThat(select(Map.of(), Set.of()).seen()).isEqualTo(seen);
        assertThat(select(Map.of(), Set.of("R-02")).seen()).isNotEqualTo(seen);
        assertThat(BatchSelection.of(Groups.C30, BATCH.subList(0, 4), choice(Map.of(), Set.of()))
                        .seen())
                .isNotEqualTo(seen);
    }

    private static BatchSelection select(Map<String, String> form, Set<String> leftOut) {
        return BatchSelection.of(Groups.C30, BATCH, choice(form, leftOut));
    }

    private static BatchChoice choice(Map<String, String> form, Set<String> leftOut) {
        return BatchChoice.of(Groups.C30.key(), new FormValues(form), leftOut);
    }

    private static Fate fate(BatchSelection selection, String reportNo) {
        return selection.groups().stream()
                .filter(one -> one.group().reportNo().equals(reportNo))
                .findFirst()
                .orElseThrow()
                .fate();
    }

    private static List<String> numbers(List<CubeGroup> groups) {
        return groups.stream().map(CubeGroup::reportNo).toList();
    }
}
