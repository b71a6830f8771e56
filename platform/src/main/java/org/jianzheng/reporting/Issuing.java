package org.jianzheng.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.Stage;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.EvidenceFiles;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.Numbers;
import org.jianzheng.records.ReportFacts;
import org.jianzheng.records.ReportTokens;
import org.jianzheng.records.Seals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Number, final pages, token, seal, file and ledger entry of a report, in one short transaction: whatever fails, nothing of
 * it has happened and the number is free again.
 */
@Component
class Issuing {

    private final Numbers numbers;
    private final ReportTokens tokens;
    private final Seals seals;
    private final EvidenceFiles files;
    private final Ledger ledger;
    private final Commissions commissions;
    private final ReportRenderer renderer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Issuing(
            Numbers numbers,
            ReportTokens tokens,
            Seals seals,
            EvidenceFiles files,
            Ledger ledger,
            Commissions commissions,
            ReportRenderer renderer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.numbers = numbers;
        this.tokens = tokens;
        this.seals = seals;
        this.files = files;
        this.ledger = ledger;
        this.commissions = commissions;
        this.renderer = renderer;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String issue(Report report) {
        var draft = ReportContent.read(report.content()).model();
        String labCode = report.parties().labCode();
        var today = CityTime.today(clock);
        UUID entry = ledger.reserve();
        byte[] seal = seals.sealImagePng(labCode);
        commissions.enter(report.caseId(), Stage.REPORTED);

        // The series stays locked from here to the commit.
        String number = numbers.allocate(report.subject().family().numberKind(), labCode);
        var model = numbered(draft, report, number, today);
        String content = ReportContent.of(model).json();
        byte[] contentHash = ReportContent.sha256(content);
        String token = tokens.sign(facts(report, number, today, contentHash, entry));
        var stamps = new ReportModel.Stamps(signatures(report), seal, tokens.verifyUrl(token));
        byte[] pdf = seals.certify(labCode, renderer.render(model.stamped(Map.of(), stamps)), "检测报告签发 " + number);
        String pdfHash = files.store(pdf, "application/pdf");
        var issue = new Issue(number, HexFormat.of().formatHex(contentHash), entry, token, pdfHash);
        report.issue(issue, content);
        append(report, issue, entry);
        events.publishEvent(ReportSigned.of(report, number));
        return number;
    }

    /** The draft as it is issued: with its number and dates, without the mark of a draft. */
    private static ReportModel numbered(ReportModel draft, Report report, String number, LocalDate today) {
        String day = Composer.day(today);
        String mark = draft.text()
                .getOrDefault("mark", "")
                .replace(Composer.DRAFT_MARK, "")
                .strip();
        return draft.stamped(
                Map.of(
                        "reportNo",
                        number,
                        "reportedOn",
                        day,
                        "issuedLine",
                        "签发日期：" + day,
                        "reviewerName",
                        report.reviewerName(),
                        "signatoryName",
                        report.signatoryName(),
                        "qrCaption",
                        "扫码验真",
                        "mark",
                        mark),
                ReportModel.Stamps.NONE);
    }

    private static Map<String, byte[]> signatures(Report report) {
        return Map.of(
                "tester", SignatureImage.of(report.testerName()),
                "reviewer", SignatureImage.of(report.reviewerName()),
                "signatory", SignatureImage.of(report.signatoryName()));
    }

    private static ReportFacts facts(Report report, String number, LocalDate day, byte[] contentHash, UUID entry) {
        return new ReportFacts(
                number,
                report.parties().labCode(),
                day,
                report.subject().conclusion(),
                contentHash,
                entry,
                report.parties().developerCode(),
                report.subject().projectCode());
    }

    private void append(Report report, Issue issue, UUID entry) {
        var content = Map.of(
                "reportNo", issue.reportNo(),
                "conclusion", report.subject().conclusion(),
                "contentSha256", issue.contentSha256(),
                "pdfSha256", issue.pdfSha256(),
                "tester", report.testerName(),
                "reviewer", report.reviewerName(),
                "signatory", report.signatoryName());
        ledger.append(new Ledger.Fact(entry, "report.signed", report.ledgerSubject(), report.caseId(), null, content));
    }
}
