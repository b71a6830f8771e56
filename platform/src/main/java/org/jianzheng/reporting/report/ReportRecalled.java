package org.jianzheng.reporting.report;

import java.time.Instant;

/**
 * A report was declared void or called back. Its number stays taken; what it found stays found.
 *
 * @param conclusion what it said
 * @param voided declared void, not only called back
 */
public record ReportRecalled(
        String reportNo, String caseId, String labCode, String conclusion, boolean voided, String reason, Instant at) {}
