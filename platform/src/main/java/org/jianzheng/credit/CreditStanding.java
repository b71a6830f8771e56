package org.jianzheng.credit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * How a house stands today.
 *
 * @param counting entries that count today; {@code pending} are those not decided yet
 */
public record CreditStanding(
        String house, String name, BigDecimal points, String grade, boolean vetoed, int counting, int pending) {

    static CreditStanding of(String house, String name, CreditScore score, List<CreditEntry> entries) {
        int pending = (int) entries.stream()
                .filter(entry -> entry.isOpen() && entry.state() != CreditEntryState.EFFECTIVE)
                .count();
        return new CreditStanding(
                house,
                name,
                score.points(),
                score.grade(),
                score.veto().isPresent(),
                score.lines().size(),
                pending);
    }

    public String code() {
        return house.substring(house.indexOf('/') + 1);
    }

    public String kind() {
        return new Employer(house).kind();
    }

    public String pointsText() {
        return PointsText.text(points);
    }

    boolean isCalled(String search) {
        String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || house.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
