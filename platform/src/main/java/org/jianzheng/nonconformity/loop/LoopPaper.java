package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.official.Official;

/** A photo or a paper of the treatment; its content is in the evidence store. */
@Entity
@Immutable
@Table(name = "nonconformity_paper")
public class LoopPaper implements Official {

    /** What it is to show. */
    enum Kind {
        PHOTO,
        PAPER
    }

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String reportNo;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private LoopState state;

    private String caption;
    private String fileName;
    private String mediaType;
    private int size;

    @Column(length = 64, columnDefinition = "CHAR(64)")
    private String sha256;

    private String addedBy;
    private String addedName;
    private Instant addedAt;

    protected LoopPaper() {}

    LoopPaper(Loop loop, Kind kind, String caption, String fileName, PaperType type, int size, String sha256) {
        this.id = UUID.randomUUID().toString();
        this.reportNo = loop.reportNo();
        this.state = loop.state();
        this.kind = kind;
        this.caption = caption;
        this.fileName = fileName;
        this.mediaType = type.mediaType();
        this.size = size;
        this.sha256 = sha256;
    }

    LoopPaper by(Person person, Instant at) {
        addedBy = person.username();
        addedName = person.name();
        addedAt = at;
        return this;
    }

    String id() {
        return id;
    }

    String reportNo() {
        return reportNo;
    }

    Kind kind() {
        return kind;
    }

    public String sha256() {
        return sha256;
    }

    Instant addedAt() {
        return addedAt;
    }

    public LoopPaperView view() {
        return new LoopPaperView(
                id, reportNo, kind.name(), state, caption, fileName, mediaType, size, sha256, addedName, addedAt);
    }

    @Override
    public String ledgerSubject() {
        return Loop.subject(reportNo);
    }
}
