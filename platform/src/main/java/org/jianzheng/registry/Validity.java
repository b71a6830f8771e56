package org.jianzheng.registry;

import java.time.LocalDate;
import org.jianzheng.kernel.DaySpan;

/** How a span of days stands today; the name of its word is {@code qualification.validity.<name>}. */
public enum Validity {
    VALID("passed"),
    /** Less than 30 days left: the holder is warned, nothing is blocked. */
    EXPIRING("waiting"),
    EXPIRED("failed"),
    NOT_YET("closed");

    private static final int WARNING_DAYS = 30;

    private final String kind;

    Validity(String kind) {
        this.kind = kind;
    }

    public static Validity of(DaySpan span, LocalDate today) {
        if (today.isBefore(span.from())) {
            return NOT_YET;
        }
        if (today.isAfter(span.until())) {
            return EXPIRED;
        }
        return today.plusDays(WARNING_DAYS).isAfter(span.until()) ? EXPIRING : VALID;
    }

    /** How the pages colour it. */
    public String kind() {
        return kind;
    }
}
