package org.jianzheng.manualentry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;

/** Which item's forces a laboratory wants to type, from which day to which, and why. */
public record TypingWaiverRequest(String item, LocalDate from, LocalDate until, String reason) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DAYS = 366;

    /** @throws RuleBroken naming the field */
    static TypingWaiverRequest typed(Map<String, String> fields, Clock clock) {
        FormValues form = new FormValues(fields);
        String item = form.required("item", 32);
        LocalDate from = form.date("from").orElseThrow(() -> RuleBroken.at("from", "kernel.form.empty"));
        LocalDate until = form.date("until").orElseThrow(() -> RuleBroken.at("until", "kernel.form.empty"));
        if (from.isBefore(CityTime.today(clock))) {
            throw RuleBroken.at("from", "manualentry.waiver.past");
        }
        if (until.isBefore(from)) {
            throw RuleBroken.at("until", "manualentry.waiver.backwards");
        }
        if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw RuleBroken.at("until", "manualentry.waiver.long", LONGEST_DAYS);
        }
        return new TypingWaiverRequest(item, from, until, form.required("reason", LONGEST_REASON));
    }
}
