package org.jianzheng.reporting.proof;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What is proven of an issued report.
 *
 * @param content what it prints, as JSON that has the hash of the signed token and of the ledger's entry
 * @param issuedOn the city's day, as the token has it
 * @param issuedAt when it was signed, as the ledger has it
 * @param pdfSha256 of the one genuine file, in hex
 */
public record ReportProof(
        String reportNo,
        String token,
        String content,
        String projectCode,
        Verdict conclusion,
        LocalDate issuedOn,
        Instant issuedAt,
        String pdfSha256,
        IssuedStatus standing) {}
