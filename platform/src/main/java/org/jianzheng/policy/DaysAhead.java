package org.jianzheng.policy;

import java.time.Clock;
import java.time.LocalDate;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;

/** Nothing here begins today or earlier, whoever decides it. */
final class DaysAhead {

    private static final int LONGEST_MONTHS = 12;

    private DaysAhead() {}

    static void require(LocalDate from, Clock clock) {
        LocalDate today = CityTime.today(clock);
        if (!from.isAfter(today)) {
            throw RuleBroken.at("from", "policy.from.past", from, today);
        }
        if (from.isAfter(today.plusMonths(LONGEST_MONTHS))) {
            throw RuleBroken.at("from", "policy.from.far", from, LONGEST_MONTHS);
        }
    }
}
