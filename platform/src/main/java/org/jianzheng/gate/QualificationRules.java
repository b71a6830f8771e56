package org.jianzheng.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.gate.RegistrySnapshot.Certificate;
import org.jianzheng.gate.RegistrySnapshot.LabFacts;
import org.jianzheng.gate.RegistrySnapshot.MachineFacts;
import org.jianzheng.gate.RegistrySnapshot.PersonFacts;
import org.jianzheng.gate.RegistrySnapshot.ScopeLine;
import org.jianzheng.gate.RegistrySnapshot.Suspended;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.registry.Registry;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem.Parameter;
import org.springframework.stereotype.Component;

/** What is wrong, rule by rule; how bad that is, the station says elsewhere. The first hit about one thing is enough. */
@Component
class QualificationRules {

    /** Error of indication in per cent; a machine of class 1 is within one. */
    private static final BigDecimal COARSEST = BigDecimal.ONE;

    private static final Pattern ACCURACY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*级");

    private final ChineseText wording;
    private final Registry registry;

    QualificationRules(ChineseText wording, Registry registry) {
        this.wording = wording;
        this.registry = registry;
    }

    /** A rule that is broken. */
    record Hit(GateRule rule, String subject, String reason) {}

    /** A line of the scope counts where it holds all compulsory parameters of the item: 必备 ones are held as a whole. */
    Optional<Hit> lab(RegistrySnapshot now, String code, String item, Set<String> parameters, LocalDate testDay) {
        LabFacts lab = now.labs().get(code);
        if (lab == null) {
            return hit(GateRule.LAB_UNKNOWN, code, "qualification.lab.unknown", code);
        }
        if (lab.certificates().stream().noneMatch(one -> one.covers(testDay))) {
            return certificate(lab, testDay);
        }
        List<ScopeLine> lines = lab.scope().getOrDefault(item, List.of());
        List<ScopeLine> then =
                lines.stream().filter(line -> line.valid().covers(testDay)).toList();
        return then.isEmpty()
                ? scope(lab, item, lines.stream().map(ScopeLine::valid).toList(), testDay)
                : parameters(lab, item, parameters, then);
    }

    private Optional<Hit> parameters(LabFacts lab, String item, Set<String> asked, List<ScopeLine> lines) {
        Set<String> compulsory = ScopeCodes.compulsory(item);
        List<ScopeLine> whole = lines.stream()
                .filter(line -> line.codes() == null
                        || line.codes().missing(item, compulsory).isEmpty())
                .toList();
        if (whole.isEmpty()) {
            String missing = ScopeCodes.parameters(item, lines.get(0).codes().missing(item, compulsory));
            return hit(GateRule.LAB_SCOPE, item, "gate.lab.compulsory", lab.name(), label(item), missing);
        }
        Set<String> missing = new LinkedHashSet<>(asked);
        missing.removeIf(parameter -> whole.stream()
                .anyMatch(line -> line.codes() == null || line.codes().holds(item, parameter)));
        return missing.isEmpty()
                ? Optional.empty()
                : hit(
                        GateRule.LAB_SCOPE,
                        item,
                        "gate.lab.parameters",
                        lab.name(),
                        label(item),
                        ScopeCodes.parameters(item, missing));
    }

    /** A machine for each parameter: of its kind, meant for it and calibrated. */
    List<Hit> equipped(RegistrySnapshot now, String lab, String item, Set<String> parameters, LocalDate testDay) {
        List<MachineFacts> owned = now.machines().values().stream()
                .filter(machine ->
                        machine.lab().equals(lab) && machine.calibrated().covers(testDay))
                .toList();
        return Catalogue.current().find(item).stream()
                .flatMap(each -> each.parameters().stream())
                .filter(parameter -> parameters.contains(parameter.code())
                        && !parameter.machines().isEmpty()
                        && owned.stream().noneMatch(machine -> serves(machine, item, parameter)))
                .flatMap(parameter -> hit(
                        GateRule.EQUIPMENT_NONE,
                        item,
                        "gate.machine.none",
                        labName(now, "labs/" + lab),
                        label(item),
                        parameter.name().zh(),
                        kinds(parameter))
                        .stream())
                .toList();
    }

    private static boolean serves(MachineFacts machine, String item, Parameter parameter) {
        return machine.kind() != null
                && parameter.machines().contains(machine.kind())
                && machine.items().holds(item, parameter.code());
    }

    private static String kinds(Parameter parameter) {
        return parameter.machines().stream()
                .flatMap(name -> MachineKind.named(name).stream())
                .sorted()
                .map(MachineKind::label)
                .collect(Collectors.joining("或"));
    }

    private Optional<Hit> certificate(LabFacts lab, LocalDate day) {
        Optional<LocalDate> last = lab.certificates().stream()
                .map(DaySpan::until)
                .filter(day::isAfter)
                .max(Comparator.naturalOrder());
        if (last.isPresent()) {
            return hit(GateRule.LAB_CERTIFICATE, lab.code(), "qualification.lab.certificate", lab.name(), last.get());
        }
        return lab.certificates().stream()
                .map(DaySpan::from)
                .min(Comparator.naturalOrder())
                .map(from -> hit(GateRule.LAB_CERTIFICATE, lab.code(), "gate.lab.certificateNotYet", lab.name(), from))
                .orElseGet(() -> hit(GateRule.LAB_CERTIFICATE, lab.code(), "gate.lab.certificateNone", lab.name()));
    }

    private Optional<Hit> scope(LabFacts lab, String item, List<DaySpan> lines, LocalDate day) {
        if (lines.isEmpty()) {
            return hit(GateRule.LAB_SCOPE, item, "qualification.lab.outOfScope", lab.name(), label(item));
        }
        Optional<LocalDate> last =
                lines.stream().map(DaySpan::until).filter(day::isAfter).max(Comparator.naturalOrder());
        return last.isPresent()
                ? hit(GateRule.LAB_SCOPE, item, "qualification.lab.scopeExpired", lab.name(), label(item), last.get())
                : hit(
                        GateRule.LAB_SCOPE,
                        item,
                        "gate.lab.scopeNotYet",
                        lab.name(),
                        label(item),
                        lines.stream()
                                .map(DaySpan::from)
                                .min(Comparator.naturalOrder())
                                .orElseThrow());
    }

    /** Today's suspension stops every act; one that held when the test was made stops what came of it, too. */
    Optional<Hit> suspension(RegistrySnapshot now, String lab, String item, LocalDate day, LocalDate testDay) {
        Optional<Suspended> found = now.suspensions(lab, item).stream()
                .filter(one -> one.covers(day) || one.covers(testDay))
                .findFirst();
        return found.flatMap(one -> hit(
                GateRule.LAB_SUSPENDED,
                item,
                one.until() == null ? "gate.lab.suspended" : "gate.lab.suspendedUntil",
                Optional.ofNullable(now.labs().get(lab)).map(LabFacts::name).orElse(lab),
                label(item),
                one.from(),
                one.until(),
                one.reason()));
    }

    Optional<Hit> contract(RegistrySnapshot now, String project, String lab, String item, LocalDate day) {
        boolean covered = registry.contractCovers(project, lab, item, day);
        return covered
                ? Optional.empty()
                : hit(GateRule.CONTRACT, project, "gate.contract", labName(now, "labs/" + lab), label(item), project);
    }

    Optional<Hit> person(
            RegistrySnapshot now, String username, Role role, String item, Set<String> parameters, LocalDate day) {
        PersonFacts person = now.people().get(username);
        if (person == null) {
            return hit(GateRule.PERSON_UNKNOWN, username, "qualification.person.unknown", username);
        }
        if (person.may(role, item, parameters, day)) {
            return Optional.empty();
        }
        return person.may(role, item, Set.of(), day)
                ? otherParameters(person, role, item, parameters, day)
                : certificate(person, role, item);
    }

    private Optional<Hit> otherParameters(
            PersonFacts person, Role role, String item, Set<String> parameters, LocalDate day) {
        Set<String> missing = parameters.stream()
                .filter(parameter -> !person.may(role, item, Set.of(parameter), day))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return hit(
                GateRule.PERSON_ITEM,
                person.username(),
                "gate.person.parameters",
                person.name(),
                wording.text("qualification.role." + role),
                label(item),
                ScopeCodes.parameters(item, missing));
    }

    private Optional<Hit> certificate(PersonFacts person, Role role, String item) {
        String roleName = wording.text("qualification.role." + role);
        List<Certificate> ofRole =
                person.certificates().stream().filter(one -> one.role() == role).toList();
        if (ofRole.isEmpty()) {
            return hit(
                    GateRule.PERSON_CERTIFICATE,
                    person.username(),
                    "qualification.person.noCertificate",
                    person.name(),
                    roleName);
        }
        Optional<Certificate> latest =
                ofRole.stream().filter(one -> one.items().names(item)).findFirst();
        return latest.isEmpty()
                ? hit(
                        GateRule.PERSON_ITEM,
                        person.username(),
                        "qualification.person.otherItem",
                        person.name(),
                        roleName,
                        label(item))
                : hit(
                        GateRule.PERSON_EXPIRED,
                        person.username(),
                        "qualification.person.expired",
                        person.name(),
                        latest.get().number(),
                        latest.get().valid().from(),
                        latest.get().valid().until());
    }

    /** Staff may not work for a laboratory other than the one they are registered with. */
    Optional<Hit> employer(RegistrySnapshot now, String username, String lab, LocalDate day) {
        PersonFacts person = now.people().get(username);
        if (person == null || person.worksFor("labs/" + lab, day)) {
            return Optional.empty();
        }
        return hit(
                GateRule.PERSON_LAB,
                username,
                person.hasLeft(day) ? "gate.person.left" : "gate.person.otherLab",
                person.name(),
                labName(now, person.employer()),
                labName(now, "labs/" + lab));
    }

    /** Nobody of the employer could do it, so that a case would wait for ever. */
    Optional<Hit> role(
            RegistrySnapshot now, String employer, Role role, String item, Set<String> parameters, LocalDate day) {
        boolean somebody =
                now.able(employer, role, item, parameters, day).findAny().isPresent();
        return somebody
                ? Optional.empty()
                : hit(
                        GateRule.ROLE_EMPTY,
                        role.name(),
                        "gate.role.empty",
                        labName(now, employer),
                        label(item),
                        wording.text("qualification.role." + role));
    }

    List<Hit> machine(
            RegistrySnapshot now, String code, String lab, String item, Set<String> parameters, LocalDate testDay) {
        MachineFacts machine = now.machines().get(code);
        if (machine == null) {
            return hit(GateRule.EQUIPMENT_UNKNOWN, code, "qualification.machine.unknown", code).stream()
                    .toList();
        }
        var hits = new ArrayList<Hit>();
        if (!machine.items().serves(item, parameters)) {
            add(hits, GateRule.EQUIPMENT_ITEM, machine, "qualification.machine.otherItem", label(item));
        }
        if (!machine.calibrated().covers(testDay)) {
            boolean early = testDay.isBefore(machine.calibrated().from());
            add(
                    hits,
                    GateRule.EQUIPMENT_CALIBRATION,
                    machine,
                    early ? "gate.machine.calibratedLater" : "qualification.machine.calibration",
                    early ? machine.calibrated().from() : machine.calibrated().until());
        }
        if (tooCoarse(machine.accuracy())) {
            add(hits, GateRule.EQUIPMENT_CLASS, machine, "gate.machine.class", machine.accuracy());
        }
        if (lab != null && !machine.lab().equals(lab)) {
            add(hits, GateRule.EQUIPMENT_LAB, machine, "gate.machine.otherLab", labName(now, "labs/" + machine.lab()));
        }
        return hits;
    }

    private static boolean tooCoarse(String accuracy) {
        Matcher grade = ACCURACY.matcher(accuracy);
        return grade.find() && new BigDecimal(grade.group(1)).compareTo(COARSEST) > 0;
    }

    private void add(List<Hit> hits, GateRule rule, MachineFacts machine, String code, Object argument) {
        hit(rule, machine.code(), code, machine.name(), machine.code(), argument)
                .ifPresent(hits::add);
    }

    private Optional<Hit> hit(GateRule rule, String subject, String code, Object... arguments) {
        return Optional.of(new Hit(rule, subject, wording.text(code, arguments)));
    }

    private String labName(RegistrySnapshot now, String employer) {
        String code = employer.substring(employer.indexOf('/') + 1);
        LabFacts lab = now.labs().get(code);
        return lab == null ? employer : lab.name();
    }

    private static String label(String item) {
        return Catalogue.current().label(item);
    }
}
