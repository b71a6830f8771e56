package org.jianzheng.reporting.report;

import java.time.Instant;

/**
 * An amended report was issued in the place of another. Published in the transaction that issues it.
 *
 * @param reportNo number of the report that is replaced
 * @param after what the amended one says
 */
public record ReportReplaced(
        String reportNo, String replacedBy, String caseId, String after, String reason, Instant at) {}
