package org.jianzheng.face;

/** How far a comparison has come. */
public enum ComparisonState {
    /** For the program. */
    WAITING("running"),
    /** The program was sure, of a portrait that is known to be the person's. */
    DONE("passed"),
    /** 人工比对: for somebody at the receiving laboratory. */
    HUMAN("waiting"),
    ANSWERED("closed");

    private final String kind;

    ComparisonState(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }
}
