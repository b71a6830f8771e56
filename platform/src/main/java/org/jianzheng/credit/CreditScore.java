package org.jianzheng.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A house's credit on a day, and why: nothing but its entries, the day and that day's grades go into it, so that it comes out
 * the same whenever it is reckoned again.
 *
 * @param veto the line that allows no better grade; empty where there is none, or the points alone are worse
 */
record CreditScore(
        LocalDate day, BigDecimal base, BigDecimal points, String grade, Optional<Line> veto, List<Line> lines) {

    /**
     * An entry that counts that day.
     *
     * @param taken what it takes from the base: its points, or what its category's cap left of them
     */
    record Line(EntryWeight weight, BigDecimal taken) {

        boolean capped() {
            return taken.compareTo(weight.sanction().points()) < 0;
        }
    }

    CreditScore {
        lines = List.copyOf(lines);
    }

    static CreditScore of(List<EntryWeight> entries, LocalDate day, CreditGrades.Edition grades) {
        List<Line> lines = lines(entries, day);
        BigDecimal taken = lines.stream().map(Line::taken).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = grades.base().subtract(taken).max(BigDecimal.ZERO);
        String grade = grades.of(points);
        Optional<Line> veto = lines.stream()
                .filter(line -> !line.weight().sanction().veto().isEmpty())
                .reduce((one, other) -> grades.worse(
                                other.weight().sanction().veto(),
                                one.weight().sanction().veto())
                        ? other
                        : one)
                .filter(line -> !grades.worse(grade, line.weight().sanction().veto()));
        return new CreditScore(
                day,
                grades.base(),
                points,
                veto.map(line -> line.weight().sanction().veto()).orElse(grade),
                veto,
                lines);
    }

    private static List<Line> lines(List<EntryWeight> entries, LocalDate day) {
        Map<CreditCategory, BigDecimal> taken = new EnumMap<>(CreditCategory.class);
        List<Line> lines = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.counts(day))
                .sorted(EntryWeight.IN_ORDER)
                .forEach(entry -> {
                    var sanction = entry.sanction();
                    BigDecimal before = taken.getOrDefault(sanction.category(), BigDecimal.ZERO);
                    BigDecimal left = sanction.cap().subtract(before).max(BigDecimal.ZERO);
                    BigDecimal mine = sanction.points().min(left);
                    taken.put(sanction.category(), before.add(mine));
                    lines.add(new Line(entry, mine));
                });
        return lines;
    }
}
