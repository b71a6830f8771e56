package org.jianzheng.testing.correction;

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
import org.jianzheng.records.official.Official;

/** One word on a correction; never changed. */
@Entity
@Immutable
@Table(name = "testing_correction_opinion")
class Opinion implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String correctionId;

    @Enumerated(EnumType.STRING)
    private Consent consent;

    private boolean granted;
    private String opinion;
    private String username;
    private String name;
    private Instant saidAt;

    protected Opinion() {}

    Opinion(String correctionId, Consent consent, boolean granted, String opinion, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.correctionId = correctionId;
        this.consent = consent;
        this.granted = granted;
        this.opinion = opinion;
        this.username = by.username();
        this.name = by.name();
        this.saidAt = at;
    }

    Consent consent() {
        return consent;
    }

    boolean granted() {
        return granted;
    }

    CorrectionView.Said view() {
        return new CorrectionView.Said(consent, granted, name, opinion, saidAt);
    }

    @Override
    public String ledgerSubject() {
        return Correction.subject(correctionId);
    }
}
