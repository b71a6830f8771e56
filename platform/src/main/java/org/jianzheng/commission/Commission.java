package org.jianzheng.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.caselist.CaseLine;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.commission.order.DetailsText;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** A commission order: asked for by a client, reviewed by the laboratory, numbered when accepted. */
@Entity
@Table(name = "commission_order")
class Commission implements Official {

    /** Its own life; where the whole case stands is the {@link CaseLine}'s to say. */
    enum Status {
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN
    }

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private String commissionNo;

    @Embedded
    private CaseParties parties;

    private String clientPath;

    @Embedded
    private CommissionRequest request;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant submittedAt;
    private String submittedBy;
    private String submittedName;
    private Instant reviewedAt;
    private String reviewedBy;
    private String reviewedName;
    private String reviewReason;

    @Column(columnDefinition = "LONGTEXT")
    @Convert(converter = DetailsText.class)
    private Map<String, String> policies;

    /** Read along with the commission: who asks for the one asks for the other. */
    @SuppressWarnings("unused")
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    private CaseLine line;

    @Version
    private Integer version;

    protected Commission() {}

    Commission(String caseId, CaseParties parties, CommissionRequest request, Person client, Instant at) {
        this.caseId = caseId;
        submit(parties, request, client, at);
    }

    @Override
    public String ledgerSubject() {
        return "commission:" + caseId;
    }

    /** Replaces what was refused at the review; the laboratory looks again. */
    void correct(CaseParties parties, CommissionRequest request, Person client, Instant at) {
        expect(Status.RETURNED);
        if (commissionNo != null && !parties.labCode().equals(this.parties.labCode())) {
            throw RuleBroken.at("labCode", "commission.lab.fixed", commissionNo);
        }
        submit(parties, request, client, at);
    }

    private void submit(CaseParties asked, CommissionRequest asking, Person client, Instant at) {
        parties = asked;
        request = asking;
        clientPath = client.employer().orElseThrow();
        submittedAt = at;
        submittedBy = client.username();
        submittedName = client.name();
        status = Status.SUBMITTED;
    }

    /** @param followed of what standards leave open, by input */
    void accept(String number, Map<String, String> followed, Person receiver, Instant at) {
        expect(Status.SUBMITTED);
        reviewed(receiver, at, null);
        commissionNo = number;
        policies = Map.copyOf(followed);
        status = Status.ACCEPTED;
    }

    void refuse(String reason, Person receiver, Instant at) {
        expect(Status.SUBMITTED);
        reviewed(receiver, at, reason);
        status = Status.RETURNED;
    }

    /** What the site had said of the sample is put right; nothing that the test is judged by. */
    void amend(CommissionRequest amended) {
        expect(Status.ACCEPTED);
        request = amended;
    }

    /** The laboratory cannot test what was ordered: the client puts the order right. */
    void reopen(String reason) {
        expect(Status.ACCEPTED);
        reviewReason = reason;
        status = Status.RETURNED;
    }

    /** Before acceptance, or after the laboratory refused the sample. */
    void withdraw() {
        if (status == Status.WITHDRAWN) {
            throw new RuleBroken("commission.state.other");
        }
        status = Status.WITHDRAWN;
    }

    // Whoever ordered it does not review the order.
    private void reviewed(Person receiver, Instant at, String reason) {
        if (receiver.username().equals(submittedBy)) {
            throw new RuleBroken("commission.review.own", receiver.name());
        }
        reviewedAt = at;
        reviewedBy = receiver.username();
        reviewedName = receiver.name();
        reviewReason = reason;
    }

    // A form submitted twice, or two people on one task: the second finds it done.
    private void expect(Status expected) {
        if (status != expected) {
            throw new RuleBroken("commission.state.other");
        }
    }

    boolean stands() {
        return status != Status.WITHDRAWN;
    }

    /** Of what standards leave open, by input; empty where it was accepted before they were copied here, or not yet. */
    Optional<Map<String, String>> policies() {
        return Optional.ofNullable(policies);
    }

    String caseId() {
        return caseId;
    }

    String commissionNo() {
        return commissionNo;
    }

    CaseParties parties() {
        return parties;
    }

    String clientPath() {
        return clientPath;
    }

    CommissionRequest request() {
        return request;
    }

    Status status() {
        return status;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String reviewReason() {
        return reviewReason;
    }
}
