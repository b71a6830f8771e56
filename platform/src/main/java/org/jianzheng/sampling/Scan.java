package org.jianzheng.sampling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.records.official.Official;

/** That somebody of the custody chain held the mark before a scanner, the first time they did. */
@Entity
@Immutable
@Table(name = "sampling_scan")
class Scan implements Official {

    @Id
    @Column(columnDefinition = "CHAR(36)")
    private String id;

    private String mark;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "sample_id")
    private Sample sample;

    private Instant at;
    private String username;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected Scan() {}

    Scan(Specimen specimen, Person person, Role role, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.mark = specimen.mark();
        this.sample = specimen.sample();
        this.at = at;
        this.username = person.username();
        this.name = person.name();
        this.role = role;
    }

    @Override
    public String ledgerSubject() {
        return sample.ledgerSubject();
    }

    String mark() {
        return mark;
    }

    Instant at() {
        return at;
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }
}
