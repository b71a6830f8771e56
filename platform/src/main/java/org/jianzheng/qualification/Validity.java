package org.jianzheng.qualification;

import java.time.LocalDate;
import org.jianzheng.kernel.DaySpan;

/** How a span of days stands today; the name of its word is {@code qualification.validity.<name>}. */
public enum Validity {
    VALID("green"),
    /** Less than 30 days left: the holder is warned, nothing is blocked. */
    EXPIRING("yellow"),
    EXPIRED("red"),
    NOT_YET("secondary");

    private static final int WARNING_DAYS = 30;

    private final String colour;

    Validity(String colour) {
        this.colour = colour;
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

    public String colour() {
        return colour;
    }
}
