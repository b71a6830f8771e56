package org.jianzheng.face;

/** What somebody says who looked at both pictures. */
public enum HumanAnswer {
    SAME("passed"),
    OTHER("failed"),
    UNSURE("waiting");

    private final String kind;

    HumanAnswer(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }
}
