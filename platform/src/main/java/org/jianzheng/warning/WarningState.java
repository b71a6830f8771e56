package org.jianzheng.warning;

/** How far a warning has come. */
public enum WarningState {
    OPEN("waiting"),
    EXPLAINED("running"),
    DECIDED("closed");

    private final String kind;

    WarningState(String kind) {
        this.kind = kind;
    }

    /** How the page colours it. */
    public String kind() {
        return kind;
    }
}
