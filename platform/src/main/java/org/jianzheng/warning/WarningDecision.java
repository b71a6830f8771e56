package org.jianzheng.warning;

/** What the station makes of a warning. */
public enum WarningDecision {
    /** The explanation is taken: nothing was wrong. */
    ACCEPTED,
    /** It stands. */
    REJECTED
}
