package org.jianzheng.qualification;

import java.time.LocalDate;
import java.util.Set;
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
        return new GateQuestion(
                point,
                code,
                item,
                username,
                role,
                employer,
                equipment,
                day,
                testDay,
                projectCode,
                caseId,
                parameters,
                equipped);
    }

    /** About a person in a role. */
    public GateQuestion person(String who, Role as) {
        return new GateQuestion(
                point,
                labCode,
                item,
                who,
                as,
                employer,
                equipment,
                day,
                testDay,
                projectCode,
                caseId,
                parameters,
                equipped);
    }

    /** Whether anybody of that employer may act in the role. */
    public GateQuestion anybody(String of, Role as) {
        return new GateQuestion(
                point, labCode, item, null, as, of, equipment, day, testDay, projectCode, caseId, parameters, equipped);
    }

    /** About a machine. */
    public GateQuestion machine(String code) {
        return new GateQuestion(
                point,
                labCode,
                item,
                username,
                role,
                employer,
                code,
                day,
                testDay,
                projectCode,
                caseId,
                parameters,
                equipped);
    }

    /** The test was made on another day than that of this act. */
    public GateQuestion testedOn(LocalDate other) {
        return new GateQuestion(
                point,
                labCode,
                item,
                username,
                role,
                employer,
                equipment,
                day,
                other,
                projectCode,
                caseId,
                parameters,
                equipped);
    }

    /** About the project's contract with the laboratory. */
    public GateQuestion project(String code) {
        return new GateQuestion(
                point,
                labCode,
                item,
                username,
                role,
                employer,
                equipment,
                day,
                testDay,
                code,
                caseId,
                parameters,
                equipped);
    }

    /** About these parameters of the item. */
    public GateQuestion measuring(Set<String> codes) {
        return new GateQuestion(
                point,
                labCode,
                item,
                username,
                role,
                employer,
                equipment,
                day,
                testDay,
                projectCode,
                caseId,
                codes,
                equipped);
    }

    /** About the laboratory's machines, too: one that serves for each parameter. */
    public GateQuestion machines() {
        return new GateQuestion(
                point,
                labCode,
                item,
                username,
                role,
                employer,
                equipment,
                day,
                testDay,
                projectCode,
                caseId,
                parameters,
                true);
    }
}
