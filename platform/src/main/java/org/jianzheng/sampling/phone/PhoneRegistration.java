package org.jianzheng.sampling.phone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** A phone and whose it is: asked for on the phone itself, confirmed by somebody else, locked when it is lost. */
@Entity
@Table(name = "sampling_phone")
class PhoneRegistration implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String username;
    private String name;
    private String employer;
    private String device;
    private String jwk;

    @Column(columnDefinition = "CHAR(43)")
    private String thumbprint;

    @Enumerated(EnumType.STRING)
    private PhoneState state;

    private Instant askedAt;
    private Instant confirmedAt;
    private String confirmedBy;
    private String confirmedName;
    private Instant lockedAt;
    private String lockedBy;
    private String lockedName;
    private String lockReason;

    @Version
    private Integer lockVersion;

    protected PhoneRegistration() {}

    PhoneRegistration(PhoneKey key, String device, Person owner, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.username = owner.username();
        this.name = owner.name();
        this.employer = owner.employer().orElseThrow();
        this.device = device;
        this.jwk = key.jwk();
        this.thumbprint = key.thumbprint();
        this.state = PhoneState.WAITING;
        this.askedAt = at;
    }

    void confirm(Person by, Instant at) {
        if (by.username().equals(username)) {
            throw new RuleBroken("sampling.phone.own");
        }
        if (state != PhoneState.WAITING) {
            throw new RuleBroken("sampling.phone.meanwhile", device);
        }
        state = PhoneState.CONFIRMED;
        confirmedAt = at;
        confirmedBy = by.username();
        confirmedName = by.name();
    }

    void lock(String why, Person by, Instant at) {
        if (state == PhoneState.LOCKED) {
            throw new RuleBroken("sampling.phone.meanwhile", device);
        }
        state = PhoneState.LOCKED;
        lockedAt = at;
        lockedBy = by.username();
        lockedName = by.name();
        lockReason = why;
    }

    boolean isOf(Person person) {
        return username.equals(person.username());
    }

    PhoneView view() {
        return new PhoneView(
                id,
                new PhoneView.Owner(username, name, employer),
                device,
                thumbprint,
                state,
                askedAt,
                word(confirmedAt, confirmedName, null),
                word(lockedAt, lockedName, lockReason));
    }

    private static PhoneView.Word word(Instant at, String name, String text) {
        return at == null ? null : new PhoneView.Word(at, name, text);
    }

    PhoneKey key() {
        return PhoneKey.of(jwk);
    }

    @Override
    public String ledgerSubject() {
        return "phone:" + id;
    }
}
