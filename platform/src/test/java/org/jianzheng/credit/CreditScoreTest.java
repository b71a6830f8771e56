package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** The arithmetic of credit: entries and a day in, points, grade and reasons out. */
@Clause("5.3.4")
class CreditScoreTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final CreditGrades grades = grades();

    @Test
    void withoutEntriesAHouseHasAllItsPoints() {
        CreditScore score = on(DAY);

        assertThat(score.points()).isEqualByComparingTo("100");
        assertThat(score.grade()).isEqualTo("AA");
        assertThat(score.lines()).isEmpty();
    }

    @Test
    void eachEntryTakesItsPointsAndSaysSo() {
        CreditScore score = on(
                DAY,
                entry("a", CreditCategory.PEOPLE, "3", "20", DAY),
                entry("b", CreditCategory.ABILITY, "6.5", "30", DAY));

        assertThat(score.points()).isEqualByComparingTo("90.5");
        assertThat(score.lines()).extracting(line -> line.weight().entryId()).containsExactly("a", "b");
        assertThat(score.lines())
                .extracting(CreditScore.Line::taken)
                .containsExactly(new BigDecimal("3"), new BigDecimal("6.5"));
    }

    @Test
    void whatExceedsTheCapOfACategoryIsNotTaken() {
        CreditScore score = on(
                DAY,
                entry("a", CreditCategory.PEOPLE, "8", "20", DAY.minusDays(3)),
                entry("b", CreditCategory.PEOPLE, "8", "20", DAY.minusDays(2)),
                entry("c", CreditCategory.PEOPLE, "8", "20", DAY.minusDays(1)),
                entry("d", CreditCategory.EQUIPMENT, "8", "20", DAY));

        assertThat(score.points()).isEqualByComparingTo("72");
        assertThat(score.lines())
                .extracting(line -> line.taken().intValueExact())
                .containsExactly(8, 8, 4, 8);
        assertThat(score.lines()).extracting(CreditScore.Line::capped).containsExactly(false, false, true, false);
    }

    @Test
    void whenTheFirstUnderACapExpiresTheOthersFillItsPlace() {
        var first = entry("a", CreditCategory.PEOPLE, "8", "12", DAY.minusMonths(12));
        var second = entry("b", CreditCategory.PEOPLE, "8", "12", DAY.minusDays(1));

        assertThat(on(DAY.minusDays(1), first, second).points()).isEqualByComparingTo("88");
        assertThat(on(DAY, first, second).points()).isEqualByComparingTo("92");
    }

    @Test
    void anEntryCountsFromTheDayItTakesEffectToTheDayBeforeItsTermEnds() {
        var entry = entry("a", CreditCategory.ABILITY, "6", "30", LocalDate.parse("2026-01-31"));

        assertThat(on(LocalDate.parse("2026-01-30"), entry).points()).isEqualByComparingTo("100");
        assertThat(on(LocalDate.parse("2026-01-31"), entry).points()).isEqualByComparingTo("94");
        assertThat(on(LocalDate.parse("2027-01-30"), entry).points()).isEqualByComparingTo("94");
        assertThat(on(LocalDate.parse("2027-01-31"), entry).points()).isEqualByComparingTo("100");
    }

    @Test
    void theTermOfALeapDayEndsOnTheLastOfFebruary() {
        var entry = entry("a", CreditCategory.ABILITY, "6", "30", LocalDate.parse("2028-02-29"));

        assertThat(entry.expiresOn()).isEqualTo("2029-02-28");
    }

    @Test
    void whatIsTakenBackCountsNoMoreFromThatDayButDidBefore() {
        var entry = new EntryWeight("a", sanction(CreditCategory.ABILITY, "6", "30", ""), DAY, DAY.plusDays(10));

        assertThat(on(DAY.plusDays(9), entry).points()).isEqualByComparingTo("94");
        assertThat(on(DAY.plusDays(10), entry).points()).isEqualByComparingTo("100");
    }

    @Test
    void whatNeverTookEffectNeverCounts() {
        var heard = new EntryWeight("a", sanction(CreditCategory.ABILITY, "6", "30", ""), null, null);
        var reversed = new EntryWeight("b", sanction(CreditCategory.ABILITY, "6", "30", ""), null, DAY);

        assertThat(on(DAY, heard, reversed).lines()).isEmpty();
    }

    @Test
    void aVetoHoldsTheGradeDownWhateverThePoints() {
        var veto = new EntryWeight("a", sanction(CreditCategory.RECORD, "2", "40", "D"), DAY, null);

        CreditScore score = on(DAY, veto, entry("b", CreditCategory.PEOPLE, "1", "20", DAY));

        assertThat(score.points()).isEqualByComparingTo("97");
        assertThat(score.grade()).isEqualTo("D");
        assertThat(score.veto().orElseThrow().weight().entryId()).isEqualTo("a");
        assertThat(on(DAY.plusMonths(12), veto).grade()).isEqualTo("AA");
    }

    @Test
    void theWorstOfSeveralVetoesDecidesAndNoneLiftsAGrade() {
        var mild = new EntryWeight("a", sanction(CreditCategory.RECORD, "0", "40", "B"), DAY, null);
        var harsh = new EntryWeight("b", sanction(CreditCategory.RECORD, "0", "40", "C"), DAY, null);

        assertThat(on(DAY, mild, harsh).grade()).isEqualTo("C");
        assertThat(on(DAY, harsh, mild).grade()).isEqualTo("C");
        assertThat(on(DAY, mild, entry("c", CreditCategory.ABILITY, "50", "50", DAY))
                        .grade())
                .isEqualTo("D");
        assertThat(on(DAY, mild, entry("c", CreditCategory.ABILITY, "50", "50", DAY))
                        .veto())
                .isEmpty();
    }

    @Test
    void pointsNeverFallBelowNothing() {
        CreditScore score = on(
                DAY,
                entry("a", CreditCategory.ABILITY, "90", "90", DAY),
                entry("b", CreditCategory.RECORD, "40", "40", DAY));

        assertThat(score.points()).isEqualByComparingTo("0");
        assertThat(score.grade()).isEqualTo("D");
    }

    @ParameterizedTest
    @CsvSource({"100,AA", "95.01,AA", "95,A", "85,A", "84.99,B", "70,B", "69.99,C", "60.01,C", "60,D", "0,D"})
    void theBandsMeetWithoutGapOrOverlap(String points, String grade) {
        assertThat(grades.on(DAY).of(new BigDecimal(points))).isEqualTo(grade);
    }

    @Test
    void aNewEditionOfTheGradesLeavesEarlierDaysAsTheyWere() {
        var two = grades("2025-01-01,,base,100\n2025-01-01,A,from,0\n2026-03-02,,base,100\n2026-03-02,X,from,0\n");

        assertThat(CreditScore.of(List.of(), DAY.minusDays(1), two.on(DAY.minusDays(1)))
                        .grade())
                .isEqualTo("A");
        assertThat(CreditScore.of(List.of(), DAY, two.on(DAY)).grade()).isEqualTo("X");
    }

    @Test
    void theOrderInWhichEntriesAreReadChangesNothingOnAnyDay() {
        Random random = new Random(534);
        List<EntryWeight> entries = new ArrayList<>();
        for (int each = 0; each < 40; each++) {
            LocalDate effective = DAY.plusDays(random.nextInt(500));
            LocalDate dismissed = random.nextInt(4) == 0 ? effective.plusDays(random.nextInt(100)) : null;
            CreditCategory category = CreditCategory.values()[random.nextInt(CreditCategory.values().length)];
            String points = String.valueOf(1 + random.nextInt(9));
            entries.add(new EntryWeight(
                    "entry-" + each,
                    sanction(category, points, "12", random.nextInt(9) == 0 ? "C" : ""),
                    effective,
                    dismissed));
        }
        for (LocalDate day = DAY.minusDays(2); day.isBefore(DAY.plusDays(900)); day = day.plusDays(3)) {
            CreditScore score = CreditScore.of(entries, day, grades.on(day));
            List<EntryWeight> shuffled = new ArrayList<>(entries);
            Collections.shuffle(shuffled, random);
            assertThat(CreditScore.of(shuffled, day, grades.on(day))).isEqualTo(score);
            assertThat(score.lines().stream().map(CreditScore.Line::taken).reduce(score.points(), BigDecimal::add))
                    .as("base = points + lines on %s", day)
                    .isEqualByComparingTo("100");
        }
    }

    private CreditScore on(LocalDate day, EntryWeight... entries) {
        return CreditScore.of(List.of(entries), day, grades.on(day));
    }

    private static EntryWeight entry(
            String id, CreditCategory category, String points, String cap, LocalDate effective) {
        return new EntryWeight(id, sanction(category, points, cap, ""), effective, null);
    }

    private static CreditSanction sanction(CreditCategory category, String points, String cap, String veto) {
        return new CreditSanction("X-01", category, "事项", new BigDecimal(points), new BigDecimal(cap), 12, veto);
    }

    private static CreditGrades grades() {
        return new CreditGrades(new ClassPathResource("credit/grades.csv"));
    }

    private static CreditGrades grades(String text) {
        return new CreditGrades(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
