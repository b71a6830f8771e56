package org.jianzheng.breach;

import java.time.Instant;
import org.jianzheng.gate.GateRule;

/**
 * A breach as lists and its page show it.
 *
 * @param repeats how often the laboratory had broken the rule within twelve months before
 * @param since when it came to its state
 * @param dueAt when whoever is waited for has to have acted; null where no limit runs
 * @param outcome null while it is open; {@code breach.outcome.<outcome>}
 */
public record BreachView(
        String id,
        String breachNo,
        String labCode,
        GateRule rule,
        String subject,
        String item,
        String reason,
        FoundBreach.Origin origin,
        String foundCase,
        Instant openedAt,
        int repeats,
        BreachSanction minimum,
        BreachState state,
        Instant since,
        Instant dueAt,
        Instant overdueSince,
        BreachSanction decision,
        String outcome) {

    public boolean overdueAt(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }
}
