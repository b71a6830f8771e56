package org.jianzheng.manualentry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Machines that are out of order, and the days on which a technical head lets forces be typed because of it. */
@Service
@Transactional
public class Outages {

    private static final int LONGEST = 500;
    private static final Limit SHOWN = Limit.of(10);
    private static final String RULE = "manualentry.day";

    private final OutageStore store;
    private final TypingDayStore days;
    private final Registry registry;
    private final Warnings warnings;
    private final ChineseText texts;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Outages(
            OutageStore store,
            TypingDayStore days,
            Registry registry,
            Warnings warnings,
            ChineseText texts,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.days = days;
        this.registry = registry;
        this.warnings = warnings;
        this.texts = texts;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person may say that this machine is out of order, or back: they test or lead there. */
    public boolean mayReport(String equipment) {
        Person by = identity.acting();
        return isOfLab(equipment) && (by.has(Role.TESTER) || by.has(Role.LABADMIN) || by.has(Role.TECHNICALHEAD));
    }

    /** Whether the acting person may let forces be typed today because it is out of order. */
    @Transactional(readOnly = true)
    public boolean mayAllow(String equipment) {
        LocalDate today = CityTime.today(clock);
        return leads(equipment)
                && store.findByOpenKeyIn(List.of(equipment)).stream()
                        .anyMatch(outage -> outage.isForeignTo(identity.acting()))
                && days.findByLabCodeAndDay(registry.machine(equipment).labCode(), today).stream()
                        .noneMatch(day -> day.equipment().equals(equipment));
    }

    private boolean leads(String equipment) {
        return isOfLab(equipment) && identity.acting().has(Role.TECHNICALHEAD);
    }

    private boolean isOfLab(String equipment) {
        return identity.acting()
                .lab()
                .equals(Optional.of(registry.machine(equipment).labCode()));
    }

    /** @return id of the outage */
    public String report(String equipment, String reason) {
        Machine machine = registry.ownMachine(equipment);
        if (!mayReport(equipment)) {
            throw new RuleBroken("manualentry.outage.lab");
        }
        String why = FormValues.reason(reason, LONGEST);
        Outage outage = new Outage(machine, why, identity.acting(), CityTime.now(clock));
        try {
            store.saveAndFlush(outage);
        } catch (DataIntegrityViolationException open) {
            throw new RuleBroken("manualentry.outage.open", equipment);
        }
        append(outage.ledgerSubject(), "outage.reported", why, outage);
        return outage.id();
    }

    public void giveBack(String equipment, String reason) {
        Outage outage = open(equipment);
        if (!mayReport(equipment)) {
            throw new RuleBroken("manualentry.outage.lab");
        }
        String why = FormValues.reason(reason, LONGEST);
        outage.giveBack(why, identity.acting(), CityTime.now(clock));
        append(outage.ledgerSubject(), "outage.returned", why, outage);
    }

    /** The technical head lets forces be typed today; the station is told. */
    public void allowToday(String equipment, String reason) {
        Outage outage = open(equipment);
        if (!leads(equipment)) {
            throw new RuleBroken("manualentry.day.head");
        }
        Person by = identity.acting();
        outage.requireAllows(by);
        String why = FormValues.reason(reason, LONGEST);
        LocalDate today = CityTime.today(clock);
        TypingDay day = new TypingDay(outage, today, why, by, CityTime.now(clock));
        try {
            days.saveAndFlush(day);
        } catch (DataIntegrityViolationException twice) {
            throw new RuleBroken("manualentry.day.twice", equipment);
        }
        append(day.ledgerSubject(), "outage.typing", why, outage);
        warnings.raise(new NewWarning(
                "%s:%s".formatted(day.ledgerSubject(), today),
                RULE,
                new NewWarning.Subject("machine", equipment, "/equipment/" + equipment),
                outage.labCode(),
                null,
                WarningSeverity.WARN,
                texts.text(RULE, equipment, today, by.name(), why),
                Map.of("equipment", equipment, "day", today.toString())));
    }

    /** Whether it was reported out of order, and not back yet, at that moment. */
    @Transactional(readOnly = true)
    public boolean isOut(String equipment, Instant at) {
        return store.findByEquipmentOrderByReportedAtDesc(equipment, SHOWN).stream()
                .anyMatch(outage -> outage.isUnderWayAt(at));
    }

    /**
     * On whose word that force may be typed: every machine that should have sent it was out of order when it was tested, and
     * somebody else than the tester let it be typed that day. It is typed by the end of the next day.
     *
     * @param machines that send it: those of the order, else all
     */
    Optional<TypingBasis> covering(TypedForce force, Collection<Machine> machines) {
        LocalDate day = LocalDate.ofInstant(force.testedAt(), CityTime.ZONE);
        if (day.plusDays(1).isBefore(CityTime.today(clock))) {
            return Optional.empty();
        }
        Set<String> codes = machines.stream().map(Machine::code).collect(Collectors.toSet());
        Map<String, TypingDay> allowed = days.findByLabCodeAndDay(force.labCode(), day).stream()
                .filter(one -> codes.contains(one.equipment())
                        && one.isForeignTo(force.tester())
                        && wasOut(one, force.testedAt()))
                .collect(Collectors.toMap(TypingDay::equipment, one -> one, (one, other) -> one));
        if (!allowed.keySet().containsAll(codes)) {
            return Optional.empty();
        }
        allowed.values().forEach(one -> {
            official.requireIntact("manual_day", Map.of("id", one.id()));
            official.requireIntact("manual_outage", Map.of("id", one.outageId()));
        });
        return allowed.values().stream()
                .findFirst()
                .map(one -> new TypingBasis(EntryGround.OUT_OF_ORDER, one.equipment(), one.allowedName()));
    }

    private boolean wasOut(TypingDay day, Instant at) {
        return store.findById(day.outageId())
                .filter(outage -> outage.holdsAt(at))
                .isPresent();
    }

    /** The last ones of a machine, newest first, for its laboratory and the station. */
    @Transactional(readOnly = true)
    public List<OutageView> of(String equipment) {
        registry.ownMachine(equipment);
        List<Outage> found = store.findByEquipmentOrderByReportedAtDesc(equipment, SHOWN);
        Map<String, List<OutageView.Day>> allowed =
                days
                        .findByOutageIdInOrderByAllowedAt(
                                found.stream().map(Outage::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                TypingDay::outageId, Collectors.mapping(TypingDay::view, Collectors.toList())));
        return found.stream()
                .map(one -> one.view(allowed.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Outage open(String equipment) {
        registry.ownMachine(equipment);
        Outage outage = store.findByOpenKeyIn(List.of(equipment)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("manualentry.outage.none", equipment));
        official.requireIntact("manual_outage", Map.of("id", outage.id()));
        return outage;
    }

    private void append(String subject, String action, String reason, Outage outage) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("equipment", outage.equipment());
        content.put("lab", outage.labCode());
        content.put("outage", outage.id());
        ledger.append(new Ledger.Fact(null, action, subject, null, reason, content));
    }
}
