package org.jianzheng.gate;

/** What a finding of the gate means; set by the station for each rule and point in {@code gate-severity.dmn}. */
public enum Severity {
    /** Goes on; the warning is recorded and shown. */
    WARN,
    /** Goes on only while the station has granted the laboratory a waiver. */
    WAIVER,
    BLOCK
}
