package org.jianzheng.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/** A laboratory's choice: proposed by its administrator, approved by its technical head, who is somebody else. */
@Component
class Choosing {

    private final PolicyStore store;
    private final Timelines timelines;
    private final PolicyNotices notices;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Choosing(
            PolicyStore store,
            Timelines timelines,
            PolicyNotices notices,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.timelines = timelines;
        this.notices = notices;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    boolean mayPropose(String lab) {
        return is(Role.LABADMIN, lab);
    }

    boolean mayDecide(String lab) {
        return is(Role.TECHNICALHEAD, lab);
    }

    private boolean is(Role role, String lab) {
        Person person = identity.acting();
        return person.has(role) && person.lab().filter(lab::equals).isPresent();
    }

    private void require(boolean may, String code) {
        if (!may) {
            throw new RuleBroken(code);
        }
    }

    /** @return its id */
    String propose(String lab, OpenPoint point, String value, LocalDate from, String reason) {
        require(mayPropose(lab), "policy.propose.role");
        DaysAhead.require(from, clock);
        requirePermitted(lab, point, value, from);
        if (store.choices(lab, point).stream()
                .anyMatch(other -> other.isOpen() && other.from().isAfter(CityTime.today(clock)))) {
            throw new RuleBroken("policy.propose.open");
        }
        Person by = identity.acting();
        var choice = new PolicyChoice(
                UUID.randomUUID().toString(),
                lab,
                point.item(),
                point.input(),
                value,
                from,
                reason,
                by.username(),
                by.name(),
                CityTime.now(clock),
                null,
                null);
        store.add(choice);
        append(choice, "policy.proposed", reason);
        notices.proposed(choice);
        return choice.id();
    }

    /** Whether the technical head agrees; not with what they proposed themselves. */
    void decide(String lab, String id, boolean granted, String reason) {
        require(mayDecide(lab), "policy.decide.role");
        PolicyChoice choice = choice(lab, id);
        Person by = identity.acting();
        if (!choice.isOpen()) {
            throw new RuleBroken("policy.meanwhile");
        }
        if (choice.proposedBy().equals(by.username())) {
            throw new RuleBroken("policy.decide.own", by.name());
        }
        OpenPoint point = OpenPoint.of(choice.item(), choice.input());
        if (granted) {
            DaysAhead.require(choice.from(), clock);
            requirePermitted(lab, point, choice.value(), choice.from());
            if (timelines.of(lab, point).approvedFrom(choice.from()).isPresent()) {
                throw new RuleBroken("policy.decide.sameDay", choice.from());
            }
        }
        store.decide(choice, act(granted, reason), by);
        append(choice, granted ? "policy.approved" : "policy.refused", reason);
        notices.decided(choice, granted, by, reason);
    }

    /** Before its day: what waits for the technical head by whoever may propose, what is approved by a technical head. */
    void withdraw(String lab, String id, String reason) {
        PolicyChoice choice = choice(lab, id);
        require(choice.isApproved() ? mayDecide(lab) : mayPropose(lab), "policy.withdraw.role");
        if (!choice.isOpen() && !choice.isApproved()) {
            throw new RuleBroken("policy.meanwhile");
        }
        if (!choice.from().isAfter(CityTime.today(clock))) {
            throw new RuleBroken("policy.withdraw.late", choice.from());
        }
        Person by = identity.acting();
        store.withdraw(choice, act(true, reason), by);
        append(choice, "policy.withdrawn", reason);
        notices.withdrawn(choice, by, reason);
    }

    private PolicyChoice.Act act(boolean granted, String reason) {
        return new PolicyChoice.Act(granted, reason, identity.acting().name(), CityTime.now(clock));
    }

    // Of the house of whoever asks: another's is as unknown as one that is not there.
    private PolicyChoice choice(String lab, String id) {
        store.requireIntactOf(lab);
        return store.find(lab, id).orElseThrow(() -> new NotFound("policy.choice.unknown"));
    }

    private void requirePermitted(String lab, OpenPoint point, String value, LocalDate from) {
        if (!timelines.of(lab, point).permitted().permits(value, from)) {
            throw RuleBroken.at("value", "policy.value.notPermitted", value, from);
        }
    }

    private void append(PolicyChoice choice, String action, String reason) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("lab", choice.lab());
        content.put("item", choice.item());
        content.put("input", choice.input());
        content.put("value", choice.value());
        content.put("from", choice.from().toString());
        content.put("proposedBy", choice.proposedBy());
        ledger.append(new Ledger.Fact(null, action, choice.subject(), null, reason, content));
    }
}
