package org.jianzheng.manualentry;

/** How far a laboratory's request to type has come. */
public enum TypingWaiverState {
    ASKED("waiting"),
    GRANTED("running"),
    REFUSED("overdue"),
    /** By the laboratory, before or after the station decided. */
    WITHDRAWN("closed"),
    /** By the station: what is tested from then on is not typed. */
    REVOKED("overdue");

    private final String kind;

    TypingWaiverState(String kind) {
        this.kind = kind;
    }

    /** Look of the state on pages. */
    public String kind() {
        return kind;
    }
}
