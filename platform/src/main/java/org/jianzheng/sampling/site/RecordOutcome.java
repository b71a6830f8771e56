package org.jianzheng.sampling.site;

/** What became of a record that a phone sent. */
public enum RecordOutcome {
    /** It completed its task. */
    ACCEPTED("passed"),
    /** 离线补传: it completed its task, and a person decides whether it counts. */
    DEFERRED("waiting"),
    /** It completed its task and came too late, or said that there is no sample; or its sample was given up before it had an order. */
    VOID("failed"),
    /** Its task was gone: it is evidence and changes nothing. */
    EVIDENCE("waiting"),
    /** Its person gave the task back to their colleagues. */
    GIVEN_BACK("waiting"),
    REFUSED("failed"),
    /** A witness's, which waits for the sampler's; or a sampler's, which waits for an order. */
    HELD("waiting"),
    /** Another record of that number had come before. */
    CONFLICT("failed");

    private final String kind;

    RecordOutcome(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }

    /** Whether its photos are used up. */
    public boolean counts() {
        return this == ACCEPTED || this == DEFERRED || this == VOID;
    }
}
