package org.jianzheng.nonconformity.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One thing one house has to do in a loop, by when, and how far it had to be pressed. */
@Entity
@Table(name = "nonconformity_duty")
public class Duty {

    /** Before the deadline its house is reminded. */
    public static final Duration REMINDER = Duration.ofHours(24);

    /** After it has run out the station is told, and later still it counts against the house. */
    public static final Duration ESCALATION = Duration.ofDays(3);

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String reportNo;

    @Enumerated(EnumType.STRING)
    private LoopStep step;

    private String party;
    private Instant since;
    private Instant dueAt;
    private Instant remindedAt;
    private Instant overdueAt;
    private Instant escalatedAt;
    private Instant doneAt;

    protected Duty() {}

    Duty(String reportNo, LoopStep step, String party, Instant since, Instant dueAt) {
        this.id = UUID.randomUUID().toString();
        this.reportNo = reportNo;
        this.step = step;
        this.party = party;
        this.since = since;
        this.dueAt = dueAt;
    }

    void done(Instant at) {
        doneAt = at;
    }

    /** Whether it is time to remind, and nobody has. */
    public boolean remind(Instant now) {
        boolean due = remindedAt == null && overdueAt == null && !now.isBefore(dueAt.minus(REMINDER));
        remindedAt = due ? now : remindedAt;
        return due;
    }

    public boolean fallOverdue(Instant now) {
        boolean due = overdueAt == null && !now.isBefore(dueAt);
        overdueAt = due ? now : overdueAt;
        return due;
    }

    public boolean escalate(Instant now) {
        boolean due = escalatedAt == null && now.isAfter(dueAt.plus(ESCALATION));
        escalatedAt = due ? now : escalatedAt;
        return due;
    }

    public LoopStep step() {
        return step;
    }

    public String party() {
        return party;
    }

    public Instant since() {
        return since;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant doneAt() {
        return doneAt;
    }
}
