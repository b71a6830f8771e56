package org.jianzheng.manualentry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;

/** A day of an outage on which the technical head lets forces be typed. Never changed. */
@Entity
@Table(name = "manual_day")
class TypingDay implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String outageId;

    private String equipment;
    private String labCode;
    private LocalDate day;
    private String reason;
    private String allowedBy;
    private String allowedName;
    private Instant allowedAt;

    protected TypingDay() {}

    TypingDay(Outage outage, LocalDate day, String reason, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.outageId = outage.id();
        this.equipment = outage.equipment();
        this.labCode = outage.labCode();
        this.day = day;
        this.reason = reason;
        this.allowedBy = by.username();
        this.allowedName = by.name();
        this.allowedAt = at;
    }

    /** Nobody lets themselves. */
    boolean isForeignTo(String username) {
        return !allowedBy.equals(username);
    }

    String id() {
        return id;
    }

    String outageId() {
        return outageId;
    }

    String equipment() {
        return equipment;
    }

    String allowedName() {
        return allowedName;
    }

    OutageView.Day view() {
        return new OutageView.Day(day, new TypingWaiverView.Word(reason, allowedName, allowedAt));
    }

    @Override
    public String ledgerSubject() {
        return "manual-day:" + id;
    }
}
