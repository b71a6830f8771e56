package org.jianzheng.manualentry;

/**
 * On whose word a force is typed.
 *
 * @param reference number of the waiver or the machine's code; null where no machine sends
 * @param name of whoever let it be typed; null where nobody has to
 */
public record TypingBasis(EntryGround ground, String reference, String name) {

    static final TypingBasis NO_MACHINE = new TypingBasis(EntryGround.NO_MACHINE, null, null);

    /** Whether somebody had to let it be typed. */
    public boolean isLet() {
        return ground != EntryGround.NO_MACHINE;
    }
}
