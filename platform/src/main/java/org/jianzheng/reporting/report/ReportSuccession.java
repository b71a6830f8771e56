package org.jianzheng.reporting.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jianzheng.identity.Person;

/** What an issued report stands for, and what became of it. */
@Embeddable
class ReportSuccession {

    /** How a report ended. */
    enum Ending {
        REPLACED,
        RECALLED,
        VOIDED
    }

    private String replaces;
    private String replacedBy;

    @Enumerated(EnumType.STRING)
    private Ending endedAs;

    private String endedByName;
    private Instant endedAt;
    private String endReason;

    protected ReportSuccession() {}

    ReportSuccession(String replaces) {
        this.replaces = replaces;
    }

    void end(Ending as, String successor, String reason, Person by, Instant at) {
        endedAs = as;
        replacedBy = successor;
        endReason = reason;
        endedByName = by.name();
        endedAt = at;
    }

    String replaces() {
        return replaces;
    }

    ReportView.Ended view() {
        return endedAs == null
                ? null
                : new ReportView.Ended(endedAs.name(), replacedBy, endedByName, endedAt, endReason);
    }
}
