package org.jianzheng.testing.yieldpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.marking.MarkedYield;
import org.jianzheng.acquisition.marking.YieldMarks;
import org.jianzheng.acquisition.marking.YieldPick;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.correction.ChangedValue;
import org.jianzheng.testing.correction.Consent;
import org.jianzheng.testing.correction.CorrectionKind;
import org.jianzheng.testing.correction.CorrectionProposal;
import org.jianzheng.testing.correction.CorrectionReason;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionSubject;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Yield that the rule did not find, or found where it is not: its tester picks it on the sealed curve and says why, a second
 * person agrees or not. Until then, and where they do not, the curve's own reading stands. Possible until the report is
 * signed; afterwards only where a correction of the report has the sample recorded anew.
 */
@Service
@Transactional
public class YieldCorrections {

    private static final int LONGEST = 500;
    private static final Set<String> UNSIGNED = Set.of(CaseStage.TESTING.name(), CaseStage.REPORTING.name());
    private static final Set<String> SIGNED = Set.of(CaseStage.REPORTED.name(), CaseStage.ARCHIVED.name());

    private final Acquisition acquisition;
    private final YieldMarks marks;
    private final YieldVerdicts verdicts;
    private final Corrections corrections;
    private final Commissions commissions;
    private final TestStore store;
    private final TestSubjects subjects;
    private final Notices notices;
    private final ChineseText texts;
    private final Identity identity;

    YieldCorrections(
            Acquisition acquisition,
            YieldMarks marks,
            YieldVerdicts verdicts,
            Corrections corrections,
            Commissions commissions,
            TestStore store,
            TestSubjects subjects,
            Notices notices,
            ChineseText texts,
            Identity identity) {
        this.acquisition = acquisition;
        this.marks = marks;
        this.verdicts = verdicts;
        this.corrections = corrections;
        this.commissions = commissions;
        this.store = store;
        this.subjects = subjects;
        this.notices = notices;
        this.texts = texts;
        this.identity = identity;
    }

    /** What the page of that run shows of it. */
    @Transactional(readOnly = true)
    public YieldSheet sheet(String runId) {
        RunView run = run(runId);
        CorrectionView last = corrections.about(subject(run)).orElse(null);
        boolean open = last != null && last.state() == CorrectionState.PROPOSED;
        String closed = closed(run);
        Person acting = identity.acting();
        return new YieldSheet(
                marks.of(run),
                last,
                open ? marks.proposed(last.id()).orElse(null) : null,
                closed,
                new YieldSheet.May(
                        closed == null && !open && tests(acting, run),
                        open && last.proposer().username().equals(acting.username()),
                        open
                                && Consent.HEAD.mayBeGivenBy(acting, run.parties())
                                && !last.barred().contains(acting.username())));
    }

    /**
     * Its tester picks another yield on the curve.
     *
     * @param upper number of the point, from 1; null for none
     * @param lower number of the point, from 1
     * @param reason name of a {@link CorrectionReason} that a curve can be corrected for
     * @return id of the correction, which waits for a second person
     */
    public String propose(String runId, Integer upper, Integer lower, String reason, String text) {
        RunView run = run(runId);
        Person by = identity.acting();
        if (!tests(by, run)) {
            throw new RuleBroken("testing.yield.otherTester");
        }
        requireOpen(run);
        FormValues cause = new FormValues(Map.of("reason", reason, "text", text));
        var why = CorrectionReason.valueOf(cause.choice("reason", CorrectionReason.namesOfCurve()));
        String words = cause.required("text", LONGEST);
        Curve curve = acquisition.curve(runId);
        MarkedYield before = marks.of(run, curve);
        YieldPick pick = YieldPick.on(curve, upper, lower);
        if (before.lower().equals(Optional.of(pick.lower()))
                && before.upper().equals(Optional.ofNullable(pick.upper()))) {
            throw RuleBroken.at("lower", "testing.yield.same");
        }
        String id = corrections.propose(proposal(run, before, pick, curve, new CorrectionProposal.Cause(why, words)));
        marks.propose(run, id, pick);
        tell(run, id, by, words);
        return id;
    }

    private CorrectionProposal proposal(
            RunView run, MarkedYield before, YieldPick pick, Curve curve, CorrectionProposal.Cause cause) {
        var subject = subjects.of(run.caseId());
        CurvePoint peak = CurvePoint.peak(curve).orElseThrow();
        Verdict was = verdicts.of(before.lower(), peak, subject);
        Verdict is = verdicts.of(Optional.of(pick.lower()), peak, subject);
        String specimen = subject.specimenNo(run.piece().position());
        var changes = List.of(
                new ChangedValue(
                        texts.text("testing.yield.lowerOf", specimen),
                        before.lower().map(this::said).orElseGet(() -> texts.text(before.messageKey())),
                        said(pick.lower())),
                new ChangedValue(
                        texts.text("testing.yield.upperOf", specimen),
                        before.upper().map(this::said).orElse(""),
                        Optional.ofNullable(pick.upper()).map(this::said).orElse("")));
        return new CorrectionProposal(
                subject(run),
                CorrectionKind.YIELD,
                run.caseId(),
                run.parties(),
                title(run),
                cause,
                new CorrectionProposal.Effect(changes, was.name(), is.name(), was != is),
                false,
                barred(run));
    }

    private String said(CurvePoint point) {
        return texts.text(
                "testing.yield.at",
                point.kilonewtons().toPlainString(),
                Curve.inKilonewtons(point.millis()).toPlainString());
    }

    private static String title(RunView run) {
        return run.piece().sampleNo() + "-" + run.piece().position();
    }

    /** Whoever opened the run, tests the sample or recorded anything of it. */
    private Set<String> barred(RunView run) {
        Set<String> barred = new TreeSet<>(List.of(run.source().operator()));
        store.find(run.caseId()).ifPresent(order -> barred.add(order.tester()));
        store.records(run.caseId()).stream().map(RawRecord::recordedBy).forEach(barred::add);
        return barred;
    }

    private void tell(RunView run, String id, Person by, String why) {
        for (String role : List.of("technicalhead", "labadmin")) {
            String group = "labs/" + run.parties().labCode() + "/" + role;
            notices.send(new Notice(
                    "correction:" + id + ":asked:" + group,
                    group,
                    texts.text("testing.yield.notice", title(run)),
                    texts.text("testing.yield.notice.text", by.name(), why),
                    "/runs/" + run.id(),
                    run.caseId()));
        }
    }

    /**
     * A second person's word: {@code decision} GRANT or REFUSE and an {@code opinion}. Granted, yield is read there from now
     * on; refused, all stays as it was.
     */
    public void say(String runId, Map<String, ?> form) {
        RunView run = run(runId);
        CorrectionView open = open(run);
        requireOpen(run);
        if (corrections.say(open.id(), Consent.HEAD, form)) {
            marks.approve(run, open.id());
        }
    }

    /** Whoever proposed it thinks better of it: all stays as it was. */
    public void withdraw(String runId) {
        corrections.withdraw(open(run(runId)).id());
    }

    private CorrectionView open(RunView run) {
        return corrections
                .about(subject(run))
                .filter(last -> last.state() == CorrectionState.PROPOSED)
                .orElseThrow(() -> new RuleBroken("testing.yield.noneOpen"));
    }

    private RunView run(String runId) {
        RunView run = acquisition.run(runId);
        if (!YieldMarks.concerns(run)) {
            throw new RuleBroken("testing.yield.notPulled");
        }
        return run;
    }

    private static CorrectionSubject subject(RunView run) {
        return CorrectionSubject.curve(run.id());
    }

    private boolean tests(Person person, RunView run) {
        return store.find(run.caseId())
                .filter(order -> order.tester().equals(person.username()))
                .isPresent();
    }

    private void requireOpen(RunView run) {
        String closed = closed(run);
        if (closed != null) {
            throw new RuleBroken(closed, title(run));
        }
    }

    /** Why yield cannot be corrected as the case stands; null where it can. */
    private String closed(RunView run) {
        Optional<TestOrder> order = store.find(run.caseId());
        if (order.isPresent() && order.get().awaiting() != null) {
            return order.get().awaiting().equals(run.piece().stage()) ? null : "testing.yield.otherStage";
        }
        String stage = commissions.find(run.caseId()).state();
        if (UNSIGNED.contains(stage)) {
            return null;
        }
        return SIGNED.contains(stage) ? "testing.yield.signed" : "testing.yield.ended";
    }
}
