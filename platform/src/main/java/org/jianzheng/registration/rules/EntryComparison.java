package org.jianzheng.registration.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.rows.RegisteredEntries;

/** An entry beside others: rows that share a value with it, spans of validity that touch its own. */
final class EntryComparison {

    private EntryComparison() {}

    /** Rows with that value which are not the entry's own. */
    static List<Map<String, String>> others(
            RegisteredEntries rows, EntryKind kind, String field, String value, String key, Map<String, String> entry) {
        return rows.with(kind, field, value).stream()
                .filter(row -> !KeyText.same(row.get(key), entry.get(key)))
                .toList();
    }

    static DaySpan span(Map<String, String> entry, String from, String until) {
        LocalDate first = LocalDate.parse(entry.get(from));
        LocalDate last = LocalDate.parse(entry.get(until));
        if (last.isBefore(first)) {
            throw RuleBroken.at(until, "kernel.span.backwards", first, last);
        }
        return new DaySpan(first, last);
    }

    static void refuseOverlap(DaySpan wanted, DaySpan other, String what) {
        if (overlap(wanted, other)) {
            throw RuleBroken.at("validFrom", "registration.span.overlap", what, other.from(), other.until());
        }
    }

    static boolean overlap(DaySpan one, DaySpan other) {
        return !one.from().isAfter(other.until()) && !other.from().isAfter(one.until());
    }
}
