package org.jianzheng.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.Numbers;
import org.jianzheng.records.ReportFacts;
import org.jianzheng.records.ReportTokens;
import org.jianzheng.records.SealCheck;
import org.jianzheng.records.Seals;
import org.jianzheng.records.TokenReading;
import org.jianzheng.reporting.Verification.Reason;
import org.jianzheng.reporting.Verification.Status;
import org.springframework.stereotype.Component;

/**
 * Judges codes and files. Asked by anybody, so it tells nothing but what the paper in their hands says already. Nothing is
 * believed on one word: a code's signature, a file's seal, the report's row and its ledger entry have to say the same.
 */
@Component
class Verifier {

    private final Reports reports;
    private final ReportTokens tokens;
    private final Seals seals;
    private final Ledger ledger;
    private final Numbers numbers;

    Verifier(Reports reports, ReportTokens tokens, Seals seals, Ledger ledger, Numbers numbers) {
        this.reports = reports;
        this.tokens = tokens;
        this.seals = seals;
        this.ledger = ledger;
        this.numbers = numbers;
    }

    Verification token(String token) {
        var reading = tokens.read(token);
        if (!reading.genuine()) {
            return reading.status() == TokenReading.Status.UNKNOWN_KEY
                    ? answer(Status.UNKNOWN, Reason.KEY_UNKNOWN, null)
                    : answer(Status.FORGED, Reason.TOKEN_FORGED, null);
        }
        var facts = reading.facts();
        return reports.findByIssueReportNo(facts.reportNo())
                .map(report -> same(report, facts)
                        ? standing(report)
                        : answer(Status.FORGED, Reason.CONTENT_DIFFERS, facts.reportNo()))
                .orElseGet(() -> answer(Status.UNKNOWN, Reason.NUMBER_UNKNOWN, facts.reportNo()));
    }

    private boolean same(Report report, ReportFacts facts) {
        byte[] issued = HexFormat.of().parseHex(report.issue().contentSha256());
        return Arrays.equals(issued, facts.contentSha256())
                && report.issue().ledgerEntry().equals(facts.ledgerEntry())
                && asRecorded(report);
    }

    /** A row can be rewritten by who rules the database; its ledger entry cannot without being noticed. */
    private boolean asRecorded(Report report) {
        var recorded = ledger.content(report.issue().ledgerEntry());
        String content = HexFormat.of().formatHex(ReportContent.sha256(report.content()));
        return report.issue().pdfSha256().equals(recorded.get("pdfSha256"))
                && content.equals(recorded.get("contentSha256"));
    }

    /** What the report of that number says; empty where row, content, code and ledger do not say the same. */
    Optional<ProvenReport> proven(String reportNo) {
        return reports.findByIssueReportNo(reportNo).flatMap(report -> {
            var reading = tokens.read(report.issue().token());
            boolean genuine =
                    reading.genuine() && reading.facts().reportNo().equals(reportNo) && same(report, reading.facts());
            return genuine ? Optional.of(proven(report, reading.facts())) : Optional.empty();
        });
    }

    private static ProvenReport proven(Report report, ReportFacts facts) {
        var content = ReportContent.read(report.content());
        return new ProvenReport(
                facts.reportNo(), facts.projectId(), facts.conclusion(), content.text(), content.items());
    }

    /** Issued is the one file with that hash: an intact seal alone may lie in a file whose unsigned parts were changed. */
    Verification file(byte[] pdf) {
        String sha256 = HexFormat.of().formatHex(ReportContent.sha256(pdf));
        var seal = seals.check(pdf);
        return reports.findByIssuePdfSha256(sha256)
                .filter(report -> seal.intact() && asRecorded(report))
                .map(this::standing)
                .orElseGet(() -> stranger(seal.finding(), ClaimedNumber.of(pdf)));
    }

    private Verification stranger(SealCheck.Finding seal, String claimed) {
        return switch (seal) {
            case INTACT ->
                claimed != null && reports.findByIssueReportNo(claimed).isPresent()
                        ? answer(Status.FORGED, Reason.FILE_CHANGED, claimed)
                        : answer(Status.UNKNOWN, Reason.NUMBER_UNKNOWN, claimed);
            case CHANGED -> answer(Status.FORGED, Reason.FILE_CHANGED, claimed);
            case UNKNOWN_SIGNER -> answer(Status.FORGED, Reason.SEAL_UNKNOWN, claimed);
            case NOT_SEALED -> answer(Status.FORGED, Reason.NOT_SEALED, claimed);
        };
    }

    private Verification standing(Report report) {
        String number = report.issue().reportNo();
        var status = numbers.isVoid(number) ? ReportStatus.RECALLED : report.status();
        return switch (status) {
            case RECALLED -> new Verification(Status.RECALLED, Reason.RECALLED, number, facts(report));
            case REPLACED -> new Verification(Status.REPLACED, Reason.REPLACED, number, facts(report));
            default -> new Verification(Status.VALID, Reason.GENUINE, number, facts(report));
        };
    }

    private static Verification answer(Status status, Reason reason, String number) {
        return new Verification(status, reason, number, null);
    }

    private static Verification.Facts facts(Report report) {
        var text = ReportContent.read(report.content()).text();
        return new Verification.Facts(
                report.issue().reportNo(),
                report.subject().title(),
                text.get("labName"),
                text.get("projectName"),
                text.get("part"),
                text.get("sampleName"),
                text.get("sampleNo"),
                text.get("client"),
                report.subject().conclusion(),
                text.get("conclusion"),
                LocalDate.ofInstant(report.signedAt(), CityTime.ZONE),
                MaskedName.of(report.signatoryName()),
                report.issue().pdfSha256());
    }
}
