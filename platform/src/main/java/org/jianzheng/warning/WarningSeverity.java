package org.jianzheng.warning;

/** How grave a warning is. */
public enum WarningSeverity {
    /** Worth knowing. */
    INFO,
    /** Somebody has to explain it. */
    WARN,
    /** Looks like a wrong or made-up record. */
    ALARM
}
