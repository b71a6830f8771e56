package org.jianzheng.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/** The station permits a value, or no longer does: from a day ahead, so that nothing accepted is judged by it. */
@Component
class Permitting {

    private final PolicyStore store;
    private final PolicyNotices notices;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Permitting(PolicyStore store, PolicyNotices notices, Ledger ledger, Identity identity, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    boolean may() {
        return identity.acting().has(Role.STATIONADMIN);
    }

    void change(OpenPoint point, String value, boolean permitted, LocalDate from, String reason) {
        if (!may()) {
            throw new RuleBroken("policy.station");
        }
        DaysAhead.require(from, clock);
        if (!point.open().values().contains(value)) {
            throw RuleBroken.at("value", "policy.value.unknown", value);
        }
        store.requireIntact(point);
        List<PermissionChange> before = store.permissions(point);
        PermittedValues now = new PermittedValues(point.open(), before);
        if (now.permits(value, from) == permitted) {
            throw RuleBroken.at("from", permitted ? "policy.permitted.already" : "policy.permitted.not", from);
        }
        Person by = identity.acting();
        Instant at = CityTime.now(clock);
        var change = new PermissionChange(before.size() + 1, value, permitted, from, reason, by.name(), at);
        PermittedValues then = now.with(change);
        if (!then.leavesOneFrom(from)) {
            throw RuleBroken.at("value", "policy.permitted.last");
        }
        store.add(point, change, by);
        ledger.append(new Ledger.Fact(
                null,
                permitted ? "policy.permitted" : "policy.forbidden",
                point.subject(),
                null,
                reason,
                Map.of("item", point.item(), "input", point.input(), "value", value, "from", from.toString())));
        notices.permission(point, change, now, then);
    }
}
