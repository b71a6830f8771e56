package org.jianzheng.qualification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate and the registries behind it. Days are the city's calendar days; whoever asks says which day counts, because a
 * certificate that held when the test was made must not fail its report a week later.
 */
@Service
@Transactional(readOnly = true)
public class Qualification {

    private final Registries registries;
    private final Wording wording;
    private final Identity identity;

    Qualification(Registries registries, Wording wording, Identity identity) {
        this.registries = registries;
        this.wording = wording;
        this.identity = identity;
    }

    /** May the laboratory test the item: its certificate and a scope line in either speciality hold that day. */
    public Answer mayTest(String labCode, String item, LocalDate day) {
        Optional<Lab> lab = registries.lab(labCode);
        if (lab.isEmpty()) {
            return no("qualification.lab.unknown", labCode);
        }
        Lab found = lab.get();
        if (!found.certificateValid().covers(day)) {
            return no(
                    "qualification.lab.certificate",
                    found.name(),
                    found.certificateValid().until());
        }
        List<Lab.ScopeLine> lines =
                found.scope().stream().filter(line -> line.item().equals(item)).toList();
        if (lines.isEmpty()) {
            return no("qualification.lab.outOfScope", found.name(), label(item));
        }
        if (lines.stream().noneMatch(line -> line.valid().covers(day))) {
            LocalDate until = lines.get(0).valid().until();
            return no("qualification.lab.scopeExpired", found.name(), label(item), until);
        }
        return new Answer(List.of());
    }

    /** May the person act in the role on the item: a certificate for that role names the item and holds that day. */
    public Answer mayAct(String username, Role role, String item, LocalDate day) {
        Optional<Member> member = registries.member(username);
        if (member.isEmpty()) {
            return no("qualification.person.unknown", username);
        }
        Member found = member.get();
        if (found.may(role, item, day)) {
            return new Answer(List.of());
        }
        List<Member.Certificate> ofRole = found.certificates().stream()
                .filter(certificate -> certificate.role() == role)
                .toList();
        String roleName = roleName(role);
        if (ofRole.isEmpty()) {
            return no("qualification.person.noCertificate", found.name(), roleName);
        }
        List<Member.Certificate> ofItem = ofRole.stream()
                .filter(certificate -> certificate.items().contains(item))
                .toList();
        if (ofItem.isEmpty()) {
            return no("qualification.person.otherItem", found.name(), roleName, label(item));
        }
        Member.Certificate latest = ofItem.get(0);
        return no(
                "qualification.person.expired",
                found.name(),
                latest.certificateNo(),
                latest.valid().from(),
                latest.valid().until());
    }

    /** May the equipment be used for the item: it is meant for it and its calibration holds that day. */
    public Answer mayUse(String equipmentCode, String item, LocalDate day) {
        Optional<Machine> machine = registries.machine(equipmentCode);
        if (machine.isEmpty()) {
            return no("qualification.machine.unknown", equipmentCode);
        }
        Machine found = machine.get();
        var reasons = new ArrayList<String>();
        if (!found.items().contains(item)) {
            reasons.add(wording.text("qualification.machine.otherItem", found.name(), found.code(), label(item)));
        }
        if (!found.calibrated().covers(day)) {
            LocalDate until = found.calibrated().until();
            reasons.add(wording.text("qualification.machine.calibration", found.name(), found.code(), until));
        }
        return new Answer(reasons);
    }

    /** The laboratory's people who may act in the role on the item that day. */
    public List<Member> eligible(String labCode, Role role, String item, LocalDate day) {
        return eligibleOf("labs/" + labCode, role, item, day);
    }

    /** The same for any employer, by its group path: samplers of a contractor, witnesses of a supervision firm. */
    public List<Member> eligibleOf(String employer, Role role, String item, LocalDate day) {
        return registries.membersOf(employer).stream()
                .filter(member -> member.may(role, item, day))
                .toList();
    }

    /** The laboratory's equipment that may be used for the item that day. */
    public List<Machine> usable(String labCode, String item, LocalDate day) {
        return registries.machines(labCode, "", 0, Integer.MAX_VALUE).items().stream()
                .filter(machine ->
                        machine.items().contains(item) && machine.calibrated().covers(day))
                .toList();
    }

    /** 取样员, 见证员, … in Chinese. */
    public String roleName(Role role) {
        return wording.text("qualification.role." + role);
    }

    public List<Lab> labs() {
        return registries.labs();
    }

    public Lab lab(String code) {
        return registries.lab(code).orElseThrow(() -> new NotFound("qualification.lab.unknown", code));
    }

    /** @param employerPath {@code contractors/SJ1}, {@code labs/BJ01}, {@code station} */
    public Organisation organisation(String employerPath) {
        return registries
                .organisation(employerPath)
                .orElseThrow(() -> new NotFound("qualification.organisation.unknown", employerPath));
    }

    public Member member(String username) {
        return registries.member(username).orElseThrow(() -> new NotFound("qualification.person.unknown", username));
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

    /** Equipment of the acting person's own laboratory; of all for the station; of none for others. */
    public Paged<Machine> machines(String search, int page, int size) {
        Scope scope = identity.scope();
        return switch (scope.kind()) {
            case ALL -> registries.machines("%", search, page, size);
            case LAB -> registries.machines(scope.code(), search, page, size);
            default -> new Paged<>(List.of(), 0);
        };
    }

    private Answer no(String code, Object... arguments) {
        return new Answer(List.of(wording.text(code, arguments)));
    }

    private static String label(String item) {
        return Item.of(item).map(Item::label).orElse(item);
    }
}
