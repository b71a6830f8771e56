package org.jianzheng.breach;

/** Who is waited for. Its word is {@code breach.state.<name>}. */
public enum BreachState {
    EXPLAINING("waiting"),
    DECIDING("running"),
    ANSWERING("waiting"),
    APPEALED("running"),
    CORRECTING("waiting"),
    CHECKING("running"),
    /** Nothing is waited for any more but the process itself. */
    CLOSING("running"),
    CLOSED("closed");

    private final String kind;

    BreachState(String kind) {
        this.kind = kind;
    }

    /** How the pages colour it. */
    public String kind() {
        return kind;
    }
}
