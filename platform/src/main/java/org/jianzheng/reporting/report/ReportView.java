package org.jianzheng.reporting.report;

import java.time.Instant;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What other modules and pages may know of a report. Number, issue time, file and verification address are absent until it
 * is signed.
 *
 * @param attempt 1, and one more for every return
 * @param conclusion PASS or FAIL; INVALID, RETEST or REFER where the standard gives no verdict; UNJUDGED before the design age
 * @param replaces number of the report that it amends, or null
 * @param ended what became of it after it was issued, or null
 * @param differs issued, and its row does not say what its evidence proves: somebody changed one of them
 */
public record ReportView(
        String id,
        String caseId,
        int attempt,
        String labCode,
        String reportNo,
        About about,
        Verdict conclusion,
        ReportStatus status,
        Hands hands,
        Issued issue,
        String replaces,
        Ended ended,
        boolean differs) {

    /** What is proven stands for what the row says; {@code differs} where they are not the same. */
    public ReportView proven(Proven by) {
        return new ReportView(
                id,
                caseId,
                attempt,
                labCode,
                reportNo,
                new ReportView.About(
                        by.title(), about.method(), by.projectName(), about.sampleNo(), about.commissionNo()),
                by.conclusion(),
                by.status(),
                new ReportView.Hands(
                        hands.tested(),
                        hands.reviewed(),
                        new Hand(by.signatory(), by.issuedAt()),
                        hands.returned(),
                        hands.returnReason()),
                new ReportView.Issued(by.issuedAt(), by.pdfSha256(), issue.verifyUrl()),
                replaces,
                ended,
                differs);
    }

    public ReportView differing() {
        return new ReportView(
                id,
                caseId,
                attempt,
                labCode,
                reportNo,
                new ReportView.About(
                        about.title(), about.method(), about.projectName(), about.sampleNo(), about.commissionNo()),
                conclusion,
                status,
                new ReportView.Hands(
                        hands.tested(), hands.reviewed(), hands.signed(), hands.returned(), hands.returnReason()),
                new ReportView.Issued(issue.issuedAt(), issue.pdfSha256(), issue.verifyUrl()),
                replaces,
                ended,
                true);
    }

    /** What the token, the ledger and the content they hold the hash of say of an issued report. */
    public record Proven(
            String title,
            Verdict conclusion,
            ReportStatus status,
            String projectName,
            String signatory,
            Instant issuedAt,
            String pdfSha256) {}

    /**
     * How an issued report ended.
     *
     * @param as REPLACED, RECALLED or VOIDED
     * @param replacedBy number that stands in its place, or null
     */
    public record Ended(String as, String replacedBy, String by, Instant at, String reason) {}

    /** Somebody's part in it. */
    public record Hand(String name, Instant at) {

        static Hand of(String name, Instant at) {
            return at == null ? null : new Hand(name, at);
        }
    }

    /**
     * What it is about.
     *
     * @param method the evaluation method the test is known by, {@code concrete-cube}
     */
    public record About(String title, String method, String projectName, String sampleNo, String commissionNo) {}

    /**
     * Whose hands it went through.
     *
     * @param returned who sent it back, or null
     */
    public record Hands(Hand tested, Hand reviewed, Hand signed, Hand returned, String returnReason) {}

    /**
     * What it got when it was issued.
     *
     * @param pdfSha256 hex, the key of the file in the evidence store
     * @param verifyUrl the address in its QR code
     */
    public record Issued(Instant issuedAt, String pdfSha256, String verifyUrl) {}
}
