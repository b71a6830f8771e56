package org.jianzheng.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jianzheng.records.official.Official;

/** An item that a laboratory may not test for a while: part of the breach that brought it. */
@Entity
@Table(name = "qualification_suspension")
class Suspension implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String breachId;

    private String labCode;
    private String item;
    private LocalDate fromDay;
    private LocalDate untilDay;
    private String reason;
    private Instant liftedAt;
    private String liftedBy;
    private Instant releasedAt;

    @Version
    private Integer version;

    protected Suspension() {}

    /** @param until last day, or null until it is lifted */
    Suspension(Breach breach, String item, LocalDate from, LocalDate until) {
        id = UUID.randomUUID().toString();
        breachId = breach.id();
        labCode = breach.labCode();
        this.item = item;
        fromDay = from;
        untilDay = until;
        reason = breach.breachNo();
    }

    @Override
    public String ledgerSubject() {
        return "breach:" + breachId;
    }

    boolean runs(LocalDate day) {
        return liftedAt == null && (untilDay == null || !day.isAfter(untilDay));
    }

    void lift(String by, Instant at) {
        liftedAt = at;
        liftedBy = by;
    }

    /** Its cases no longer bear the mark. */
    void release(Instant at) {
        releasedAt = at;
    }

    String id() {
        return id;
    }

    String breachId() {
        return breachId;
    }

    String labCode() {
        return labCode;
    }

    String item() {
        return item;
    }

    LocalDate untilDay() {
        return untilDay;
    }

    SuspensionView view() {
        return new SuspensionView(item, fromDay, untilDay, liftedAt);
    }
}
