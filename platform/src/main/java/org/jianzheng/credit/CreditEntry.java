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
import org.jianzheng.records.official.Official;

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
    private CreditOccasion occasion;

    @Embedded
    private CreditSanction sanction;

    @Enumerated(EnumType.STRING)
    private CreditEntryState state;

    private String process;
    private String recordedBy;
    private Instant recordedAt;
    private Instant notifiedAt;
    private Instant appealUntil;

    @Embedded
    private EmployerReply answer;

    private Instant decideUntil;

    @Embedded
    private AppealDecision decision;

    private LocalDate effectiveOn;
    private LocalDate dismissedOn;
    private String dismissedBecause;

    @Version
    private Integer lockVersion;

    protected CreditEntry() {}

    CreditEntry(String id, Employer house, CreditOccasion occasion, CreditSanction sanction, Person by, Instant at) {
        this.id = id;
        this.house = house.path();
        this.occasion = occasion;
        this.sanction = sanction;
        this.recordedBy = by.username();
        this.recordedAt = at;
        this.state = CreditEntryState.PROPOSED;
    }

    @Override
    public String ledgerSubject() {
        return "credit:" + id;
    }

    void runsAs(String processInstance) {
        process = processInstance;
    }

    void told(Instant at, Instant until) {
        expect(CreditEntryState.PROPOSED);
        notifiedAt = at;
        appealUntil = until;
        state = CreditEntryState.NOTIFIED;
    }

    void accept(Person by, Instant at) {
        expect(CreditEntryState.NOTIFIED);
        answer = EmployerReply.of(by, at, null);
        takeEffect(at);
    }

    /** Until the term ends, to the microsecond, whether or not anything has looked at the clock since. */
    void appeal(String reason, Person by, Instant at, Instant until) {
        expect(CreditEntryState.NOTIFIED);
        if (!at.isBefore(appealUntil)) {
            throw new RuleBroken("credit.appeal.late", CityTime.deadline(appealUntil));
        }
        answer = EmployerReply.of(by, at, reason);
        decideUntil = until;
        state = CreditEntryState.APPEALED;
    }

    /** Nobody of the house answered in time: in force from the end of the term, however late this is noticed. */
    void passInSilence(Instant now) {
        expect(CreditEntryState.NOTIFIED);
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
        expect(CreditEntryState.APPEALED);
        if (by.username().equals(recordedBy)) {
            throw new RuleBroken("credit.decide.ownDecision");
        }
        decision = AppealDecision.of(by, at, reason);
    }

    /** An appeal that nobody decided in time is taken to be right. */
    void lapseUndecided(Instant now) {
        expect(CreditEntryState.APPEALED);
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
        state = CreditEntryState.DISMISSED;
    }

    void expire(LocalDate today) {
        expect(CreditEntryState.EFFECTIVE);
        if (today.isBefore(weight().expiresOn())) {
            throw new RuleBroken("credit.entry.notDue", weight().expiresOn());
        }
        state = CreditEntryState.EXPIRED;
    }

    private void takeEffect(Instant at) {
        effectiveOn = LocalDate.ofInstant(at, CityTime.ZONE);
        state = CreditEntryState.EFFECTIVE;
    }

    private void expect(CreditEntryState expected) {
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
        return CreditEntryState.OPEN.contains(state);
    }

    EntryWeight weight() {
        return new EntryWeight(id, sanction, effectiveOn, dismissedOn);
    }

    String id() {
        return id;
    }

    Employer house() {
        return new Employer(house);
    }

    CreditOccasion occasion() {
        return occasion;
    }

    CreditSanction sanction() {
        return sanction;
    }

    CreditEntryState state() {
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

    CreditEntryView view(String houseName) {
        EmployerReply said = answer == null ? EmployerReply.NONE : answer;
        AppealDecision decided = decision == null ? AppealDecision.NONE : decision;
        return new CreditEntryView(
                id,
                house,
                houseName,
                state,
                new CreditEntryView.Rule(
                        sanction.code(),
                        sanction.category().name(),
                        sanction.title(),
                        sanction.points(),
                        sanction.cap(),
                        sanction.months(),
                        sanction.veto()),
                new CreditEntryView.Event(occasion.happenedAt(), occasion.link(), recordedAt),
                new CreditEntryView.Appeal(
                        notifiedAt,
                        appealUntil,
                        said.answeredByName(),
                        said.answeredAt(),
                        said.appealReason(),
                        decideUntil,
                        decided.decidedByName(),
                        decided.decidedAt(),
                        decided.decisionReason()),
                new CreditEntryView.Term(effectiveOn, weight().expiresOn(), dismissedOn, dismissedBecause));
    }
}
