package org.jianzheng.reporting.issuing;

import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.report.DraftProof;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportIssue;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Number, final pages, token, seal, file and ledger entry of a report, in one transaction: whatever fails, nothing of it has
 * happened and the number is free again. Pages are finished with the number expected while others still hold the series;
 * where another number comes, they are finished again ({@code docs/adr/0005}).
 */
@Component
public class ReportIssuing {

    private final Numbers numbers;
    private final SeriesTurns turns;
    private final ReportFinishing finishing;
    private final EvidenceFiles files;
    private final Proofs proofs;
    private final Ledger ledger;
    private final Commissions commissions;
    private final ReportRecalling recalling;
    private final ApplicationEventPublisher events;

    ReportIssuing(
            Numbers numbers,
            SeriesTurns turns,
            ReportFinishing finishing,
            EvidenceFiles files,
            Proofs proofs,
            Ledger ledger,
            Commissions commissions,
            ReportRecalling recalling,
            ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.turns = turns;
        this.finishing = finishing;
        this.files = files;
        this.proofs = proofs;
        this.ledger = ledger;
        this.commissions = commissions;
        this.recalling = recalling;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(Report report) {
        String series =
                Catalogue.current().item(report.subject().item()).report().letters();
        String labCode = report.parties().labCode();
        commissions.enter(report.caseId(), CaseStage.REPORTED);

        var turn = turns.join(numbers.expected(series, labCode));
        var finished = turn.whileWaiting(expected -> finishing.finish(report, expected));
        // The series stays locked from here to the commit.
        var number = numbers.take(series, labCode);
        turn.took(number);
        if (finished == null || !finished.number().equals(number)) {
            finished = finishing.finish(report, number);
        }
        store(report, finished);
        commissions.reported(report.caseId(), number.text(), report.subject().conclusion());
        recalling.replaced(report);
        events.publishEvent(ReportSigned.of(report, number.text()));
        return number.text();
    }

    private void store(Report report, FinishedReport finished) {
        String pdfHash = files.store(finished.pdf(), "application/pdf");
        var issue = new ReportIssue(
                finished.number().text(), finished.contentSha256(), finished.entry(), finished.token(), pdfHash);
        report.issue(issue, finished.content());
        proofs.keep(issue.kept(report.id(), finished.content()));
        append(report, issue);
    }

    private void append(Report report, ReportIssue issue) {
        var content = Map.of(
                "reportNo", issue.reportNo(),
                "conclusion", report.subject().conclusion().name(),
                "contentSha256", issue.contentSha256(),
                "tokenSha256", issue.tokenSha256(),
                "pdfSha256", issue.pdfSha256(),
                "signedAt", report.signedAt(),
                "tester", report.testerName(),
                "reviewer", report.reviewerName(),
                "signatory", report.signatoryName(),
                "softwareVersion", SoftwareVersion.text());
        ledger.append(new Ledger.Fact(
                issue.ledgerEntry(), DraftProof.SIGNED, report.ledgerSubject(), report.caseId(), null, content));
    }
}
