package org.jianzheng.face.matching;

/** What a comparison came to. */
public enum FaceOutcome {
    SAME("passed"),
    DIFFERENT("failed"),
    /** Between the two thresholds. */
    UNSURE("waiting"),
    /** In the photo just taken. */
    NO_FACE("failed"),
    /** For a {@link NotCompared} reason. */
    NOT_COMPARED("waiting");

    private final String kind;

    FaceOutcome(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }
}
