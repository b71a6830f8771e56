package org.jianzheng.reporting.issuing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Presence;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.composing.Amendments;
import org.jianzheng.reporting.composing.Composer;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.curves.ReportCurves;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.print.ReportRenderer;
import org.jianzheng.reporting.report.DraftProof;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportSubject;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;

/** From a finished test to a report ready to be issued: drafting, reviewing, signing, sending back. */
@Component
public class ReportLifecycle {

    static final String RETURNED = "RETURNED";

    private static final int LONGEST_REASON = 500;

    private final Reports reports;
    private final Composer composer;
    private final Amendments amendments;
    private final ReportCorrections corrected;
    private final DraftProof proof;
    private final ReportRenderer renderer;
    private final ReportCurves curves;
    private final Commissions commissions;
    private final Sampling sampling;
    private final Testing testing;
    private final Gate gate;
    private final Ledger ledger;
    private final Identity identity;
    private final Presence presence;
    private final Clock clock;

    ReportLifecycle(
            Reports reports,
            Composer composer,
            Amendments amendments,
            ReportCorrections corrected,
            DraftProof proof,
            ReportRenderer renderer,
            ReportCurves curves,
            Commissions commissions,
            Sampling sampling,
            Testing testing,
            Gate gate,
            Ledger ledger,
            Identity identity,
            Presence presence,
            Clock clock) {
        this.reports = reports;
        this.composer = composer;
        this.amendments = amendments;
        this.corrected = corrected;
        this.proof = proof;
        this.renderer = renderer;
        this.curves = curves;
        this.commissions = commissions;
        this.sampling = sampling;
        this.testing = testing;
        this.gate = gate;
        this.ledger = ledger;
        this.identity = identity;
        this.presence = presence;
        this.clock = clock;
    }

    public Report draft(String caseId) {
        var order = commissions.find(caseId);
        commissions.requireAsAsked(caseId);
        sampling.requireProven(caseId);
        testing.requireProven(caseId);
        var result = testing.result(caseId);
        if (result.finding().conclusion() == Verdict.PENDING) {
            throw new RuleBroken("reporting.draft.pending");
        }
        List<Report> before = reports.findByCaseIdOrderByAttemptDesc(caseId);
        var amended = corrected.amending(before, result.finding().conclusion());
        amendments.settle(caseId);
        var model = amendments.printed(caseId, composer.compose(result, order, sampling.sample(caseId)));
        model = Amendments.failedBefore(commissions.failedBefore(caseId), model);
        if (amended.isPresent()) {
            model = Amendments.replacing(amended.get(), model);
        }
        // What cannot be printed is found out here, long before it could hold a number.
        renderer.requirePrintable(curves.drawn(model));
        int attempt = before.size() + 1;
        var report = reports.save(new Report(
                UUID.randomUUID().toString(),
                caseId,
                attempt,
                order.parties(),
                subject(result, order, model),
                ReportContent.of(model).json(),
                amended.map(CorrectionView::title).orElse(null),
                new Person(
                        result.course().tester().username(),
                        result.course().tester().name(),
                        Set.of()),
                clock.instant()));
        record(DraftProof.DRAFTED, report, null, DraftProof.content(report));
        commissions.enter(caseId, CaseStage.REPORTING);
        return report;
    }

    private static ReportSubject subject(ResultView result, CommissionView order, ReportModel model) {
        return new ReportSubject(
                Catalogue.current().ordered(result.item(), order.asked().methodSha256()),
                order.commissionNo(),
                model.text().get("sampleNo"),
                order.site().projectCode(),
                order.site().projectName(),
                result.finding().conclusion());
    }

    /** Answers PASSED or RETURNED. */
    public String review(Report report, FormValues form) {
        Person reviewer = identity.acting();
        amendments.mayJudge("review", report.caseId(), reviewer);
        certified(reviewer, Role.REVIEWER, report);
        if (form.choice("decision", "PASS", "RETURN").equals("RETURN")) {
            return sendBack(report, form, reviewer);
        }
        proof.requireUnchanged(report);
        testing.requireCorrected(report.caseId());
        report.review(reviewer, clock.instant());
        record(DraftProof.REVIEWED, report, null, Map.of("attempt", report.attempt()));
        return "PASSED";
    }

    /** Answers ISSUED, when the report is to be issued now, or RETURNED. */
    public String sign(Report report, FormValues form) {
        Person signatory = identity.acting();
        amendments.mayJudge("sign", report.caseId(), signatory);
        certified(signatory, Role.SIGNATORY, report);
        if (form.choice("decision", "PASS", "RETURN").equals("RETURN")) {
            return sendBack(report, form, signatory);
        }
        presence.require("reporting.sign.presence");
        proof.requireReviewed(report);
        testing.requireCorrected(report.caseId());
        report.sign(signatory, clock.instant());
        return "ISSUED";
    }

    private String sendBack(Report report, FormValues form, Person by) {
        form.required("reason");
        String reason = form.text("reason", LONGEST_REASON);
        report.sendBack(reason, by, clock.instant());
        record("report.returned", report, reason, Map.of("attempt", report.attempt()));
        testing.sendBack(report.caseId(), reason);
        commissions.enter(report.caseId(), CaseStage.TESTING);
        return RETURNED;
    }

    private void certified(Person person, Role role, Report report) {
        boolean ofLab = person.lab().filter(report.parties().labCode()::equals).isPresent();
        if (!ofLab || !person.has(role)) {
            throw new RuleBroken("reporting.person.otherRole");
        }
        ResultView result = testing.result(report.caseId());
        if (result.isRecordedBy(person.username())) {
            throw new RuleBroken(
                    role == Role.REVIEWER ? "reporting.review.ownTest" : "reporting.sign.ownTest", person.name());
        }
        // The person counts today; the laboratory's scope had to hold when the test was made.
        var answer = gate.pass(GateQuestion.at(
                        role == Role.REVIEWER ? GatePoint.REVIEW : GatePoint.SIGNING,
                        report.caseId(),
                        report.subject().item(),
                        CityTime.today(clock))
                .testedOn(result.course().testedUntil())
                .measuring(commissions.measured(report.caseId()))
                .lab(report.parties().labCode())
                .person(person.username(), role));
        if (!answer.allowed()) {
            throw new RuleBroken("reporting.person.notCertified", answer.because());
        }
    }

    private void record(String action, Report report, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, report.ledgerSubject(), report.caseId(), reason, content));
    }
}
