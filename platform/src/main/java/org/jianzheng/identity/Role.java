package org.jianzheng.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be in the realm. Each role has one place in the group tree; {@link #SYSTEM} has none. */
public enum Role {
    COMMISSIONER("developers/*/commissioner"),
    SAMPLER("contractors/*/sampler"),
    WITNESS("supervision/*/witness"),
    RECEIVER("labs/*/receiver"),
    TESTER("labs/*/tester"),
    REVIEWER("labs/*/reviewer"),
    SIGNATORY("labs/*/signatory"),
    TECHNICALHEAD("labs/*/technicalhead"),
    LABADMIN("labs/*/labadmin"),
    SUPERVISOR("station/supervisor"),
    STATIONADMIN("station/stationadmin"),
    ADMIN("camunda-admin"),
    SYSTEM("system");

    private final String[] path;

    Role(String path) {
        this.path = path.split("/");
    }

    /** The role that a group path such as {@code labs/BJ01/tester} stands for; empty for any other group. */
    static Optional<Role> ofGroup(String group) {
        String[] steps = group.split("/", -1);
        return Arrays.stream(values()).filter(role -> role.matches(steps)).findFirst();
    }

    private boolean matches(String[] steps) {
        if (steps.length != path.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            boolean fits = path[i].equals("*") ? !steps[i].isBlank() : path[i].equals(steps[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
