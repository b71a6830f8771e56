package org.jianzheng.credit;

import java.util.EnumSet;
import java.util.Set;

/** How far an entry has come. Only what takes effect counts. */
public enum CreditEntryState {
    PROPOSED,
    NOTIFIED,
    APPEALED,
    EFFECTIVE,
    EXPIRED,
    DISMISSED;

    /** What may count today or later. */
    static final Set<CreditEntryState> OPEN = EnumSet.complementOf(EnumSet.of(EXPIRED, DISMISSED));

    /** Word for the colour of the state on pages. */
    public String kind() {
        return switch (this) {
            case PROPOSED, NOTIFIED -> "waiting";
            case APPEALED -> "running";
            case EFFECTIVE -> "failed";
            case EXPIRED, DISMISSED -> "closed";
        };
    }

    /** The timer at which its process waits meanwhile; empty where it waits for none. */
    String waitsAt() {
        return switch (this) {
            case NOTIFIED -> "silenceDue";
            case APPEALED -> "decisionDue";
            case EFFECTIVE -> "term";
            default -> "";
        };
    }
}
