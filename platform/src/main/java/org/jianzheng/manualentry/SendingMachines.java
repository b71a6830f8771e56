package org.jianzheng.manualentry;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Machines that send by themselves: those that were given a secret, and those of which the station says that they have to. So
 * that it is not the laboratory's own word whether it owns one.
 */
@Service
@Transactional
public class SendingMachines {

    private static final int LONGEST = 500;

    private final MachineLogins logins;
    private final Registry registry;
    private final EntityManager entities;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    SendingMachines(
            MachineLogins logins,
            Registry registry,
            EntityManager entities,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.logins = logins;
        this.registry = registry;
        this.entities = entities;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person may say so. */
    public boolean mayRequire() {
        return identity.acting().ofStation();
    }

    /** The station wants the machine to send by itself from now on. */
    public void require(String equipment, String reason) {
        if (!mayRequire()) {
            throw new RuleBroken("manualentry.sending.station");
        }
        Machine machine = registry.ownMachine(equipment);
        String why = FormValues.reason(reason, LONGEST);
        if (required(equipment).isPresent()) {
            throw new RuleBroken("manualentry.sending.twice", equipment);
        }
        RequiredSending required = new RequiredSending(machine, why, identity.acting(), CityTime.now(clock));
        entities.persist(required);
        ledger.append(new Ledger.Fact(
                null,
                "machine.sending",
                required.ledgerSubject(),
                null,
                why,
                Map.of("equipment", equipment, "lab", machine.labCode())));
    }

    /** The station's word on the machine, for its laboratory and the station. */
    @Transactional(readOnly = true)
    public Optional<TypingWaiverView.Word> required(String equipment) {
        registry.ownMachine(equipment);
        return Optional.ofNullable(entities.find(RequiredSending.class, equipment))
                .map(RequiredSending::word);
    }

    /**
     * Machines on record, calibrated or not, that send what is about to be typed. One of an old entry, which says no kind,
     * counts: that nobody wrote down what it can do lets nobody type.
     */
    List<Machine> of(TypedForce force) {
        return of(force.labCode(), force.kinds()).stream()
                .filter(machine -> machine.serves(force.item(), force.parameter()))
                .toList();
    }

    List<Machine> of(String labCode, Set<MachineKind> kinds) {
        List<Machine> fit = registry.equipment(labCode).stream()
                .filter(machine -> machine.kind() == null || kinds.contains(machine.kind()))
                .toList();
        if (fit.isEmpty()) {
            return List.of();
        }
        Set<String> codes = fit.stream().map(Machine::code).collect(Collectors.toSet());
        Set<String> sending = new HashSet<>(logins.connected(codes));
        codes.removeAll(sending);
        if (!codes.isEmpty()) {
            sending.addAll(required(codes));
        }
        return fit.stream().filter(machine -> sending.contains(machine.code())).toList();
    }

    private List<String> required(Set<String> codes) {
        return entities.createQuery("from RequiredSending where equipment in :codes", RequiredSending.class)
                .setParameter("codes", codes)
                .getResultStream()
                .map(RequiredSending::equipment)
                .toList();
    }
}
