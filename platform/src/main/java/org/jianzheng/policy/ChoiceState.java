package org.jianzheng.policy;

/** What has become of a laboratory's choice. */
public enum ChoiceState {
    /** Waits for the technical head. */
    PROPOSED("waiting"),
    /** Nobody approved it before its day. */
    EXPIRED("closed"),
    APPROVED("passed"),
    REFUSED("failed"),
    WITHDRAWN("closed");

    private final String kind;

    ChoiceState(String kind) {
        this.kind = kind;
    }

    /** Of the badge that shows it. */
    public String kind() {
        return kind;
    }
}
