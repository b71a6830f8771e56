package org.jianzheng.support;

import java.time.LocalDate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Role;

/** Questions to the gate about one thing, as they are asked where a test is assigned. */
public final class Questions {

    private Questions() {}

    public static GateQuestion lab(String code, String item, LocalDate day) {
        return GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day).lab(code);
    }

    public static GateQuestion person(String username, Role role, String item, LocalDate day) {
        return GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day).person(username, role);
    }

    public static GateQuestion machine(String code, String item, LocalDate day) {
        return GateQuestion.at(GatePoint.ASSIGNMENT, null, item, day).machine(code);
    }
}
