package org.jianzheng.reporting.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.reporting.proof.IssuedReport;

/** What a report gets when it is issued, all at once or not at all. Hashes are hex. */
@Embeddable
public class ReportIssue {

    private String reportNo;
    private String contentSha256;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String ledgerEntry;

    private String token;
    private String pdfSha256;

    protected ReportIssue() {}

    public ReportIssue(String reportNo, String contentSha256, UUID ledgerEntry, String token, String pdfSha256) {
        this.reportNo = reportNo;
        this.contentSha256 = contentSha256;
        this.ledgerEntry = ledgerEntry.toString();
        this.token = token;
        this.pdfSha256 = pdfSha256;
    }

    public IssuedReport kept(String reportId, String content) {
        return new IssuedReport(reportNo, reportId, ledgerEntry(), token, content, contentSha256, pdfSha256);
    }

    public String tokenSha256() {
        return DigestUtils.sha256Hex(token);
    }

    public String reportNo() {
        return reportNo;
    }

    public String contentSha256() {
        return contentSha256;
    }

    public UUID ledgerEntry() {
        return UUID.fromString(ledgerEntry);
    }

    public String token() {
        return token;
    }

    public String pdfSha256() {
        return pdfSha256;
    }
}
