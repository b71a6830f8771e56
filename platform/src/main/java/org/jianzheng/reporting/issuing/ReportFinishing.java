package org.jianzheng.reporting.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.SerialNumber;
import org.jianzheng.records.seal.Seals;
import org.jianzheng.records.token.ReportFacts;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.reporting.composing.Composer;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.composing.SignatureImage;
import org.jianzheng.reporting.curves.ReportCurves;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.print.ReportRenderer;
import org.jianzheng.reporting.report.Report;
import org.springframework.stereotype.Component;

/** Final pages, token and seal of a report with a given number. Stores nothing, so it may be done for a number in vain. */
@Component
class ReportFinishing {

    private final ReportTokens tokens;
    private final Seals seals;
    private final Ledger ledger;
    private final ReportRenderer renderer;
    private final ReportCurves curves;
    private final Commissions commissions;
    private final ReportingSettings settings;
    private final Clock clock;

    ReportFinishing(
            ReportTokens tokens,
            Seals seals,
            Ledger ledger,
            ReportRenderer renderer,
            ReportCurves curves,
            Commissions commissions,
            ReportingSettings settings,
            Clock clock) {
        this.tokens = tokens;
        this.seals = seals;
        this.ledger = ledger;
        this.renderer = renderer;
        this.curves = curves;
        this.commissions = commissions;
        this.settings = settings;
        this.clock = clock;
    }

    FinishedReport finish(Report report, SerialNumber number) {
        var today = CityTime.today(clock);
        UUID entry = ledger.reserve();
        var draft = ReportContent.read(report.content()).model();
        var model = numbered(draft, report, number.text(), today).stamped(retest(report), ReportModel.Stamps.NONE);
        String content = ReportContent.of(model).json();
        byte[] contentHash = DigestUtils.sha256(content);
        String token = tokens.sign(facts(report, number.text(), today, contentHash, entry));
        byte[] seal = seals.sealImagePng(number.labCode());
        var stamps = new ReportModel.Stamps(signatures(report), seal, tokens.verifyUrl(token));
        byte[] pages = renderer.render(curves.drawn(model.stamped(Map.of(), stamps)));
        byte[] pdf = seals.certify(number.labCode(), pages, "检测报告签发 " + number.text());
        return new FinishedReport(number, content, HexFormat.of().formatHex(contentHash), entry, token, pdf);
    }

    /** Said again here, for drafts that were worded before reports named what they test again. */
    private Map<String, String> retest(Report report) {
        return commissions
                .retestOf(report.caseId())
                .map(original -> Map.of("originalReportNo", original))
                .orElse(Map.of());
    }

    /** The draft as it is issued: with its number and dates, without the mark of a draft. */
    private ReportModel numbered(ReportModel draft, Report report, String number, LocalDate today) {
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
                        "验真 " + settings.site(),
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
                report.subject().conclusion().name(),
                contentHash,
                entry,
                report.parties().developerCode(),
                report.subject().projectCode());
    }
}
