package org.jianzheng.records.token;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the QR code of a report says.
 *
 * @param issuedOn the city's day
 * @param conclusion {@code PASS} or {@code FAIL}
 * @param contentSha256 of the canonical content of the report, 32 bytes
 * @param ledgerEntry the entry of its issue
 * @param clientId for the platform alone: encrypted in the token; null in readings elsewhere
 * @param projectId likewise
 */
public record ReportFacts(
        String reportNo,
        String labCode,
        LocalDate issuedOn,
        String conclusion,
        byte[] contentSha256,
        UUID ledgerEntry,
        String clientId,
        String projectId) {}
