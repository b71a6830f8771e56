package org.jianzheng.nonconformity.loop;

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
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;

/** What is done about one failing report, from its signature to the day the station closes it. */
@Entity
@Table(name = "nonconformity_loop")
public class Loop implements Official {

    @Id
    private String reportNo;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private String process;

    @Embedded
    private CaseParties parties;

    @Embedded
    private LoopSubject about;

    private Instant openedAt;

    @Embedded
    private LoopStanding standing = new LoopStanding();

    @Embedded
    private Failure failure;

    @Enumerated(EnumType.STRING)
    private CallTiming calls;

    private Instant notifiedAt;
    private Instant acknowledgedAt;

    @Embedded
    private TreatmentPlan plan;

    /** DOUBLE or DISPUTE: which re-test may be commissioned, or was. */
    @Enumerated(EnumType.STRING)
    private RetestKind retestOrdered;

    private String retestNo;

    @Enumerated(EnumType.STRING)
    private Verdict retestConclusion;

    @Embedded
    private TreatmentDone done;

    @Embedded
    private WitnessCheck checked;

    @Embedded
    private StationClosing closed;

    @Version
    private int version;

    protected Loop() {}

    public Loop(ReportSigned signed, CaseView commissioned, String process) {
        this.reportNo = signed.reportNo();
        this.caseId = signed.caseId();
        this.process = process;
        this.parties = commissioned.parties();
        this.about = LoopSubject.of(commissioned, signed.conclusion());
        this.openedAt = signed.at();
        enter(LoopState.OPENED, signed.at());
    }

    public static String subject(String reportNo) {
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

    public void describe(Failure found, CallTiming calling) {
        expect(LoopState.OPENED);
        failure = found;
        calls = calling;
    }

    public void retestFirst(Instant at) {
        expect(LoopState.OPENED);
        retestOrdered = RetestKind.DOUBLE;
        enter(LoopState.RETEST_FIRST, at);
    }

    public void call(Instant at) {
        expect(LoopState.OPENED, LoopState.RETEST_FIRST);
        notifiedAt = at;
        enter(LoopState.NOTIFIED, at);
    }

    /** A receipt counts only while receipts are asked for. */
    public void awaitsReceipts() {
        expect(LoopState.NOTIFIED);
    }

    public void acknowledged(Instant at) {
        expect(LoopState.NOTIFIED);
        acknowledgedAt = at;
        enter(LoopState.PLANNING, at);
    }

    public void propose(TreatmentPlan proposed) {
        expect(LoopState.PLANNING);
        plan = proposed;
        standing.putRight();
        boolean disputed = proposed.treatment() == Treatment.DISPUTE;
        enter(disputed ? LoopState.DISPUTED : LoopState.PLAN_REVIEW, proposed.plannedAt());
    }

    public void approve(Instant at) {
        expect(LoopState.PLAN_REVIEW);
        if (plan.treatment() == Treatment.DOUBLE_RETEST) {
            order(RetestKind.DOUBLE, at);
        } else {
            enter(LoopState.TREATING, at);
        }
    }

    /** Another plan is wanted: the witness, the re-test or the station says so. */
    public void replan(String because, Instant at) {
        expect(LoopState.PLAN_REVIEW, LoopState.DISPUTED, LoopState.RETESTING, LoopState.CLOSING);
        standing.sendBack(LoopState.PLANNING, because, at);
    }

    public void orderDispute(Instant at) {
        expect(LoopState.DISPUTED);
        order(RetestKind.DISPUTE, at);
    }

    private void order(RetestKind kind, Instant at) {
        retestOrdered = kind;
        enter(LoopState.RETEST_ORDERED, at);
    }

    public void retesting(Instant at) {
        expect(LoopState.RETEST_ORDERED);
        enter(LoopState.RETESTING, at);
    }

    /** What a re-test said; the first result stays what it is. */
    public void retested(String number, Verdict said) {
        expect(LoopState.RETEST_FIRST, LoopState.RETESTING);
        retestNo = number;
        retestConclusion = said;
    }

    public void passedBeforeCall(Instant at) {
        expect(LoopState.RETEST_FIRST);
        enter(LoopState.CLOSING, at);
    }

    /** @param because why it was sent back; null where it was not */
    public void treat(String because, Instant at) {
        expect(LoopState.RETESTING, LoopState.CHECKING, LoopState.CLOSING);
        standing.sendBack(LoopState.TREATING, because, at);
    }

    /** Older photos and papers prove nothing: what was sent back has been seen already. */
    Instant provedFrom() {
        return sentBack() == null ? plan.plannedAt() : standing.since();
    }

    public void complete(TreatmentDone reported) {
        expect(LoopState.TREATING);
        done = reported;
        standing.putRight();
        enter(LoopState.CHECKING, reported.completedAt());
    }

    public void check(String opinion, String by, Instant at) {
        expect(LoopState.CHECKING);
        checked = new WitnessCheck(by, at, opinion);
        enter(LoopState.CLOSING, at);
    }

    public void close(String opinion, String by, Instant at) {
        expect(LoopState.CLOSING);
        end(LoopState.CLOSED, opinion, by, at);
    }

    public void withdraw(String reason, String by, Instant at) {
        if (!state().open()) {
            throw new RuleBroken("nonconformity.state.ended", reportNo);
        }
        end(LoopState.WITHDRAWN, reason, by, at);
    }

    private void end(LoopState as, String opinion, String by, Instant at) {
        closed = new StationClosing(by, at, opinion);
        standing.end(as, at);
    }

    /** Who has to do something now, and by when the first of them. */
    public void waitsFor(List<String> parties, Instant due) {
        standing.waitsFor(parties, due);
    }

    public String reportNo() {
        return reportNo;
    }

    public String caseId() {
        return caseId;
    }

    public String process() {
        return process;
    }

    public CaseParties parties() {
        return parties;
    }

    public LoopState state() {
        return standing.state();
    }

    public Verdict conclusion() {
        return about.conclusion();
    }

    public String item() {
        return about.item();
    }

    public Failure failure() {
        return failure;
    }

    public TreatmentPlan plan() {
        return plan;
    }

    /** Day on which its treatment was planned; empty where a failing re-test called for it before anybody planned. */
    public Optional<LocalDate> plannedOn() {
        return Optional.ofNullable(plan).map(made -> LocalDate.ofInstant(made.plannedAt(), CityTime.ZONE));
    }

    public RetestKind retestOrdered() {
        return retestOrdered;
    }

    Instant notifiedAt() {
        return notifiedAt;
    }

    public String sentBack() {
        return standing.sentBack();
    }

    public Instant dueAt() {
        return standing.dueAt();
    }

    public LoopView view() {
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
                LoopView.Planned.of(plan),
                retestNo,
                retestConclusion,
                LoopView.Completed.of(done),
                LoopView.Word.of(checked),
                LoopView.Word.of(closed));
    }
}
