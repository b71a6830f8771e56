package org.jianzheng.nonconformity;

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

    public static final RegisterFilter ALL = new RegisterFilter(null, null, null, null, false, null);

    public static RegisterFilter ofState(String state) {
        return new RegisterFilter(state, null, null, null, false, null);
    }
}
