package org.jianzheng.reporting.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.records.official.Official;

/** What a report was issued with, in a table that the application can add to and not change. Hashes are hex. */
@Entity
@Immutable
@Table(name = "reporting_issue")
public class IssuedReport implements Official {

    @Id
    private String reportNo;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String reportId;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String ledgerEntry;

    private String token;
    private String content;
    private String contentSha256;
    private String pdfSha256;

    protected IssuedReport() {}

    public IssuedReport(
            String reportNo,
            String reportId,
            UUID ledgerEntry,
            String token,
            String content,
            String contentSha256,
            String pdfSha256) {
        this.reportNo = reportNo;
        this.reportId = reportId;
        this.ledgerEntry = ledgerEntry.toString();
        this.token = token;
        this.content = content;
        this.contentSha256 = contentSha256;
        this.pdfSha256 = pdfSha256;
    }

    @Override
    public String ledgerSubject() {
        return "report:" + reportId;
    }

    String reportNo() {
        return reportNo;
    }

    UUID ledgerEntry() {
        return UUID.fromString(ledgerEntry);
    }

    String token() {
        return token;
    }

    String content() {
        return content;
    }

    String contentSha256() {
        return contentSha256;
    }

    String pdfSha256() {
        return pdfSha256;
    }
}
