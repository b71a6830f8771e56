package org.jianzheng.sampling;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/**
 * One sample with its custody chain: marks issued, made and sealed, witnessed, received or refused. A late or refused one
 * is closed for good and followed by the next attempt with new marks.
 */
@Entity
@Table(name = "sampling_sample")
class Sample implements Official {

    /** Of the custody chain. */
    private enum Step {
        TAKING,
        WITNESSING,
        RECEIPT
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
    private SampleState state;

    private Instant issuedAt;
    private Instant declaredMadeAt;
    private String sealNo;

    // A step is added once and never changed: the table takes nothing else.
    @ElementCollection
    @CollectionTable(name = "sampling_handling", joinColumns = @JoinColumn(name = "sample_id"))
    @MapKeyColumn(name = "step")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Step, CustodyStep> chain = new EnumMap<>(Step.class);

    private String storage;

    @Enumerated(EnumType.STRING)
    private ReceiptRefusal refusal;

    // Of the slip; null where the sample was refused by an earlier version.
    private String refusalNo;

    private String reason;

    @Version
    private Integer version;

    protected Sample() {}

    Sample(String id, SampleOf of, int attempt, Instant at) {
        this.id = id;
        this.caseId = of.caseId();
        this.attempt = attempt;
        this.label = of.commissionNo() + "-" + attempt;
        this.parties = of.parties();
        this.item = of.item();
        this.grade = of.grade();
        this.state = SampleState.ISSUED;
        this.issuedAt = at;
    }

    /** What a sample takes over from its commission. */
    record SampleOf(String caseId, String commissionNo, CaseParties parties, String item, String grade) {}

    @Override
    public String ledgerSubject() {
        return "sample:" + label;
    }

    /** Of the custody chain so far. */
    Stream<CustodyStep> steps() {
        return chain.values().stream();
    }

    void take(Instant madeAt, String seal, CustodyStep sampler) {
        expect(SampleState.ISSUED);
        declaredMadeAt = madeAt;
        sealNo = seal;
        chain.put(Step.TAKING, sampler);
        state = SampleState.TAKEN;
    }

    /** The same by a record that came late: whether it counts is decided by {@link #decideLate}. */
    void takeLate(Instant madeAt, String seal, CustodyStep sampler) {
        take(madeAt, seal, sampler);
        state = SampleState.TAKING_UNDECIDED;
    }

    /** @param sameFirm whether two employers are one firm under two heads of the register */
    void witness(CustodyStep witness, BiPredicate<String, String> sameFirm) {
        mayWitness(witness, sameFirm);
        chain.put(Step.WITNESSING, witness);
        state = SampleState.WITNESSED;
    }

    /** The same by a record that came late. */
    void witnessLate(CustodyStep witness, BiPredicate<String, String> sameFirm) {
        witness(witness, sameFirm);
        state = SampleState.WITNESSING_UNDECIDED;
    }

    /**
     * @param refusal why the late record does not count, or null where it does
     * @param by user name of whoever decides
     */
    void decideLate(String refusal, String by) {
        if (steps().anyMatch(step -> step.username().equals(by))) {
            throw new RuleBroken("sampling.late.own");
        }
        if (state != SampleState.TAKING_UNDECIDED && state != SampleState.WITNESSING_UNDECIDED) {
            throw new RuleBroken("sampling.state.other");
        }
        if (refusal != null) {
            reason = refusal;
            state = SampleState.LATE;
        } else {
            state = state == SampleState.TAKING_UNDECIDED ? SampleState.TAKEN : SampleState.WITNESSED;
        }
    }

    /** The witness objects, or cannot witness it: the attempt is closed. */
    void object(String why, CustodyStep witness, BiPredicate<String, String> sameFirm) {
        mayWitness(witness, sameFirm);
        fail(why);
    }

    private void mayWitness(CustodyStep witness, BiPredicate<String, String> sameFirm) {
        expect(SampleState.TAKEN);
        if (witness.username().equals(taken().username())) {
            throw new RuleBroken("sampling.witness.samePerson");
        }
        if (sameFirm.test(witness.employer(), taken().employer())) {
            throw new RuleBroken("sampling.witness.sameEmployer");
        }
    }

    /** Closes the attempt: too late, or objected to by the witness. */
    void fail(String why) {
        if (state != SampleState.ISSUED && state != SampleState.TAKEN) {
            throw new RuleBroken("sampling.state.other");
        }
        reason = why;
        state = SampleState.LATE;
    }

    /** The sampler leaves it to the client instead of taking it. */
    void giveUp(String why) {
        expect(SampleState.ISSUED);
        reason = why;
        state = SampleState.GIVEN_UP;
    }

    void receive(String number, String place, CustodyStep receiver, BiPredicate<String, String> sameFirm) {
        mayReceive(receiver, sameFirm);
        sampleNo = number;
        storage = place;
        chain.put(Step.RECEIPT, receiver);
        state = SampleState.RECEIVED;
    }

    void refuse(
            String slipNo,
            ReceiptRefusal why,
            String note,
            CustodyStep receiver,
            BiPredicate<String, String> sameFirm) {
        mayReceive(receiver, sameFirm);
        refusalNo = slipNo;
        refusal = why;
        reason = note;
        chain.put(Step.RECEIPT, receiver);
        state = SampleState.REFUSED;
    }

    // Nobody takes in what they, or their own firm, took or witnessed.
    private void mayReceive(CustodyStep receiver, BiPredicate<String, String> sameFirm) {
        expect(SampleState.WITNESSED);
        for (CustodyStep before : List.of(taken(), witnessed())) {
            if (receiver.username().equals(before.username())) {
                throw new RuleBroken("sampling.receipt.ownSample", receiver.name());
            }
            if (sameFirm.test(receiver.employer(), before.employer())) {
                throw new RuleBroken("sampling.receipt.ownFirm");
            }
        }
    }

    // A form submitted twice, or two people on one task: the second finds it done.
    private void expect(SampleState expected) {
        if (state != expected) {
            throw new RuleBroken("sampling.state.other");
        }
    }

    /** Its marks count no more. */
    boolean isVoid() {
        return state == SampleState.LATE || state == SampleState.REFUSED || state == SampleState.GIVEN_UP;
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

    SampleState state() {
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

    CustodyStep taken() {
        return chain.get(Step.TAKING);
    }

    CustodyStep witnessed() {
        return chain.get(Step.WITNESSING);
    }

    CustodyStep received() {
        return chain.get(Step.RECEIPT);
    }

    String storage() {
        return storage;
    }

    ReceiptRefusal refusal() {
        return refusal;
    }

    String refusalNo() {
        return refusalNo;
    }

    String reason() {
        return reason;
    }
}
