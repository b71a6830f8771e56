package org.jianzheng.breach;

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

/** Something said or decided about a breach; never changed. */
@Entity
@Immutable
@Table(name = "qualification_breach_act")
class BreachAct implements Official {

    /** Its word is {@code breach.act.<name>}. */
    enum Kind {
        FOUND,
        EXPLAINED,
        UNEXPLAINED,
        DECIDED,
        ACCEPTED,
        SILENT,
        APPEALED,
        RULED,
        CORRECTED,
        CHECKED,
        LIFTED,
        CLOSED
    }

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String breachId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String outcome;
    private String words;
    private String proof;
    private String byUser;
    private String byName;
    private Instant doneAt;

    protected BreachAct() {}

    BreachAct(String breachId, Kind kind, String outcome, String words, String proof, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.breachId = breachId;
        this.kind = kind;
        this.outcome = outcome;
        this.words = words;
        this.proof = proof;
        this.byUser = by.username();
        this.byName = by.name();
        this.doneAt = at;
    }

    BreachActView view() {
        return new BreachActView(kind.name(), outcome, words, proof, byName, doneAt);
    }

    @Override
    public String ledgerSubject() {
        return "breach:" + breachId;
    }
}
