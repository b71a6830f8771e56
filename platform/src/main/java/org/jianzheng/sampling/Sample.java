package org.jianzheng.sampling;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Official;

/**
 * One sample with its custody chain: marks issued, made and sealed, witnessed, received or refused. A late or refused one
 * is closed for good and followed by the next attempt with new marks.
 */
@Entity
@Table(name = "sampling_sample")
class Sample implements Official {

    enum State {
        ISSUED,
        TAKEN,
        WITNESSED,
        RECEIVED,
        REFUSED,
        LATE
    }

    @Id
    @Column(columnDefinition = "CHAR(36)")
    private String id;

    @Column(columnDefinition = "CHAR(36)")
    private String caseId;

    private int attempt;
    private String label;
    private String sampleNo;

    @Embedded
    private CaseParties parties;

    private String item;
    private String grade;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant issuedAt;
    private Instant declaredMadeAt;
    private String sealNo;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "taken_at"))
    @AttributeOverride(name = "username", column = @Column(name = "taken_by"))
    @AttributeOverride(name = "name", column = @Column(name = "taken_name"))
    @AttributeOverride(name = "employer", column = @Column(name = "taken_employer"))
    @AttributeOverride(name = "certificate", column = @Column(name = "taken_certificate"))
    @AttributeOverride(name = "latitude", column = @Column(name = "taken_latitude"))
    @AttributeOverride(name = "longitude", column = @Column(name = "taken_longitude"))
    @AttributeOverride(name = "note", column = @Column(name = "taken_note"))
    private Handling taken;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "witnessed_at"))
    @AttributeOverride(name = "username", column = @Column(name = "witnessed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "witnessed_name"))
    @AttributeOverride(name = "employer", column = @Column(name = "witnessed_employer"))
    @AttributeOverride(name = "certificate", column = @Column(name = "witnessed_certificate"))
    @AttributeOverride(name = "latitude", column = @Column(name = "witnessed_latitude"))
    @AttributeOverride(name = "longitude", column = @Column(name = "witnessed_longitude"))
    @AttributeOverride(name = "note", column = @Column(name = "witnessed_note"))
    private Handling witnessed;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "received_at"))
    @AttributeOverride(name = "username", column = @Column(name = "received_by"))
    @AttributeOverride(name = "name", column = @Column(name = "received_name"))
    @AttributeOverride(name = "employer", column = @Column(name = "received_employer"))
    @AttributeOverride(name = "certificate", column = @Column(name = "received_certificate"))
    @AttributeOverride(name = "latitude", column = @Column(name = "received_latitude"))
    @AttributeOverride(name = "longitude", column = @Column(name = "received_longitude"))
    @AttributeOverride(name = "note", column = @Column(name = "received_note"))
    private Handling received;

    private String storage;

    @Enumerated(EnumType.STRING)
    private Refusal refusal;

    private String reason;

    @Version
    private int version;

    protected Sample() {}

    Sample(String id, SampleOf of, int attempt, Instant at) {
        this.id = id;
        this.caseId = of.caseId();
        this.attempt = attempt;
        this.label = of.commissionNo() + "-" + attempt;
        this.parties = of.parties();
        this.item = of.item();
        this.grade = of.grade();
        this.state = State.ISSUED;
        this.issuedAt = at;
    }

    /** What a sample takes over from its commission. */
    record SampleOf(String caseId, String commissionNo, CaseParties parties, String item, String grade) {}

    @Override
    public String ledgerSubject() {
        return "sample:" + label;
    }

    void take(Instant madeAt, String seal, Handling sampler) {
        expect(State.ISSUED);
        declaredMadeAt = madeAt;
        sealNo = seal;
        taken = sampler;
        state = State.TAKEN;
    }

    void witness(Handling witness) {
        expect(State.TAKEN);
        if (witness.username().equals(taken.username())) {
            throw new RuleBroken("sampling.witness.samePerson");
        }
        if (witness.employer().equals(taken.employer())) {
            throw new RuleBroken("sampling.witness.sameEmployer");
        }
        witnessed = witness;
        state = State.WITNESSED;
    }

    /** Closes the attempt: too late, or objected to by the witness. */
    void fail(String why) {
        if (state != State.ISSUED && state != State.TAKEN) {
            throw new RuleBroken("sampling.state.other");
        }
        reason = why;
        state = State.LATE;
    }

    void receive(String number, String place, Handling receiver) {
        expect(State.WITNESSED);
        sampleNo = number;
        storage = place;
        received = receiver;
        state = State.RECEIVED;
    }

    void refuse(Refusal why, String note, Handling receiver) {
        expect(State.WITNESSED);
        refusal = why;
        reason = note;
        received = receiver;
        state = State.REFUSED;
    }

    // A form submitted twice, or two people on one task: the second finds it done.
    private void expect(State expected) {
        if (state != expected) {
            throw new RuleBroken("sampling.state.other");
        }
    }

    String id() {
        return id;
    }

    String caseId() {
        return caseId;
    }

    int attempt() {
        return attempt;
    }

    String label() {
        return label;
    }

    String sampleNo() {
        return sampleNo;
    }

    CaseParties parties() {
        return parties;
    }

    String item() {
        return item;
    }

    String grade() {
        return grade;
    }

    State state() {
        return state;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant declaredMadeAt() {
        return declaredMadeAt;
    }

    String sealNo() {
        return sealNo;
    }

    Handling taken() {
        return taken;
    }

    Handling witnessed() {
        return witnessed;
    }

    Handling received() {
        return received;
    }

    String storage() {
        return storage;
    }

    Refusal refusal() {
        return refusal;
    }

    String reason() {
        return reason;
    }
}
