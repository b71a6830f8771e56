package org.jianzheng.reporting;

import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.Stage;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.records.EvidenceFiles;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.Numbers;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.standards.Catalogue;
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
class Issuing {

    private final Numbers numbers;
    private final Turns turns;
    private final Finishing finishing;
    private final EvidenceFiles files;
    private final Proofs proofs;
    private final Ledger ledger;
    private final Commissions commissions;
    private final Recalling recalling;
    private final ApplicationEventPublisher events;

    Issuing(
            Numbers numbers,
            Turns turns,
            Finishing finishing,
            EvidenceFiles files,
            Proofs proofs,
            Ledger ledger,
            Commissions commissions,
            Recalling recalling,
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
    String issue(Report report) {
        String series =
                Catalogue.current().item(report.subject().item()).report().letters();
        String labCode = report.parties().labCode();
        commissions.enter(report.caseId(), Stage.REPORTED);

        var turn = turns.join(numbers.expected(series, labCode));
        var finished = turn.whileWaiting(expected -> finishing.finish(report, expected));
        // The series stays locked from here to the commit.
        var number = numbers.take(series, labCode);
        turn.took(number);
        if (finished == null || !finished.number().equals(number)) {
            finished = finishing.finish(report, number);
        }
        store(report, finished);
        recalling.replaced(report);
        events.publishEvent(ReportSigned.of(report, number.text()));
        return number.text();
    }

    private void store(Report report, Finished finished) {
        String pdfHash = files.store(finished.pdf(), "application/pdf");
        var issue = new Issue(
                finished.number().text(), finished.contentSha256(), finished.entry(), finished.token(), pdfHash);
        report.issue(issue, finished.content());
        proofs.keep(issue.kept(report.id(), finished.content()));
        append(report, issue);
    }

    private void append(Report report, Issue issue) {
        var content = Map.of(
                "reportNo", issue.reportNo(),
                "conclusion", report.subject().conclusion(),
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
