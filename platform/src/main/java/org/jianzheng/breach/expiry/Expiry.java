package org.jianzheng.breach.expiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** A warning that something expires, and what its holder has done about it. */
@Entity
@Table(name = "qualification_expiry")
class Expiry implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String expiryKey;
    private String house;

    @Enumerated(EnumType.STRING)
    private Expiring.Kind kind;

    private String what;
    private LocalDate untilDay;
    private Instant warnedAt;
    private String answer;
    private String note;
    private String answeredBy;
    private Instant answeredAt;

    @Version
    private Integer version;

    protected Expiry() {}

    Expiry(Expiring one, String key, Instant at) {
        id = UUID.randomUUID().toString();
        expiryKey = key;
        house = one.house();
        kind = one.kind();
        what = one.what();
        untilDay = one.until();
        warnedAt = at;
    }

    @Override
    public String ledgerSubject() {
        return "expiry:" + id;
    }

    void answer(String said, String why, String by, Instant at) {
        if (answer != null) {
            throw new RuleBroken("expiry.answered");
        }
        answer = said;
        note = why;
        answeredBy = by;
        answeredAt = at;
    }

    String id() {
        return id;
    }

    String house() {
        return house;
    }

    Expiring.Kind kind() {
        return kind;
    }

    String what() {
        return what;
    }

    LocalDate untilDay() {
        return untilDay;
    }
}
