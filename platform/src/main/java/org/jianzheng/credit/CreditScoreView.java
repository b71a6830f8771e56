package org.jianzheng.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;

/**
 * A house's credit on a day, with the way to it.
 *
 * @param veto the line that allows no better grade; null where there is none, or the points alone are worse
 * @param lines entries that count that day, in the order in which they fill their category's cap
 * @param others entries that do not count that day, newest first
 */
public record CreditScoreView(
        String house,
        String houseName,
        LocalDate day,
        String base,
        String points,
        String grade,
        Line veto,
        List<Line> lines,
        List<CreditEntryView> others,
        List<BandView> bands) {

    /**
     * @param taken what the entry takes from the base
     * @param left what the base has come down to after it
     */
    public record Line(CreditEntryView entry, String points, String taken, String left, boolean capped) {}

    /** @param from lower bound, which belongs to the band when {@code included} */
    public record BandView(String grade, String from, boolean included) {}

    static List<BandView> bands(CreditGrades.Edition grades) {
        return grades.bands().stream()
                .map(band -> new BandView(band.grade(), PointsText.text(band.bound()), band.included()))
                .toList();
    }

    static CreditScoreView of(
            CreditScore score, CreditGrades.Edition grades, List<CreditEntry> entries, String house, String houseName) {
        Map<String, CreditEntryView> views = entries.stream()
                .map(entry -> entry.view(houseName))
                .collect(Collectors.toMap(CreditEntryView::id, Function.identity()));
        List<Line> lines = lines(score, views);
        List<String> counting = lines.stream().map(line -> line.entry().id()).toList();
        return new CreditScoreView(
                house,
                houseName,
                score.day(),
                PointsText.text(score.base()),
                PointsText.text(score.points()),
                score.grade(),
                score.veto().map(veto -> lines.get(score.lines().indexOf(veto))).orElse(null),
                lines,
                entries.stream()
                        .map(entry -> views.get(entry.id()))
                        .filter(entry -> !counting.contains(entry.id()) && recordedBy(score.day(), entry))
                        .toList(),
                bands(grades));
    }

    private static boolean recordedBy(LocalDate day, CreditEntryView entry) {
        return !LocalDate.ofInstant(entry.event().recordedAt(), CityTime.ZONE).isAfter(day);
    }

    private static List<Line> lines(CreditScore score, Map<String, CreditEntryView> views) {
        List<Line> lines = new ArrayList<>();
        BigDecimal left = score.base();
        for (CreditScore.Line line : score.lines()) {
            left = left.subtract(line.taken()).max(BigDecimal.ZERO);
            lines.add(new Line(
                    views.get(line.weight().entryId()),
                    PointsText.text(line.weight().sanction().points()),
                    PointsText.text(line.taken()),
                    PointsText.text(left),
                    line.capped()));
        }
        return lines;
    }
}
