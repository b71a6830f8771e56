package org.jianzheng.reporting.report;

/** Where a report stands. Only the last three are known to the public. */
public enum ReportStatus {
    DRAFT,
    REVIEWED,
    RETURNED,
    SIGNED,
    RECALLED,
    REPLACED;

    /** Issued once, so it has a number, a signed file and a code to verify. */
    public boolean issued() {
        return this == SIGNED || this == RECALLED || this == REPLACED;
    }
}
