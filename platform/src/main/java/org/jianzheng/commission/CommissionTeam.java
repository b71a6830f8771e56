package org.jianzheng.commission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.gate.AblePerson;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/**
 * Whether a commission can be carried through at all: the laboratory's scope covers it, and every role on its way has
 * somebody certified, different people where duties are separated (order 57, articles 5, 18 and 21).
 */
@Component
class CommissionTeam {

    private static final List<Role> OF_LAB = List.of(Role.RECEIVER, Role.TESTER, Role.REVIEWER, Role.SIGNATORY);

    private final Registry registry;
    private final Gate gate;

    CommissionTeam(Registry registry, Gate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    /** @throws RuleBroken with every reason found, not just the first */
    void ensure(String caseId, CaseParties parties, CommissionRequest request, LocalDate day) {
        GateQuestion asked = GateQuestion.at(GatePoint.COMMISSION, caseId, request.item(), day)
                .measuring(request.measured());
        GateAnswer lab = gate.pass(
                asked.lab(parties.labCode()).project(request.projectCode()).machines());
        if (!lab.allowed()) {
            throw RuleBroken.at("labCode", "commission.lab.refused", lab.because());
        }
        List<String> missing = new ArrayList<>();
        missing.addAll(missingOf("contractors/" + parties.contractorCode(), List.of(Role.SAMPLER), asked));
        missing.addAll(missingOf("supervision/" + parties.supervisionCode(), List.of(Role.WITNESS), asked));
        missing.addAll(missingOf("labs/" + parties.labCode(), OF_LAB, asked));
        if (!missing.isEmpty()) {
            throw RuleBroken.at("labCode", "commission.team.missing", String.join("、", missing));
        }
        if (!separable(parties.labCode(), request, day)) {
            throw RuleBroken.at(
                    "labCode",
                    "commission.team.tooFew",
                    registry.lab(parties.labCode()).name());
        }
    }

    private List<String> missingOf(String employer, List<Role> roles, GateQuestion asked) {
        return roles.stream()
                .filter(role -> !gate.pass(asked.anybody(employer, role)).allowed())
                .map(role -> registry.organisation(employer).name() + " " + registry.roleName(role))
                .toList();
    }

    // Receiver, tester, reviewer and signatory of one case are four people: is there such a choice?
    private boolean separable(String lab, CommissionRequest request, LocalDate day) {
        List<List<AblePerson>> choices = OF_LAB.stream()
                .map(role -> gate.able("labs/" + lab, role, request.item(), request.measured(), day))
                .toList();
        return choose(choices, 0, new HashSet<>());
    }

    private static boolean choose(List<List<AblePerson>> choices, int role, Set<String> taken) {
        if (role == choices.size()) {
            return true;
        }
        for (AblePerson person : choices.get(role)) {
            if (taken.add(person.username())) {
                if (choose(choices, role + 1, taken)) {
                    return true;
                }
                taken.remove(person.username());
            }
        }
        return false;
    }
}
