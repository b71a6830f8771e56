package org.jianzheng.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jianzheng.gate.GateRule;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** A breach of qualification, from its discovery until it is closed. What was said about it stands in its acts. */
@Entity
@Table(name = "qualification_breach")
public class Breach implements Official {

    /** How it ended. Its word is {@code breach.outcome.<name>}. */
    enum Outcome {
        DISMISSED,
        REVERSED,
        WARNED,
        CORRECTED
    }

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String breachNo;
    private String labCode;

    @Enumerated(EnumType.STRING)
    private GateRule ruleName;

    private String subject;
    private String item;
    private String reason;

    @Enumerated(EnumType.STRING)
    private FoundBreach.Origin origin;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String foundCase;

    private Instant openedAt;
    private int repeats;

    @Enumerated(EnumType.STRING)
    private BreachSanction minimum;

    private int explainDays;
    private int correctDays;
    private int appealDays;
    private boolean informAdmin;

    @Enumerated(EnumType.STRING)
    private BreachState state;

    private Instant since;
    private Instant dueAt;
    private Instant overdueSince;

    @Enumerated(EnumType.STRING)
    private BreachSanction decision;

    private String decidedBy;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private Instant closedAt;
    private String openKey;

    @Version
    private Integer version;

    protected Breach() {}

    Breach(String id, String breachNo, FoundBreach found, BreachTerms terms, Instant at) {
        this.id = id;
        this.breachNo = breachNo;
        labCode = found.labCode();
        ruleName = found.rule();
        subject = found.subject();
        item = found.item();
        reason = found.reason();
        origin = found.origin();
        foundCase = found.caseId();
        openedAt = at;
        repeats = terms.repeats();
        minimum = terms.minimum();
        explainDays = terms.explainDays();
        correctDays = terms.correctDays();
        appealDays = terms.appealDays();
        informAdmin = terms.informAdmin();
        openKey = found.key();
        wait(BreachState.EXPLAINING, null, at);
    }

    @Override
    public String ledgerSubject() {
        return "breach:" + id;
    }

    private void wait(BreachState next, Instant until, Instant at) {
        state = next;
        since = at;
        dueAt = until;
        overdueSince = null;
    }

    // A form sent twice, or a timer and a form at once: the second finds it done.
    private void expect(BreachState expected) {
        if (state != expected) {
            throw new RuleBroken("breach.state.other");
        }
    }

    void askToExplain(Instant until, Instant at) {
        expect(BreachState.EXPLAINING);
        wait(BreachState.EXPLAINING, until, at);
    }

    /** With or without an explanation: the supervisor decides. */
    void explained(Instant at) {
        expect(BreachState.EXPLAINING);
        wait(BreachState.DECIDING, null, at);
    }

    /** @param appealUntil when the laboratory has to have answered */
    void decide(BreachSanction sanction, String by, Instant appealUntil, Instant at) {
        expect(BreachState.DECIDING);
        if (sanction != BreachSanction.DISMISS && sanction.lighterThan(minimum)) {
            throw RuleBroken.at("decision", "breach.decide.tooLight", breachNo);
        }
        decision = sanction;
        decidedBy = by;
        if (sanction == BreachSanction.DISMISS) {
            end(Outcome.DISMISSED, at);
        } else {
            wait(BreachState.ANSWERING, appealUntil, at);
        }
    }

    void appeal(Instant at) {
        expect(BreachState.ANSWERING);
        if (at.isAfter(dueAt)) {
            throw RuleBroken.at("answer", "breach.appeal.late");
        }
        wait(BreachState.APPEALED, null, at);
    }

    /** Nobody judges an appeal against a decision of their own. */
    void ruleOnAppeal(boolean upheld, String by, Instant correctUntil, Instant at) {
        expect(BreachState.APPEALED);
        if (by.equals(decidedBy)) {
            throw new RuleBroken("breach.appeal.samePerson");
        }
        if (upheld) {
            carryOut(correctUntil, at);
        } else {
            end(Outcome.REVERSED, at);
        }
    }

    /** The laboratory accepts, or says nothing in time. */
    void accept(Instant correctUntil, Instant at) {
        expect(BreachState.ANSWERING);
        carryOut(correctUntil, at);
    }

    private void carryOut(Instant correctUntil, Instant at) {
        if (decision == BreachSanction.WARN) {
            end(Outcome.WARNED, at);
        } else {
            wait(BreachState.CORRECTING, correctUntil, at);
        }
    }

    void corrected(Instant at) {
        expect(BreachState.CORRECTING);
        wait(BreachState.CHECKING, null, at);
    }

    /** @param correctUntil when it is returned */
    void checked(boolean passed, Instant correctUntil, Instant at) {
        expect(BreachState.CHECKING);
        if (passed) {
            end(Outcome.CORRECTED, at);
        } else {
            wait(BreachState.CORRECTING, correctUntil, at);
        }
    }

    private void end(Outcome how, Instant at) {
        outcome = how;
        wait(BreachState.CLOSING, null, at);
    }

    void close(Instant at) {
        expect(BreachState.CLOSING);
        wait(BreachState.CLOSED, null, at);
        closedAt = at;
        openKey = null;
    }

    void overdue(Instant at) {
        overdueSince = at;
    }

    String id() {
        return id;
    }

    String breachNo() {
        return breachNo;
    }

    String labCode() {
        return labCode;
    }

    GateRule rule() {
        return ruleName;
    }

    String subject() {
        return subject;
    }

    String item() {
        return item;
    }

    BreachTerms terms() {
        return new BreachTerms(repeats, minimum, explainDays, correctDays, appealDays, informAdmin);
    }

    BreachState state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    BreachSanction decision() {
        return decision;
    }

    Outcome outcome() {
        return outcome;
    }

    BreachView view() {
        return new BreachView(
                id,
                breachNo,
                labCode,
                ruleName,
                subject,
                item,
                reason,
                origin,
                foundCase,
                openedAt,
                repeats,
                minimum,
                state,
                since,
                dueAt,
                overdueSince,
                decision,
                outcome == null ? null : outcome.name());
    }
}
