package org.jianzheng.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;

/** A finished case as it is kept. */
@Entity
@Immutable
@Table(name = "archive_entry")
class ArchiveEntry implements Official {

    @Id
    private String caseId;

    @Embedded
    private CaseParties parties;

    private String commissionNo;
    private String reportNo;
    private String family;
    private String title;
    private String conclusion;
    private String pdfSha256;
    private String documents;
    private String path;
    private Instant filedAt;
    private LocalDate retainedUntil;

    protected ArchiveEntry() {}

    ArchiveEntry(CaseFile file, CaseParties parties, String documents, String path, Instant at, LocalDate until) {
        this.caseId = file.caseId();
        this.parties = parties;
        this.commissionNo = file.commissionNo();
        this.reportNo = file.reportNo();
        this.family = file.family();
        this.title = file.title();
        this.conclusion = file.conclusion();
        this.pdfSha256 = file.pdfSha256();
        this.documents = documents;
        this.path = path;
        this.filedAt = at;
        this.retainedUntil = until;
    }

    /** What identifies the case among its kind. */
    record CaseFile(
            String caseId,
            String commissionNo,
            String reportNo,
            String family,
            String title,
            String conclusion,
            String pdfSha256) {}

    ArchivedCase view() {
        return new ArchivedCase(
                caseId,
                commissionNo,
                reportNo,
                family,
                title,
                conclusion,
                pdfSha256,
                StoredJson.read(documents, new TypeReference<>() {}),
                filedAt,
                retainedUntil,
                true);
    }

    String path() {
        return path;
    }

    @Override
    public String ledgerSubject() {
        return "archive:" + caseId;
    }
}
