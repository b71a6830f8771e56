package org.jianzheng.warning;

/** How grave a warning is. */
public enum WarningSeverity {
    /** Worth knowing. */
    INFO("closed"),
    /** Somebody has to explain it. */
    WARN("waiting"),
    /** Looks like a wrong or made-up record. */
    ALARM("failed");

    private final String kind;

    WarningSeverity(String kind) {
        this.kind = kind;
    }

    /** How the page colours it. */
    public String kind() {
        return kind;
    }
}
