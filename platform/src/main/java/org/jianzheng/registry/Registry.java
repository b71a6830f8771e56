package org.jianzheng.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.ChineseText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door of the module: what is registered, on any day. Days are the city's calendar days; whoever asks says which day counts,
 * because a certificate that held when the test was made must not fail its report a week later.
 */
@Service
@Transactional(readOnly = true)
public class Registry {

    private final RegistryReader registries;
    private final LabRows labs;
    private final RegistryRevision revision;
    private final ChineseText wording;
    private final Identity identity;

    Registry(
            RegistryReader registries,
            LabRows labs,
            RegistryRevision revision,
            ChineseText wording,
            Identity identity) {
        this.registries = registries;
        this.labs = labs;
        this.revision = revision;
        this.wording = wording;
        this.identity = identity;
    }

    /** Changes with every change of what is registered, also where that change is the only one of a second. */
    public String revision() {
        return revision.stamp();
    }

    /**
     * Until this transaction ends nobody else changes the registries: a rule that counts what stands there (two laboratories
     * of an item, one employer of a person) would else be kept by each of two changes and broken by both. What it is about
     * may be a row that neither has written yet, so it is the stamp that is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        revision.lock();
    }

    /** Says that something registered has changed, in the transaction that changes it. */
    @Transactional
    public void changed() {
        revision.renew();
    }

    /** Those that hang in a room of the laboratory. */
    public List<Camera> cameras(String labCode, String room) {
        return registries.camerasIn(labCode, room);
    }

    /** All that the laboratory has on record, calibrated or not. */
    public List<Machine> equipment(String labCode) {
        return registries.machinesOf(labCode);
    }

    /** The laboratory's equipment that may be used for the item that day. */
    public List<Machine> usable(String labCode, String item, LocalDate day) {
        return usable(labCode, item, Set.of(), day);
    }

    /** The same for any of these parameters of the item. */
    public List<Machine> usable(String labCode, String item, Set<String> parameters, LocalDate day) {
        return registries.machinesOf(labCode).stream()
                .filter(machine -> machine.items().serves(item, parameters)
                        && machine.calibrated().covers(day))
                .toList();
    }

    /** Whether the laboratory has a contract for that item of the project that day (at most two laboratories have). */
    public boolean contractCovers(String projectCode, String labCode, String item, LocalDate day) {
        return registries.contractCovers(projectCode, labCode, item, day);
    }

    /** 取样员, 见证员, … in Chinese. */
    public String roleName(Role role) {
        return wording.text("qualification.role." + role);
    }

    public List<Lab> labs() {
        return labs.all();
    }

    /** Those whose code, name, address or certificate number contains the text; everybody may look. */
    public Paged<Lab> labs(String search, int page, int size) {
        return labs.page(search, page, size);
    }

    public Lab lab(String code) {
        return labs.find(code).orElseThrow(() -> new NotFound("qualification.lab.unknown", code));
    }

    /** @param employerPath {@code contractors/SJ1}, {@code labs/BJ01}, {@code station} */
    public Organisation organisation(String employerPath) {
        return registries
                .organisation(employerPath)
                .orElseThrow(() -> new NotFound("qualification.organisation.unknown", employerPath));
    }

    /** Whether they are one firm, whatever trades it is registered in. */
    public boolean isSameFirm(String employerPath, String other) {
        if (employerPath.equals(other)) {
            return true;
        }
        registries.organisations(Set.of(employerPath, other)); // both in one query
        return organisation(employerPath).isSameFirmAs(organisation(other));
    }

    /** Names of several, by path; of those that are registered. */
    public Map<String, String> names(Set<String> employerPaths) {
        return registries.organisations(employerPaths).stream()
                .collect(Collectors.toMap(Organisation::path, Organisation::name));
    }

    public Member member(String username) {
        return registries.member(username).orElseThrow(() -> new NotFound("qualification.person.unknown", username));
    }

    /** Of these those who are with their employer that day and hold a certificate for one of the roles. */
    public Set<String> standing(Set<String> usernames, Set<Role> roles, LocalDate day) {
        return usernames.isEmpty() ? Set.of() : registries.standing(usernames, roles, day);
    }

    public Machine machine(String code) {
        return registries.machine(code).orElseThrow(() -> new NotFound("qualification.machine.unknown", code));
    }

    /** People of the acting person's own employer; of everybody for the station. */
    public Paged<Member> members(String search, int page, int size) {
        Scope scope = identity.scope();
        return switch (scope.kind()) {
            case ALL -> registries.members("%", search, page, size);
            case NONE -> new Paged<>(List.of(), 0);
            default -> registries.members(identity.acting().employer().orElseThrow(), search, page, size);
        };
    }

    /** Somebody whom {@link #members} lists; nobody else may know of them. */
    public Member colleague(String username) {
        Member found = member(username);
        boolean seen = identity.scope().kind() == Scope.Kind.ALL
                || identity.acting().employer().filter(found.employer()::equals).isPresent();
        if (!seen) {
            throw new NotFound("qualification.person.unknown", username);
        }
        return found;
    }

    /** Equipment that {@link #machines} lists; nobody else may know of it. */
    public Machine ownMachine(String code) {
        Machine found = machine(code);
        if (!identity.scope().seesLab(found.labCode())) {
            throw new NotFound("qualification.machine.unknown", code);
        }
        return found;
    }

    /** Equipment of the acting person's own laboratory; of all for the station; of none for others. */
    public Paged<Machine> machines(String search, int page, int size) {
        Scope scope = identity.scope();
        return switch (scope.kind()) {
            case ALL -> registries.machines("%", search, page, size);
            case LAB -> registries.machines(scope.code(), search, page, size);
            default -> new Paged<>(List.of(), 0);
        };
    }
}
