package org.jianzheng.qualification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.qualification.gate.Gate;
import org.jianzheng.qualification.gate.GateKeeper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate and the registries behind it. Days are the city's calendar days; whoever asks says which day counts, because a
 * certificate that held when the test was made must not fail its report a week later.
 */
@Service
@Transactional(readOnly = true)
public class Qualification {

    private final Registries registries;
    private final Laboratories labs;
    private final Wording wording;
    private final Identity identity;
    private final Gate gate;
    private final GateKeeper keeper;

    Qualification(
            Registries registries,
            Laboratories labs,
            Wording wording,
            Identity identity,
            Gate gate,
            GateKeeper keeper) {
        this.gate = gate;
        this.keeper = keeper;
        this.registries = registries;
        this.labs = labs;
        this.wording = wording;
        this.identity = identity;
    }

    /**
     * Whether something may be done. Nothing is recorded: for looking ahead, in lists and forms.
     *
     * @see #pass
     */
    public GateAnswer ask(GateQuestion question) {
        return gate.ask(question);
    }

    /**
     * The same where it is about to be done, in the transaction that does it: warnings are recorded with the case, and a
     * refusal that is a breach opens one, whatever becomes of the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GateAnswer pass(GateQuestion question) {
        GateAnswer answer = gate.ask(question);
        keeper.keep(question, answer);
        return answer;
    }

    /**
     * What the gate has warned of in that case and warns of now, for the form of the step that the question is about; empty
     * when it has not.
     */
    public String warnings(GateQuestion ahead) {
        return Stream.concat(
                        keeper.warnings(ahead.caseId()).stream().map(GateKeeper.Warning::reason),
                        gate.ask(ahead).warnings().stream().map(Finding::reason))
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** May the laboratory test the item: its certificate and a scope line in either speciality hold that day. */
    public Answer mayTest(String labCode, String item, LocalDate day) {
        return mayTest(labCode, item, Set.of(), day);
    }

    /** The same of these parameters of the item. */
    public Answer mayTest(String labCode, String item, Set<String> parameters, LocalDate day) {
        return answer(GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day)
                .lab(labCode)
                .measuring(parameters));
    }

    /** May the person act in the role on the item: a certificate for that role names the item and holds that day. */
    public Answer mayAct(String username, Role role, String item, LocalDate day) {
        return answer(GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day).person(username, role));
    }

    /** May the equipment be used for the item: it is meant for it and its calibration holds that day. */
    public Answer mayUse(String equipmentCode, String item, LocalDate day) {
        return answer(GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day).machine(equipmentCode));
    }

    private Answer answer(GateQuestion question) {
        return new Answer(gate.ask(question).findings().stream()
                .filter(Finding::stops)
                .map(Finding::reason)
                .toList());
    }

    /** The laboratory's people who may act in the role on the item that day. */
    public List<Member> eligible(String labCode, Role role, String item, LocalDate day) {
        return eligible(labCode, role, item, Set.of(), day);
    }

    /** The same of these parameters of the item. */
    public List<Member> eligible(String labCode, Role role, String item, Set<String> parameters, LocalDate day) {
        return registries.membersOf("labs/" + labCode, day).stream()
                .filter(member -> member.may(role, item, parameters, day))
                .toList();
    }

    /** The same for any employer, by its group path: samplers of a contractor, witnesses of a supervision firm. */
    public List<Member> eligibleOf(String employer, Role role, String item, LocalDate day) {
        return registries.membersOf(employer, day).stream()
                .filter(member -> member.may(role, item, Set.of(), day))
                .toList();
    }

    /** The laboratory's equipment that may be used for the item that day. */
    public List<Machine> usable(String labCode, String item, LocalDate day) {
        return usable(labCode, item, Set.of(), day);
    }

    /** The same for any of these parameters of the item. */
    public List<Machine> usable(String labCode, String item, Set<String> parameters, LocalDate day) {
        return registries.machines(labCode, "", 0, Integer.MAX_VALUE).items().stream()
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

    /** Equipment that {@link #machines} lists; nobody else may know of it. */
    public Machine ownMachine(String code) {
        Machine found = machine(code);
        Scope scope = identity.scope();
        boolean seen = scope.kind() == Scope.Kind.ALL
                || (scope.kind() == Scope.Kind.LAB && scope.code().equals(found.labCode()));
        if (!seen) {
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
