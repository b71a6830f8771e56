package org.jianzheng.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Waivers of the station: for a laboratory, a rule, an item or all, until a day. They count where the rule asks for one. */
@Service
@Transactional
public class Waivers {

    private static final int LONGEST_MONTHS = 12;

    private final WaiverStore store;
    private final Registry registry;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Waivers(WaiverStore store, Registry registry, Ledger ledger, Identity identity, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Newest first: a laboratory sees its own. */
    @Transactional(readOnly = true)
    public List<WaiverView> list() {
        Scope scope = identity.scope();
        List<Waiver> found =
                switch (scope.kind()) {
                    case ALL -> store.findTop200ByOrderByGrantedAtDesc();
                    case LAB -> store.findTop200ByLabCodeOrderByGrantedAtDesc(scope.code());
                    default -> List.of();
                };
        return found.stream().map(Waiver::view).toList();
    }

    public boolean mayGrant() {
        return identity.acting().ofStation();
    }

    /** @return its id */
    public String grant(String labCode, GateRule rule, String item, LocalDate until, String reason) {
        station();
        LocalDate today = CityTime.today(clock);
        if (until == null || until.isBefore(today) || until.isAfter(today.plusMonths(LONGEST_MONTHS))) {
            throw RuleBroken.at("until", "gate.waiver.until", LONGEST_MONTHS);
        }
        if (item != null && Catalogue.current().find(item).isEmpty()) {
            throw RuleBroken.at("item", "gate.waiver.item");
        }
        String why = FormValues.reason(reason, 400);
        Waiver waiver = new Waiver(labCode, rule, item, today, until, why, identity.acting(), CityTime.now(clock));
        append(waiver, "gate.waiver.granted", waiver.view().reason());
        registry.changed();
        return store.save(waiver).view().id();
    }

    public void withdraw(String id) {
        station();
        Waiver waiver = store.findById(id).orElseThrow(() -> new NotFound("gate.waiver.unknown"));
        waiver.withdraw(identity.acting(), CityTime.now(clock));
        append(waiver, "gate.waiver.withdrawn", null);
        registry.changed();
    }

    private void station() {
        if (!mayGrant()) {
            throw new RuleBroken("gate.waiver.station");
        }
    }

    private void append(Waiver waiver, String action, String reason) {
        WaiverView view = waiver.view();
        ledger.append(new Ledger.Fact(
                null,
                action,
                waiver.ledgerSubject(),
                null,
                reason,
                Map.of(
                        "lab", view.labCode(),
                        "rule", view.rule().name(),
                        "item", view.item() == null ? "" : view.item(),
                        "until", view.until().toString())));
    }
}
