package org.jianzheng.policy;

import java.time.LocalDate;

/**
 * Days on which a laboratory follows one value.
 *
 * @param from first day; null for ever since
 * @param until last day; null where nothing ends it yet
 * @param choice of the laboratory that is followed; null for the first value permitted
 * @param lapsed whether the laboratory's choice is not followed because the station does not permit it any more
 */
public record PolicySpan(LocalDate from, LocalDate until, String value, PolicyChoice choice, boolean lapsed) {

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean isAhead(LocalDate today) {
        return from != null && from.isAfter(today);
    }
}
