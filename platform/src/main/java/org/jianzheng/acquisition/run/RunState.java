package org.jianzheng.acquisition.run;

import java.util.EnumSet;
import java.util.Set;

/** Where a run of a machine stands. */
public enum RunState {
    /** The operator opened it; the machine has not begun. */
    OPEN,
    RECEIVING,
    /** No end came, or not all that the end counts. What is still on the machine's spool completes it. */
    INCOMPLETE,
    /** Whole, proven by its hash, and closed for ever. */
    SEALED,
    /** The operator broke it off; what came by then stays. */
    ABORTED;

    static final Set<RunState> UNDER_WAY = EnumSet.of(OPEN, RECEIVING, INCOMPLETE);

    /** Of the colour that says it. */
    public String kind() {
        return switch (this) {
            case OPEN, INCOMPLETE -> "waiting";
            case RECEIVING -> "running";
            case SEALED -> "passed";
            case ABORTED -> "closed";
        };
    }

    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }
}
