package org.jianzheng.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them in tables: 2026-11-29, 2026/11/29, 2026.11.29, 2026年11月29日, 20261129. */
public final class DayText {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{4})(\\d{2})(\\d{2})");

    private DayText() {}

    /** Empty for what is no day, and for what could be two: the year comes first and has four digits. */
    public static Optional<LocalDate> read(String typed) {
        Matcher day = DAY.matcher(KeyText.written(typed));
        if (!day.matches()) {
            return Optional.empty();
        }
        int first = day.group(1) == null ? 4 : 1;
        try {
            return Optional.of(LocalDate.of(part(day, first), part(day, first + 1), part(day, first + 2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(Matcher day, int group) {
        return Integer.parseInt(day.group(group));
    }
}
