package org.jianzheng.manualentry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;
import org.jianzheng.registry.Machine;

/** The station's word that a machine has to send by itself. Never taken back: a laboratory that cannot asks for a waiver. */
@Entity
@Table(name = "manual_sending")
class RequiredSending implements Official {

    @Id
    private String equipment;

    private String labCode;
    private String reason;
    private String requiredBy;
    private String requiredName;
    private Instant requiredAt;

    protected RequiredSending() {}

    RequiredSending(Machine machine, String reason, Person by, Instant at) {
        this.equipment = machine.code();
        this.labCode = machine.labCode();
        this.reason = reason;
        this.requiredBy = by.username();
        this.requiredName = by.name();
        this.requiredAt = at;
    }

    String equipment() {
        return equipment;
    }

    TypingWaiverView.Word word() {
        return new TypingWaiverView.Word(reason, requiredName, requiredAt);
    }

    @Override
    public String ledgerSubject() {
        return "machine-sending:" + equipment;
    }
}
