package org.jianzheng.nonconformity.register;

import java.util.Arrays;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.LoopState;

/**
 * Which lines of the register. Whatever is null or blank lets everything through.
 *
 * @param state name of a {@link LoopState}, or OPEN for all that are not closed
 * @param item code of the tested item
 * @param project name of the project, whole
 * @param search part of report or commission number, project, place or sample
 */
public record RegisterFilter(
        String state, String labCode, String project, String item, boolean overdue, String search) {

    static final String OPEN = "OPEN";

    public static final RegisterFilter ALL = new RegisterFilter(null, null, null, null, false, null);

    public RegisterFilter {
        boolean any = state == null || state.isBlank() || state.equals(OPEN);
        if (!any
                && Arrays.stream(LoopState.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw RuleBroken.at("state", "nonconformity.state.unknown", state);
        }
    }

    public static RegisterFilter ofState(String state) {
        return new RegisterFilter(state, null, null, null, false, null);
    }
}
