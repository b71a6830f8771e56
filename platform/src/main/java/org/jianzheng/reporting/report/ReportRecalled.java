package org.jianzheng.reporting.report;

import java.time.Instant;

/**
 * A report was declared void or called back. Its number stays taken; what it found stays found.
 *
 * @param voided declared void, not only called back
 */
public record ReportRecalled(String reportNo, String caseId, boolean voided, String reason, Instant at) {}
