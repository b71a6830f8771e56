package org.jianzheng.testing.correction;

/** Where a correction stands. */
public enum CorrectionState {
    /** Somebody has yet to say their word. */
    PROPOSED("waiting"),
    /** Everybody has agreed; it is being carried out. */
    GRANTED("running"),
    DONE("passed"),
    REFUSED("closed"),
    /** Who proposed it took it back before anybody decided. */
    WITHDRAWN("closed"),
    /** Agreed to and then not carried out. */
    ABANDONED("closed");

    private final String kind;

    CorrectionState(String kind) {
        this.kind = kind;
    }

    /** How the pages colour it. */
    public String kind() {
        return kind;
    }
}
