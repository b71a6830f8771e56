package org.jianzheng.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The age as reports print it: {@code 28 d}, or {@code 31 d（要求 28 d）} where the two differ.
 *
 * @param tested at that age; -1 where it cannot be read
 * @param required the age it is designed for
 */
record AgeText(int tested, int required) {

    private static final Pattern PRINTED = Pattern.compile("(\\d{1,4}) d(?:（要求 (\\d{1,4}) d）)?");
    private static final int LEAST = 28;
    private static final int LONG = 84;

    static AgeText read(String printed) {
        Matcher found = PRINTED.matcher(printed == null ? "" : printed);
        if (!found.matches()) {
            return new AgeText(-1, -1);
        }
        int tested = Integer.parseInt(found.group(1));
        return new AgeText(tested, found.group(2) == null ? tested : Integer.parseInt(found.group(2)));
    }

    boolean readable() {
        return tested >= 0;
    }

    boolean early() {
        return required < LEAST;
    }

    /** GB/T 50081-2019: 28 d ± 20 h, 60 d ± 24 h, from 84 d on ± 48 h; the days are counted by the calendar. */
    boolean inTime() {
        return Math.abs(tested - required) <= (required >= LONG ? 2 : 1);
    }
}
