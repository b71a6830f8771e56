package org.jianzheng.manualentry;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: whether a force may be typed, and the list of records where it was. */
@Service
@Transactional
public class ManualEntries {

    private final TypingWaivers waivers;
    private final Outages outages;
    private final SendingMachines machines;
    private final EntityManager entities;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    ManualEntries(
            TypingWaivers waivers,
            Outages outages,
            SendingMachines machines,
            EntityManager entities,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.waivers = waivers;
        this.outages = outages;
        this.machines = machines;
        this.entities = entities;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * On whose word that force may be typed.
     *
     * @throws RuleBroken where the laboratory has a machine that sends it, and nobody let it be typed
     */
    public TypingBasis basis(TypedForce force) {
        List<Machine> sending = machines.of(force);
        if (sending.isEmpty()) {
            return TypingBasis.NO_MACHINE;
        }
        return waivers.covering(force)
                .map(waiver -> new TypingBasis(
                        EntryGround.WAIVER, waiver.number(), waiver.decided().byName()))
                .or(() -> outages.covering(force, ordered(force, sending)))
                .orElseThrow(() -> new RuleBroken(
                        "manualentry.required",
                        sending.stream().map(Machine::code).collect(Collectors.joining("、"))));
    }

    /** Machines of the laboratory that send by themselves, whatever they are entered for. */
    @Transactional(readOnly = true)
    public List<Machine> sending(String labCode, Set<MachineKind> kinds) {
        return machines.of(labCode, kinds);
    }

    // A spare that is broken lets nobody type what the ordered machine would send.
    private static List<Machine> ordered(TypedForce force, List<Machine> sending) {
        List<Machine> ordered = sending.stream()
                .filter(machine -> force.machines().contains(machine.code()))
                .toList();
        return ordered.isEmpty() ? sending : ordered;
    }

    /** Counts a record whose forces were typed. */
    public void entered(EnteredRecord record, TypingBasis basis) {
        ManualEntry entry = new ManualEntry(record, basis, CityTime.now(clock));
        entities.persist(entry);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("recordNo", record.recordNo());
        content.put("lab", record.labCode());
        content.put("item", record.item());
        content.put("ground", basis.ground().name());
        content.put("reference", basis.reference());
        ledger.append(new Ledger.Fact(null, "record.typed", entry.ledgerSubject(), record.caseId(), null, content));
    }

    /**
     * Records whose forces were typed, newest first: of the reader's laboratory, of all for the station.
     *
     * @param ground name of an {@link EntryGround}, or empty
     * @param lab code, or empty
     */
    @Transactional(readOnly = true)
    public Paged<EntryLine> list(String ground, String lab, int page, int size) {
        return new NewestFirst<>(entities, ManualEntry.class, "enteredAt", "recordNo")
                .page(
                        identity.scope()
                                .<ManualEntry>withinLab("labCode")
                                .and(on(ground))
                                .and(having("labCode", lab)),
                        page,
                        size)
                .map(ManualEntry::line);
    }

    private static Specification<ManualEntry> on(String ground) {
        return Arrays.stream(EntryGround.values())
                .filter(each -> each.name().equals(ground))
                .findFirst()
                .<Specification<ManualEntry>>map(
                        each -> (root, query, builder) -> builder.equal(root.get("ground"), each))
                .orElse((root, query, builder) -> builder.conjunction());
    }

    private static Specification<ManualEntry> having(String attribute, String wanted) {
        return (root, query, builder) ->
                wanted.isEmpty() ? builder.conjunction() : builder.equal(root.get(attribute), wanted);
    }
}
