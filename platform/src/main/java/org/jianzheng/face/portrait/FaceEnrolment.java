package org.jianzheng.face.portrait;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;

/**
 * That somebody agreed to be compared and with which portrait, until it ended. A portrait alone proves nothing: anybody can
 * enrol another's face. It counts once it is like the registered picture, or a person who compared said that it is them.
 */
@Entity
@Table(name = "face_enrolment")
class FaceEnrolment implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String username;
    private String name;
    private String employer;
    private String currentOf;

    @Column(columnDefinition = "CHAR(64)")
    private String pictureHash;

    private Instant enrolledAt;

    @Enumerated(EnumType.STRING)
    private FaceOutcome likeness;

    private BigDecimal likenessScore;
    private Instant confirmedAt;
    private String confirmedBy;
    private String confirmedName;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private EnrolmentEnd endedWhy;

    @Version
    private Integer version;

    protected FaceEnrolment() {}

    FaceEnrolment(Person of, FaceFinding likeness, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.username = of.username();
        this.name = of.name();
        this.employer = of.employer().orElseThrow();
        this.currentOf = username;
        this.enrolledAt = at;
        this.likeness = likeness.outcome();
        this.likenessScore = likeness.score();
        this.confirmedAt = likeness.outcome() == FaceOutcome.SAME ? at : null;
    }

    void sealed(String hash) {
        pictureHash = hash;
    }

    void confirm(Person by, Instant at) {
        confirmedAt = at;
        confirmedBy = by.username();
        confirmedName = by.name();
    }

    void end(EnrolmentEnd why, Instant at) {
        currentOf = null;
        endedAt = at;
        endedWhy = why;
    }

    String id() {
        return id;
    }

    String username() {
        return username;
    }

    String pictureHash() {
        return pictureHash;
    }

    boolean standing() {
        return currentOf != null;
    }

    /** The program found it to show somebody else than the registered picture does: no word of one person outweighs that. */
    boolean isUnlikeRegistered() {
        return likeness == FaceOutcome.DIFFERENT;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    EnrolmentView view() {
        return new EnrolmentView(
                id,
                enrolledAt,
                likeness,
                likenessScore,
                confirmedAt == null ? null : new EnrolmentView.Confirmed(confirmedAt, confirmedName));
    }

    @Override
    public String ledgerSubject() {
        return "face-enrolment:" + id;
    }
}
