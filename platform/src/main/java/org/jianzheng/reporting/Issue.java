package org.jianzheng.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HexFormat;
import java.util.UUID;
import org.jianzheng.reporting.proof.IssuedReport;

/** What a report gets when it is issued, all at once or not at all. Hashes are hex. */
@Embeddable
class Issue {

    private String reportNo;
    private String contentSha256;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String ledgerEntry;

    private String token;
    private String pdfSha256;

    protected Issue() {}

    Issue(String reportNo, String contentSha256, UUID ledgerEntry, String token, String pdfSha256) {
        this.reportNo = reportNo;
        this.contentSha256 = contentSha256;
        this.ledgerEntry = ledgerEntry.toString();
        this.token = token;
        this.pdfSha256 = pdfSha256;
    }

    IssuedReport kept(String reportId, String content) {
        return new IssuedReport(reportNo, reportId, ledgerEntry(), token, content, contentSha256, pdfSha256);
    }

    String tokenSha256() {
        return HexFormat.of().formatHex(ReportContent.sha256(token));
    }

    String reportNo() {
        return reportNo;
    }

    String contentSha256() {
        return contentSha256;
    }

    UUID ledgerEntry() {
        return UUID.fromString(ledgerEntry);
    }

    String token() {
        return token;
    }

    String pdfSha256() {
        return pdfSha256;
    }
}
