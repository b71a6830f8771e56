package org.jianzheng.face.matching;

/** What became of asking somebody to turn their head. */
public enum TurnOutcome {
    TURNED("passed"),
    NOT_TURNED("failed"),
    /** Who turned is not who was seen before. */
    ANOTHER("failed"),
    /** None was asked for, no picture shows one face, or nothing here can judge. */
    NOT_JUDGED("waiting");

    private final String kind;

    TurnOutcome(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }
}
