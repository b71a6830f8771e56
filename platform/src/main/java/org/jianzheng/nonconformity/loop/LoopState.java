package org.jianzheng.nonconformity.loop;

/** Where a loop stands. Names are what {@code GET /api/nonconformities?state=} takes and gives. */
public enum LoopState {
    /** Opened by the signature; nobody has been called yet. */
    OPENED("waiting"),
    /** The station lets this material be tested again before it calls the parties. */
    RETEST_FIRST("waiting"),
    /** Developer, contractor and supervision firm are called and have to confirm. */
    NOTIFIED("waiting"),
    PLANNING("waiting"),
    PLAN_REVIEW("waiting"),
    /** The contractor disputes the result; the station decides. */
    DISPUTED("waiting"),
    RETEST_ORDERED("waiting"),
    RETESTING("running"),
    TREATING("running"),
    CHECKING("waiting"),
    CLOSING("waiting"),
    CLOSED("passed"),
    WITHDRAWN("closed");

    private final String kind;

    LoopState(String kind) {
        this.kind = kind;
    }

    public boolean open() {
        return this != CLOSED && this != WITHDRAWN;
    }

    /** How the pages colour it. */
    public String kind() {
        return kind;
    }
}
