package org.jianzheng.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jianzheng.gate.QualificationRules.Hit;
import org.jianzheng.identity.Role;
import org.jianzheng.records.ChineseText;
import org.jianzheng.workflow.Decisions;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.stereotype.Component;

/** The one place that answers whether something may be done: rules over the snapshot, severities from the station's table. */
@Component
@AsksDecision(
        value = GateEvaluation.SEVERITY,
        given = {"rule", "point"},
        answers = {"severity", "breach"})
class GateEvaluation {

    static final String SEVERITY = "gate-severity";

    private static final Set<Role> OF_LAB =
            EnumSet.of(Role.RECEIVER, Role.TESTER, Role.REVIEWER, Role.SIGNATORY, Role.TECHNICALHEAD, Role.LABADMIN);

    private final RegistrySnapshots snapshots;
    private final QualificationRules rules;
    private final Decisions decisions;
    private final ChineseText wording;

    GateEvaluation(RegistrySnapshots snapshots, QualificationRules rules, Decisions decisions, ChineseText wording) {
        this.snapshots = snapshots;
        this.rules = rules;
        this.decisions = decisions;
        this.wording = wording;
    }

    GateAnswer ask(GateQuestion question) {
        return ask(snapshots.current(), question);
    }

    /** For many questions at once: all are answered from the registries as they stand now. */
    Function<GateQuestion, GateAnswer> asOfNow() {
        RegistrySnapshot now = snapshots.current();
        return question -> ask(now, question);
    }

    List<AblePerson> able(String employer, Role role, String item, Set<String> parameters, LocalDate day) {
        return snapshots
                .current()
                .able(employer, role, item, parameters, day)
                .sorted(Comparator.comparing(RegistrySnapshot.PersonFacts::username))
                .map(person -> new AblePerson(person.username(), person.name(), person.certificateNo(role)))
                .toList();
    }

    Optional<String> certificateNo(String username, Role role) {
        return Optional.ofNullable(snapshots.current().people().get(username))
                .map(person -> person.certificateNo(role));
    }

    private GateAnswer ask(RegistrySnapshot now, GateQuestion question) {
        return new GateAnswer(hits(now, question).stream()
                .map(hit -> finding(now, question, hit))
                .toList());
    }

    private List<Hit> hits(RegistrySnapshot now, GateQuestion asked) {
        var hits = new ArrayList<Hit>();
        if (asked.labCode() != null) {
            rules.lab(now, asked.labCode(), asked.item(), asked.parameters(), asked.testDay())
                    .ifPresent(hits::add);
            rules.suspension(now, asked.labCode(), asked.item(), asked.day(), asked.testDay())
                    .ifPresent(hits::add);
            if (asked.equipped()) {
                hits.addAll(rules.equipped(now, asked.labCode(), asked.item(), asked.parameters(), asked.testDay()));
            }
            if (asked.projectCode() != null) {
                rules.contract(now, asked.projectCode(), asked.labCode(), asked.item(), asked.day())
                        .ifPresent(hits::add);
            }
        }
        if (asked.username() != null) {
            // A test is recorded later than it was made; whoever made it had to be certified then.
            LocalDate acted = asked.point() == GatePoint.RUN ? asked.testDay() : asked.day();
            rules.person(now, asked.username(), asked.role(), asked.item(), asked.parameters(), acted)
                    .ifPresent(hits::add);
            if (asked.labCode() != null && OF_LAB.contains(asked.role())) {
                rules.employer(now, asked.username(), asked.labCode(), acted).ifPresent(hits::add);
            }
        } else if (asked.role() != null) {
            String employer = asked.employer() == null ? "labs/" + asked.labCode() : asked.employer();
            rules.role(now, employer, asked.role(), asked.item(), asked.parameters(), asked.day())
                    .ifPresent(hits::add);
        }
        if (asked.equipment() != null) {
            hits.addAll(rules.machine(
                    now, asked.equipment(), asked.labCode(), asked.item(), asked.parameters(), asked.testDay()));
        }
        return hits;
    }

    private GateFinding finding(RegistrySnapshot now, GateQuestion question, Hit hit) {
        Severity severity = severity(hit.rule(), question);
        if (severity != Severity.WAIVER) {
            return new GateFinding(hit.rule(), severity, hit.subject(), hit.reason());
        }
        return waiver(now, question, hit.rule())
                .map(until -> new GateFinding(
                        hit.rule(), Severity.WARN, hit.subject(), wording.text("gate.waived", hit.reason(), until)))
                .orElseGet(() -> new GateFinding(
                        hit.rule(), Severity.WAIVER, hit.subject(), wording.text("gate.needsWaiver", hit.reason())));
    }

    private static Optional<LocalDate> waiver(RegistrySnapshot now, GateQuestion question, GateRule rule) {
        return now.waived().stream()
                .filter(one -> one.lab().equals(question.labCode())
                        && one.rule().equals(rule.name())
                        && (one.item() == null || one.item().equals(question.item()))
                        && !question.day().isBefore(one.from())
                        && !question.day().isAfter(one.until()))
                .map(RegistrySnapshot.Waived::until)
                .max(LocalDate::compareTo);
    }

    // What the table says nothing about, or nothing that can be understood, stops: the gate fails shut.
    private Severity severity(GateRule rule, GateQuestion question) {
        Object said = policy(rule, question).get("severity");
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(said)) {
                return severity;
            }
        }
        return Severity.BLOCK;
    }

    /** Whether being stopped by this rule at this point is a breach, not just a refusal. */
    boolean isBreach(GateFinding finding, GateQuestion question) {
        return finding.stops()
                && Boolean.TRUE.equals(policy(finding.rule(), question).get("breach"));
    }

    private Map<String, Object> policy(GateRule rule, GateQuestion question) {
        List<Map<String, Object>> rows = decisions.decide(
                SEVERITY, Map.of("rule", rule.name(), "point", question.point().name()));
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }
}
