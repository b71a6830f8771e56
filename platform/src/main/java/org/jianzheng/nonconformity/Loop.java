package org.jianzheng.nonconformity;

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
import java.util.List;
import java.util.Optional;
import org.jianzheng.commission.CaseView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Official;
import org.jianzheng.reporting.ReportSigned;

/** What is done about one failing report, from its signature to the day the station closes it. */
@Entity
@Table(name = "nonconformity_loop")
class Loop implements Official {

    @Id
    private String reportNo;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private String process;

    @Embedded
    private CaseParties parties;

    @Embedded
    private About about;

    private Instant openedAt;

    @Embedded
    private Standing standing = new Standing();

    @Embedded
    private Failure failure;

    @Enumerated(EnumType.STRING)
    private Calls calls;

    private Instant notifiedAt;
    private Instant acknowledgedAt;

    @Embedded
    private Plan plan;

    /** DOUBLE or DISPUTE: which re-test may be commissioned, or was. */
    @Enumerated(EnumType.STRING)
    private RetestKind retestOrdered;

    private String retestNo;
    private String retestConclusion;

    @Embedded
    private Done done;

    @Embedded
    private Checked checked;

    @Embedded
    private Closed closed;

    @Version
    private int version;

    protected Loop() {}

    Loop(ReportSigned signed, CaseView commissioned, String process) {
        this.reportNo = signed.reportNo();
        this.caseId = signed.caseId();
        this.process = process;
        this.parties = commissioned.parties();
        this.about = About.of(commissioned, signed.conclusion());
        this.openedAt = signed.at();
        enter(LoopState.OPENED, signed.at());
    }

    static String subject(String reportNo) {
        return "nonconformity:" + reportNo;
    }

    @Override
    public String ledgerSubject() {
        return subject(reportNo);
    }

    private void enter(LoopState next, Instant at) {
        standing.enter(next, at);
    }

    // A form sent twice, or a loop that was withdrawn in another window: the second finds it changed.
    private void expect(LoopState... expected) {
        if (!standing.isOneOf(expected)) {
            throw new RuleBroken(state().open() ? "nonconformity.state.other" : "nonconformity.state.ended", reportNo);
        }
    }

    void describe(Failure found, Calls calling) {
        expect(LoopState.OPENED);
        failure = found;
        calls = calling;
    }

    void retestFirst(Instant at) {
        expect(LoopState.OPENED);
        retestOrdered = RetestKind.DOUBLE;
        enter(LoopState.RETEST_FIRST, at);
    }

    void call(Instant at) {
        expect(LoopState.OPENED, LoopState.RETEST_FIRST);
        notifiedAt = at;
        enter(LoopState.NOTIFIED, at);
    }

    /** A receipt counts only while receipts are asked for. */
    void awaitsReceipts() {
        expect(LoopState.NOTIFIED);
    }

    void acknowledged(Instant at) {
        expect(LoopState.NOTIFIED);
        acknowledgedAt = at;
        enter(LoopState.PLANNING, at);
    }

    void propose(Plan proposed) {
        expect(LoopState.PLANNING);
        plan = proposed;
        standing.putRight();
        boolean disputed = proposed.treatment() == Treatment.DISPUTE;
        enter(disputed ? LoopState.DISPUTED : LoopState.PLAN_REVIEW, proposed.plannedAt());
    }

    void approve(Instant at) {
        expect(LoopState.PLAN_REVIEW);
        if (plan.treatment() == Treatment.DOUBLE_RETEST) {
            order(RetestKind.DOUBLE, at);
        } else {
            enter(LoopState.TREATING, at);
        }
    }

    /** Another plan is wanted: the witness, the re-test or the station says so. */
    void replan(String because, Instant at) {
        expect(LoopState.PLAN_REVIEW, LoopState.DISPUTED, LoopState.RETESTING, LoopState.CLOSING);
        standing.sendBack(LoopState.PLANNING, because, at);
    }

    void orderDispute(Instant at) {
        expect(LoopState.DISPUTED);
        order(RetestKind.DISPUTE, at);
    }

    private void order(RetestKind kind, Instant at) {
        retestOrdered = kind;
        enter(LoopState.RETEST_ORDERED, at);
    }

    void retesting(Instant at) {
        expect(LoopState.RETEST_ORDERED);
        enter(LoopState.RETESTING, at);
    }

    /** What a re-test said; the first result stays what it is. */
    void retested(String number, String said) {
        expect(LoopState.RETEST_FIRST, LoopState.RETESTING);
        retestNo = number;
        retestConclusion = said;
    }

    void passedBeforeCall(Instant at) {
        expect(LoopState.RETEST_FIRST);
        enter(LoopState.CLOSING, at);
    }

    /** @param because why it was sent back; null where it was not */
    void treat(String because, Instant at) {
        expect(LoopState.RETESTING, LoopState.CHECKING, LoopState.CLOSING);
        standing.sendBack(LoopState.TREATING, because, at);
    }

    /** Older photos and papers prove nothing: what was sent back has been seen already. */
    Instant provedFrom() {
        return sentBack() == null ? plan.plannedAt() : standing.since();
    }

    void complete(Done reported) {
        expect(LoopState.TREATING);
        done = reported;
        standing.putRight();
        enter(LoopState.CHECKING, reported.completedAt());
    }

    void check(String opinion, String by, Instant at) {
        expect(LoopState.CHECKING);
        checked = new Checked(by, at, opinion);
        enter(LoopState.CLOSING, at);
    }

    void close(String opinion, String by, Instant at) {
        expect(LoopState.CLOSING);
        end(LoopState.CLOSED, opinion, by, at);
    }

    void withdraw(String reason, String by, Instant at) {
        if (!state().open()) {
            throw new RuleBroken("nonconformity.state.ended", reportNo);
        }
        end(LoopState.WITHDRAWN, reason, by, at);
    }

    private void end(LoopState as, String opinion, String by, Instant at) {
        closed = new Closed(by, at, opinion);
        standing.end(as, at);
    }

    /** Who has to do something now, and by when the first of them. */
    void waitsFor(List<String> parties, Instant due) {
        standing.waitsFor(parties, due);
    }

    String reportNo() {
        return reportNo;
    }

    String caseId() {
        return caseId;
    }

    String process() {
        return process;
    }

    CaseParties parties() {
        return parties;
    }

    LoopState state() {
        return standing.state();
    }

    String conclusion() {
        return about.conclusion();
    }

    String item() {
        return about.item();
    }

    Failure failure() {
        return failure;
    }

    Plan plan() {
        return plan;
    }

    /** Day on which its treatment was planned; empty where a failing re-test called for it before anybody planned. */
    Optional<LocalDate> plannedOn() {
        return Optional.ofNullable(plan).map(made -> LocalDate.ofInstant(made.plannedAt(), CityTime.ZONE));
    }

    RetestKind retestOrdered() {
        return retestOrdered;
    }

    Instant notifiedAt() {
        return notifiedAt;
    }

    String sentBack() {
        return standing.sentBack();
    }

    Instant dueAt() {
        return standing.dueAt();
    }

    LoopView view() {
        return new LoopView(
                reportNo,
                caseId,
                parties,
                LoopView.Found.of(about, failure),
                openedAt,
                standing.state(),
                standing.since(),
                standing.dueAt(),
                standing.waitingFor(),
                notifiedAt,
                acknowledgedAt,
                LoopView.Planned.of(plan),
                retestNo,
                retestConclusion,
                LoopView.Completed.of(done),
                LoopView.Word.of(checked),
                LoopView.Word.of(closed));
    }
}
