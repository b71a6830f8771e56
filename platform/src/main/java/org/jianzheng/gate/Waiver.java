package org.jianzheng.gate;

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
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** The station lets a laboratory pass one rule for a while. */
@Entity
@Table(name = "qualification_waiver")
class Waiver implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String labCode;

    @Enumerated(EnumType.STRING)
    private GateRule ruleName;

    private String item;
    private LocalDate fromDay;
    private LocalDate untilDay;
    private String reason;
    private Instant grantedAt;
    private String grantedBy;
    private String grantedName;
    private Instant withdrawnAt;
    private String withdrawnBy;

    @Version
    private Integer version;

    protected Waiver() {}

    Waiver(
            String labCode,
            GateRule rule,
            String item,
            LocalDate from,
            LocalDate until,
            String reason,
            Person by,
            Instant at) {
        id = UUID.randomUUID().toString();
        this.labCode = labCode;
        ruleName = rule;
        this.item = item;
        fromDay = from;
        untilDay = until;
        this.reason = reason;
        grantedAt = at;
        grantedBy = by.username();
        grantedName = by.name();
    }

    @Override
    public String ledgerSubject() {
        return "waiver:" + id;
    }

    void withdraw(Person by, Instant at) {
        if (withdrawnAt != null) {
            throw new RuleBroken("gate.waiver.over");
        }
        withdrawnAt = at;
        withdrawnBy = by.username();
    }

    WaiverView view() {
        return new WaiverView(id, labCode, ruleName, item, fromDay, untilDay, reason, grantedName, withdrawnAt);
    }
}
