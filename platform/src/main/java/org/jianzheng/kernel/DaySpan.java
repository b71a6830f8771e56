package org.jianzheng.kernel;

import java.time.LocalDate;

/** Days from the first to the last, both included: how certificates, scopes and editions are valid. */
public record DaySpan(LocalDate from, LocalDate until) {

    public DaySpan {
        if (until.isBefore(from)) {
            throw RuleBroken.at("until", "kernel.span.backwards", from, until);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
