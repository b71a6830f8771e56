package org.jianzheng.reporting;

import java.time.Instant;
import java.util.UUID;

/**
 * What other modules may know of a report. Number, issue time, file and verification address are absent until it is
 * signed.
 *
 * @param conclusion PASS or FAIL, or INVALID for a void test
 * @param pdfSha256 hex, the key of the file in the evidence store
 */
public record ReportView(
        UUID id,
        String caseId,
        String labCode,
        String reportNo,
        String title,
        String method,
        String conclusion,
        ReportStatus status,
        Instant issuedAt,
        String pdfSha256,
        String verifyUrl) {}
