package org.jianzheng.manualentry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;
import org.jianzheng.registry.Machine;

/** A machine that does not send, from the report to its return. */
@Entity
@Table(name = "manual_outage")
class Outage implements Official {

    private static final Duration BEFORE_REPORT = Duration.ofMinutes(30);

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String equipment;
    private String labCode;
    private String reason;
    private String reportedBy;
    private String reportedName;
    private Instant reportedAt;
    private String returnedText;
    private String returnedBy;
    private String returnedName;
    private Instant returnedAt;
    private String openKey;

    @Version
    private Integer lockVersion;

    protected Outage() {}

    Outage(Machine machine, String reason, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.equipment = machine.code();
        this.labCode = machine.labCode();
        this.reason = reason;
        this.reportedBy = by.username();
        this.reportedName = by.name();
        this.reportedAt = at;
        this.openKey = machine.code();
    }

    void giveBack(String text, Person by, Instant at) {
        if (returnedAt != null) {
            throw new RuleBroken("manualentry.outage.returned", equipment);
        }
        returnedText = text;
        returnedBy = by.username();
        returnedName = by.name();
        returnedAt = at;
        openKey = null;
    }

    /** @throws RuleBroken where whoever allows it reported the outage themselves, or the machine is back */
    void requireAllows(Person by) {
        if (returnedAt != null) {
            throw new RuleBroken("manualentry.outage.returned", equipment);
        }
        if (!isForeignTo(by)) {
            throw new RuleBroken("manualentry.day.own", by.name());
        }
    }

    /** Whether somebody else reported it. */
    boolean isForeignTo(Person person) {
        return !reportedBy.equals(person.username());
    }

    /** Whether it was out of order then; a test under way when the machine failed had begun a little before. */
    boolean holdsAt(Instant at) {
        return !at.isBefore(reportedAt.minus(BEFORE_REPORT)) && (returnedAt == null || at.isBefore(returnedAt));
    }

    /** Whether it was reported by then, and not back. */
    boolean isUnderWayAt(Instant at) {
        return !at.isBefore(reportedAt) && (returnedAt == null || at.isBefore(returnedAt));
    }

    String id() {
        return id;
    }

    String equipment() {
        return equipment;
    }

    String labCode() {
        return labCode;
    }

    OutageView view(java.util.List<OutageView.Day> days) {
        return new OutageView(
                id,
                equipment,
                labCode,
                new TypingWaiverView.Word(reason, reportedName, reportedAt),
                returnedAt == null ? null : new TypingWaiverView.Word(returnedText, returnedName, returnedAt),
                days);
    }

    @Override
    public String ledgerSubject() {
        return "machine-outage:" + id;
    }
}
