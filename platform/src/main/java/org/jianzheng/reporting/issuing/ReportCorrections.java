package org.jianzheng.reporting.issuing;

import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.CONCLUDED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_PROPOSED;
import static org.jianzheng.workflow.step.Milestone.EVALUATED;
import static org.jianzheng.workflow.step.Milestone.ISSUED;
import static org.jianzheng.workflow.step.Milestone.RECEIVED;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.proof.IssuedStatus;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.report.DraftProof;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.correction.ChangedValue;
import org.jianzheng.testing.correction.Consent;
import org.jianzheng.testing.correction.CorrectionKind;
import org.jianzheng.testing.correction.CorrectionProof;
import org.jianzheng.testing.correction.CorrectionProposal;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionSubject;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.springframework.stereotype.Component;

/**
 * From a signed report that is wrong to one that is right, or to none (ISO/IEC 17025, 7.8.8). What did not pass is never
 * withdrawn, replaced or given another verdict by its laboratory alone: site, technical head, witness and station have to
 * agree. What a report said is read from its proof, not from its row.
 */
@Begins(
        value = "data-correction",
        with = {ACCEPTED, RECEIVED, EVALUATED, CONCLUDED, ISSUED, CORRECTION_PROPOSED})
@Begins(
        value = "report-recall",
        with = {ISSUED, CORRECTION_PROPOSED})
@Component
public class ReportCorrections {

    private final Reports reports;
    private final Proofs proofs;
    private final DraftProof drafts;
    private final Corrections corrections;
    private final Commissions commissions;
    private final Testing testing;
    private final Processes processes;
    private final Identity identity;

    ReportCorrections(
            Reports reports,
            Proofs proofs,
            DraftProof drafts,
            Corrections corrections,
            Commissions commissions,
            Testing testing,
            Processes processes,
            Identity identity) {
        this.reports = reports;
        this.proofs = proofs;
        this.drafts = drafts;
        this.corrections = corrections;
        this.commissions = commissions;
        this.testing = testing;
        this.processes = processes;
        this.identity = identity;
    }

    /** What the acting person may ask for; nothing where another correction is open, or the report no longer stands. */
    public List<CorrectionKind> open(Report report) {
        if (!stands(report) || underWay(report.issue().reportNo()).isPresent()) {
            return List.of();
        }
        return CorrectionRequest.open(identity.acting(), report.parties());
    }

    /** Asks for it and starts its process. Answers the correction's id. */
    public String propose(Report report, Map<String, ?> form) {
        requireStanding(report);
        var kinds = CorrectionRequest.open(identity.acting(), report.parties());
        if (kinds.isEmpty()) {
            throw new RuleBroken("reporting.correction.otherRole");
        }
        CommissionView order = commissions.find(report.caseId());
        var asked = new CorrectionRequest(form);
        CorrectionKind kind = asked.kind(kinds);
        Verdict conclusion = conclusion(report);
        String id = corrections.propose(new CorrectionProposal(
                CorrectionSubject.report(report.issue().reportNo()),
                kind,
                report.caseId(),
                report.parties(),
                report.issue().reportNo(),
                asked.cause(),
                asked.effect(kind, conclusion, order),
                guarded(kind, conclusion),
                barred(report)));
        processes.start(
                kind.amends() ? "data-correction" : "report-recall", report.caseId(), variables(id, report, order));
        return id;
    }

    private static Map<String, Object> variables(String id, Report report, CommissionView order) {
        var variables = new HashMap<String, Object>();
        variables.put("correctionId", id);
        variables.put("commissionNo", order.commissionNo());
        variables.put("labCode", report.parties().labCode());
        variables.put("family", order.asked().family());
        variables.put("sampleNo", report.subject().sampleNo());
        variables.put("tester", report.hands().get(0));
        return variables;
    }

    private Set<String> barred(Report report) {
        var barred = new LinkedHashSet<>(report.hands());
        testing.result(report.caseId()).records().forEach(record -> barred.add(record.recordedBy()));
        barred.addAll(testing.deciders(report.caseId()));
        corrections.ofCase(report.caseId()).forEach(earlier -> barred.addAll(earlier.barred()));
        return barred;
    }

    /** What is agreed to begins. Answers TEST where a further record is awaited, REPORT where only words change. */
    public String reopen(String correctionId) {
        CorrectionView granted = granted(correctionId);
        Person by = new Person(granted.proposer().username(), granted.proposer().name(), Set.of());
        if (granted.kind() == CorrectionKind.RECORD) {
            testing.sendBack(granted.caseId(), "更正已签发报告 " + granted.title() + "：" + granted.text(), by);
            return "TEST";
        }
        Map<String, String> after =
                granted.effect().changes().stream().collect(Collectors.toMap(ChangedValue::label, ChangedValue::after));
        var facts = new HashMap<String, String>();
        CorrectionRequest.FACTS.forEach(fact -> {
            if (after.containsKey(fact.label())) {
                facts.put(fact.field(), after.get(fact.label()));
            }
        });
        commissions.amend(granted.caseId(), facts, granted.text());
        return "REPORT";
    }

    /** The correction in the course of which a case that has a standing report is reported anew; empty for first reports. */
    Optional<CorrectionView> amending(List<Report> newestFirst, Verdict conclusion) {
        List<Report> issued = newestFirst.stream()
                .filter(report -> report.status().issued() || drafts.wasSigned(report))
                .toList();
        if (issued.isEmpty()) {
            return Optional.empty();
        }
        Report last = issued.get(0);
        if (last.issue() == null) {
            throw new RuleBroken("reporting.draft.changed");
        }
        String number = last.issue().reportNo();
        if (!stands(last)) {
            throw new RuleBroken("reporting.draft.recalled", number);
        }
        CorrectionView correction = underWay(number)
                .filter(each -> each.kind().amends() && each.state() == CorrectionState.GRANTED)
                .orElseThrow(() -> new RuleBroken("reporting.draft.issued", number));
        CorrectionProof agreed = agreed(correction);
        Verdict before = conclusion(last);
        if (before != Verdict.PASS && conclusion != before && !conclusion.name().equals(agreed.after())) {
            throw new RuleBroken("reporting.draft.otherVerdict", number);
        }
        return Optional.of(correction);
    }

    CorrectionView granted(String correctionId) {
        CorrectionView correction = corrections.find(correctionId);
        if (correction.subject().kind() != CorrectionSubject.Kind.REPORT
                || correction.state() != CorrectionState.GRANTED) {
            throw new RuleBroken("testing.correction.notGranted", correction.title());
        }
        agreed(correction);
        return correction;
    }

    /** Everybody who has to agree has, by the ledger: the row of a correction grants nothing. */
    private CorrectionProof agreed(CorrectionView correction) {
        Verdict before = reports.findByIssueReportNo(correction.title())
                .map(this::conclusion)
                .orElse(Verdict.FAIL);
        return corrections
                .proven(correction.id())
                .filter(proof -> proof.kind() == correction.kind())
                .filter(proof -> proof.agreed().containsAll(needed(correction.kind(), before)))
                .orElseThrow(() -> new RuleBroken("testing.correction.notGranted", correction.title()));
    }

    private static boolean guarded(CorrectionKind kind, Verdict conclusion) {
        return kind == CorrectionKind.SAMPLE_FACTS || conclusion != Verdict.PASS;
    }

    // Where the site has asked for it itself, that was its word.
    private static Set<Consent> needed(CorrectionKind kind, Verdict conclusion) {
        return guarded(kind, conclusion)
                ? Set.of(Consent.HEAD, Consent.WITNESS, Consent.STATION)
                : Set.of(Consent.HEAD);
    }

    Optional<CorrectionView> underWay(String reportNo) {
        return corrections
                .about(CorrectionSubject.report(reportNo))
                .filter(each -> each.state() == CorrectionState.PROPOSED || each.state() == CorrectionState.GRANTED);
    }

    void requireStanding(Report report) {
        if (!stands(report)) {
            throw new RuleBroken("reporting.correction.ended", report.issue().reportNo());
        }
    }

    /** By the row and by the ledger: neither alone may bring a report back. */
    public boolean stands(Report report) {
        if (report.status() != ReportStatus.SIGNED) {
            return false;
        }
        var found = proofs.ofNumber(report.issue().reportNo());
        return !found.proven() || found.proof().standing().kind() == IssuedStatus.Kind.VALID;
    }

    /** What is not proven is guarded as what failed. */
    private Verdict conclusion(Report report) {
        var found = proofs.ofNumber(report.issue().reportNo());
        return found.proven() ? found.proof().conclusion() : Verdict.FAIL;
    }
}
