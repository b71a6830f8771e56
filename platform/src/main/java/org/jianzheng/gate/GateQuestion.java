package org.jianzheng.gate;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jianzheng.identity.Role;

/**
 * May this laboratory, this person, this machine do this item on this day? What is null is not asked about.
 *
 * @param employer group path whose people the role is looked for among when no person is named, or null for the laboratory
 * @param day the day of the act: it counts for people and for suspensions
 * @param testDay the day of the test: it counts for the laboratory's scope and for calibrations, so that what held when the
 *     test was made does not fail its report a week later
 * @param parameters of the item that are measured, by their codes in the catalogue; empty for the item as such
 * @param equipped whether the laboratory has to have a machine for each of them
 */
public record GateQuestion(
        GatePoint point,
        String labCode,
        String item,
        String username,
        Role role,
        String employer,
        String equipment,
        LocalDate day,
        LocalDate testDay,
        String projectCode,
        String caseId,
        Set<String> parameters,
        boolean equipped) {

    /** Asks about nothing yet but gives where and when. */
    public static GateQuestion at(GatePoint point, String caseId, String item, LocalDate day) {
        return new GateQuestion(point, null, item, null, null, null, null, day, day, null, caseId, Set.of(), false);
    }

    /** About the laboratory: its certificate, its scope, suspensions. */
    public GateQuestion lab(String code) {
        return with(draft -> draft.labCode = code);
    }

    /** About a person in a role. */
    public GateQuestion person(String who, Role as) {
        return with(draft -> {
            draft.username = who;
            draft.role = as;
        });
    }

    /** Whether anybody of that employer may act in the role. */
    public GateQuestion anybody(String of, Role as) {
        return with(draft -> {
            draft.username = null;
            draft.role = as;
            draft.employer = of;
        });
    }

    /** About a machine. */
    public GateQuestion machine(String code) {
        return with(draft -> draft.equipment = code);
    }

    /** The test was made on another day than that of this act. */
    public GateQuestion testedOn(LocalDate other) {
        return with(draft -> draft.testDay = other);
    }

    /** About the project's contract with the laboratory. */
    public GateQuestion project(String code) {
        return with(draft -> draft.projectCode = code);
    }

    /** About these parameters of the item. */
    public GateQuestion measuring(Set<String> codes) {
        return with(draft -> draft.parameters = codes);
    }

    /** About the laboratory's machines, too: one that serves for each parameter. */
    public GateQuestion machines() {
        return with(draft -> draft.equipped = true);
    }

    private GateQuestion with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.question(this);
    }

    /** What a question may come to ask besides. */
    private static final class Draft {

        private String labCode;
        private String username;
        private Role role;
        private String employer;
        private String equipment;
        private LocalDate testDay;
        private String projectCode;
        private Set<String> parameters;
        private boolean equipped;

        private Draft(GateQuestion so) {
            labCode = so.labCode;
            username = so.username;
            role = so.role;
            employer = so.employer;
            equipment = so.equipment;
            testDay = so.testDay;
            projectCode = so.projectCode;
            parameters = so.parameters;
            equipped = so.equipped;
        }

        private GateQuestion question(GateQuestion first) {
            return new GateQuestion(
                    first.point,
                    labCode,
                    first.item,
                    username,
                    role,
                    employer,
                    equipment,
                    first.day,
                    testDay,
                    projectCode,
                    first.caseId,
                    parameters,
                    equipped);
        }
    }
}
