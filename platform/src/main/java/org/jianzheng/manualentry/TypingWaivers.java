package org.jianzheng.manualentry;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 人工录入准许: a laboratory asks, the station decides and may revoke. A laboratory sees its own. */
@Service
@Transactional
public class TypingWaivers {

    private static final int LONGEST = 500;

    private final TypingWaiverStore store;
    private final EntityManager entities;
    private final TypingWaiverNotices notices;
    private final Numbers numbers;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    TypingWaivers(
            TypingWaiverStore store,
            EntityManager entities,
            TypingWaiverNotices notices,
            Numbers numbers,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.notices = notices;
        this.numbers = numbers;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person may ask for one. */
    public boolean mayAsk() {
        Person by = identity.acting();
        return by.lab().isPresent() && (by.has(Role.LABADMIN) || by.has(Role.TECHNICALHEAD));
    }

    public boolean mayDecide() {
        return identity.acting().ofStation();
    }

    /**
     * Asks the station.
     *
     * @return its id
     * @throws RuleBroken naming the field
     */
    public String ask(Map<String, String> fields) {
        if (!mayAsk()) {
            throw new RuleBroken("manualentry.waiver.lab");
        }
        TypingWaiverRequest request = TypingWaiverRequest.typed(fields, clock);
        if (Catalogue.current().find(request.item()).isEmpty()) {
            throw RuleBroken.at("item", "kernel.form.choice", request.item());
        }
        Person by = identity.acting();
        String lab = by.lab().orElseThrow();
        if (store.findByLabCodeAndItemAndUntilDayGreaterThanEqual(lab, request.item(), request.from()).stream()
                .anyMatch(other -> other.meets(request.from(), request.until()))) {
            throw RuleBroken.at("from", "manualentry.waiver.twice");
        }
        TypingWaiver waiver =
                store.save(new TypingWaiver(numbers.allocate("RL", lab), request, by, CityTime.now(clock)));
        append(waiver, "waiver.asked", request.reason());
        notices.asked(waiver.view());
        return waiver.view().id();
    }

    /** @param decision {@code GRANTED} or {@code REFUSED}; any other decides nothing */
    public void decide(String id, String decision, String text) {
        TypingWaiver waiver = intact(id);
        requireStation();
        FormValues form = new FormValues(Map.of("decision", decision, "text", text));
        boolean granted = form.choice("decision", TypingWaiverState.GRANTED.name(), TypingWaiverState.REFUSED.name())
                .equals(TypingWaiverState.GRANTED.name());
        String said = form.required("text", LONGEST);
        waiver.decide(granted, said, identity.acting(), CityTime.now(clock));
        append(waiver, granted ? "waiver.granted" : "waiver.refused", said);
        notices.decided(waiver.view());
    }

    /** The station ends it: what is tested from now on is not typed. */
    public void revoke(String id, String text) {
        TypingWaiver waiver = intact(id);
        requireStation();
        String said = FormValues.reason(text, LONGEST);
        waiver.revoke(said, identity.acting(), CityTime.now(clock));
        append(waiver, "waiver.revoked", said);
        notices.ended(waiver.view());
    }

    /** The laboratory needs it no longer. */
    public void withdraw(String id, String text) {
        TypingWaiver waiver = intact(id);
        if (!mayAsk() || !identity.acting().lab().equals(Optional.of(waiver.labCode()))) {
            throw new RuleBroken("manualentry.waiver.lab");
        }
        String said = FormValues.reason(text, LONGEST);
        waiver.withdraw(said, identity.acting(), CityTime.now(clock));
        append(waiver, "waiver.withdrawn", said);
        notices.ended(waiver.view());
    }

    private void requireStation() {
        if (!mayDecide()) {
            throw new RuleBroken("manualentry.waiver.station");
        }
    }

    /** The one under which that force may be typed. */
    Optional<TypingWaiverView> covering(TypedForce force) {
        LocalDate day = LocalDate.ofInstant(force.testedAt(), CityTime.ZONE);
        Optional<TypingWaiverView> found =
                store.findByLabCodeAndItemAndUntilDayGreaterThanEqual(force.labCode(), force.item(), day).stream()
                        .filter(waiver -> waiver.covers(force.testedAt(), clock.instant()))
                        .map(TypingWaiver::view)
                        .findFirst();
        found.ifPresent(waiver -> official.requireIntact("manual_waiver", Map.of("id", waiver.id())));
        return found;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Paged<TypingWaiverView> list(int page, int size) {
        return new NewestFirst<>(entities, TypingWaiver.class, "askedAt", "id")
                .page(identity.scope().withinLab("labCode"), page, size)
                .map(TypingWaiver::view);
    }

    /** @throws NotFound when there is none, or it is another laboratory's */
    @Transactional(readOnly = true)
    public TypingWaiverView find(String id) {
        return seen(id).view();
    }

    private TypingWaiver intact(String id) {
        TypingWaiver waiver = seen(id);
        official.requireIntact("manual_waiver", Map.of("id", id));
        return waiver;
    }

    private TypingWaiver seen(String id) {
        return store.findById(id)
                .filter(waiver -> identity.scope().seesLab(waiver.labCode()))
                .orElseThrow(() -> new NotFound("manualentry.waiver.unknown"));
    }

    private void append(TypingWaiver waiver, String action, String reason) {
        TypingWaiverView view = waiver.view();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("number", view.number());
        content.put("lab", view.labCode());
        content.put("item", view.request().item());
        content.put("from", view.request().from().toString());
        content.put("until", view.request().until().toString());
        content.put("state", view.state().name());
        ledger.append(new Ledger.Fact(null, action, waiver.ledgerSubject(), null, reason, content));
    }
}
