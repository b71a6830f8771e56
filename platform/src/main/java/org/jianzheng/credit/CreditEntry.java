package org.jianzheng.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Official;

/**
 * What one recorded event costs one house: proposed by the table, told to the house, perhaps appealed against, in force for
 * its term or dismissed.
 */
@Entity
@Table(name = "credit_entry")
class CreditEntry implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String house;

    @Embedded
    private Occasion occasion;

    @Embedded
    private Sanction sanction;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    private String process;
    private String recordedBy;
    private Instant recordedAt;
    private Instant notifiedAt;
    private Instant appealUntil;

    @Embedded
    private Answer answer;

    private Instant decideUntil;

    @Embedded
    private Decision decision;

    private LocalDate effectiveOn;
    private LocalDate dismissedOn;
    private String dismissedBecause;

    @Version
    private Integer lockVersion;

    protected CreditEntry() {}

    CreditEntry(String id, House house, Occasion occasion, Sanction sanction, Person by, Instant at) {
        this.id = id;
        this.house = house.path();
        this.occasion = occasion;
        this.sanction = sanction;
        this.recordedBy = by.username();
        this.recordedAt = at;
        this.state = EntryState.PROPOSED;
    }

    @Override
    public String ledgerSubject() {
        return "credit:" + id;
    }

    void runsAs(String processInstance) {
        process = processInstance;
    }

    void told(Instant at, Instant until) {
        expect(EntryState.PROPOSED);
        notifiedAt = at;
        appealUntil = until;
        state = EntryState.NOTIFIED;
    }

    void accept(Person by, Instant at) {
        expect(EntryState.NOTIFIED);
        answer = Answer.of(by, at, null);
        takeEffect(at);
    }

    /** Until the term ends, to the microsecond, whether or not anything has looked at the clock since. */
    void appeal(String reason, Person by, Instant at, Instant until) {
        expect(EntryState.NOTIFIED);
        if (!at.isBefore(appealUntil)) {
            throw new RuleBroken("credit.appeal.late", CityTime.deadline(appealUntil));
        }
        answer = Answer.of(by, at, reason);
        decideUntil = until;
        state = EntryState.APPEALED;
    }

    /** Nobody of the house answered in time: in force from the end of the term, however late this is noticed. */
    void passInSilence(Instant now) {
        expect(EntryState.NOTIFIED);
        expectOver(appealUntil, now);
        takeEffect(appealUntil);
    }

    void uphold(String reason, Person by, Instant at) {
        decide(reason, by, at);
        takeEffect(at);
    }

    void reverse(String reason, Person by, Instant at) {
        decide(reason, by, at);
        dismiss(reason, at);
    }

    private void decide(String reason, Person by, Instant at) {
        expect(EntryState.APPEALED);
        if (by.username().equals(recordedBy)) {
            throw new RuleBroken("credit.decide.ownDecision");
        }
        decision = Decision.of(by, at, reason);
    }

    /** An appeal that nobody decided in time is taken to be right. */
    void lapseUndecided(Instant now) {
        expect(EntryState.APPEALED);
        expectOver(decideUntil, now);
        dismiss(LAPSED, now);
    }

    static final String LAPSED = "逾期未对申诉作出决定，不予记入";

    /** What it came from no longer stands. Days on which it counted stay as they were. */
    void withdraw(String because, Instant at) {
        if (isOpen()) {
            dismiss(because, at);
        }
    }

    private void dismiss(String because, Instant at) {
        dismissedOn = LocalDate.ofInstant(at, CityTime.ZONE);
        dismissedBecause = because;
        state = EntryState.DISMISSED;
    }

    void expire(LocalDate today) {
        expect(EntryState.EFFECTIVE);
        if (today.isBefore(weight().expiresOn())) {
            throw new RuleBroken("credit.entry.notDue", weight().expiresOn());
        }
        state = EntryState.EXPIRED;
    }

    private void takeEffect(Instant at) {
        effectiveOn = LocalDate.ofInstant(at, CityTime.ZONE);
        state = EntryState.EFFECTIVE;
    }

    private void expect(EntryState expected) {
        if (state != expected) {
            throw new RuleBroken("credit.entry.otherState." + state);
        }
    }

    private static void expectOver(Instant end, Instant now) {
        if (now.isBefore(end)) {
            throw new RuleBroken("credit.entry.notDue", CityTime.deadline(end));
        }
    }

    boolean isOpen() {
        return state != EntryState.DISMISSED && state != EntryState.EXPIRED;
    }

    Weight weight() {
        return new Weight(id, sanction, effectiveOn, dismissedOn);
    }

    String id() {
        return id;
    }

    House house() {
        return new House(house);
    }

    Occasion occasion() {
        return occasion;
    }

    Sanction sanction() {
        return sanction;
    }

    EntryState state() {
        return state;
    }

    String process() {
        return process;
    }

    Instant appealUntil() {
        return appealUntil;
    }

    Instant decideUntil() {
        return decideUntil;
    }

    EntryView view(String houseName) {
        Answer said = answer == null ? Answer.NONE : answer;
        Decision decided = decision == null ? Decision.NONE : decision;
        return new EntryView(
                id,
                house,
                houseName,
                state,
                sanction.code(),
                sanction.category().name(),
                sanction.title(),
                sanction.points(),
                sanction.cap(),
                sanction.months(),
                sanction.veto(),
                occasion.happenedAt(),
                occasion.link(),
                recordedAt,
                notifiedAt,
                appealUntil,
                said.answeredByName(),
                said.answeredAt(),
                said.appealReason(),
                decideUntil,
                decided.decidedByName(),
                decided.decidedAt(),
                decided.decisionReason(),
                effectiveOn,
                weight().expiresOn(),
                dismissedOn,
                dismissedBecause);
    }
}
