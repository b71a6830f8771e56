package org.jianzheng.manualentry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jianzheng.records.official.Official;

/** A record whose forces a person typed. Never changed. */
@Entity
@Table(name = "manual_entry")
class ManualEntry implements Official {

    @Id
    private String recordNo;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private String labCode;
    private String item;
    private String sampleNo;

    @Enumerated(EnumType.STRING)
    private EntryGround ground;

    private String reference;
    private String tester;
    private String testerName;
    private Instant enteredAt;

    protected ManualEntry() {}

    ManualEntry(EnteredRecord entered, TypingBasis basis, Instant at) {
        this.recordNo = entered.recordNo();
        this.caseId = entered.caseId();
        this.labCode = entered.labCode();
        this.item = entered.item();
        this.sampleNo = entered.sampleNo();
        this.ground = basis.ground();
        this.reference = basis.reference();
        this.tester = entered.by().username();
        this.testerName = entered.by().name();
        this.enteredAt = at;
    }

    EntryLine line() {
        return new EntryLine(recordNo, caseId, labCode, item, sampleNo, ground, reference, testerName, enteredAt);
    }

    @Override
    public String ledgerSubject() {
        return "manual-entry:" + recordNo;
    }
}
