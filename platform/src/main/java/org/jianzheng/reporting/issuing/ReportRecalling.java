package org.jianzheng.reporting.issuing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportRecalled;
import org.jianzheng.reporting.report.ReportReplaced;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.CorrectionWords;
import org.jianzheng.testing.correction.Corrections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends issued reports: row, ledger, number, notices and event in one transaction. The file stays as it was signed. */
@Component
public class ReportRecalling {

    private final Reports reports;
    private final ReportCorrections asked;
    private final Corrections corrections;
    private final RecallNotices notices;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Identity identity;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportRecalling(
            Reports reports,
            ReportCorrections asked,
            Corrections corrections,
            RecallNotices notices,
            Numbers numbers,
            Ledger ledger,
            Identity identity,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.asked = asked;
        this.corrections = corrections;
        this.notices = notices;
        this.numbers = numbers;
        this.ledger = ledger;
        this.identity = identity;
        this.events = events;
        this.clock = clock;
    }

    /** Carries out what was agreed to. */
    public void recall(String correctionId) {
        CorrectionView granted = asked.granted(correctionId);
        boolean voided =
                switch (granted.kind()) {
                    case VOID -> true;
                    case RECALL -> false;
                    case RECORD, SAMPLE_FACTS, YIELD -> throw new IllegalStateException("amends: " + correctionId);
                };
        Report report = issued(granted.title());
        asked.requireStanding(report);
        Instant now = CityTime.now(clock);
        String reason = reason(granted);
        report.recall(voided, reason, identity.acting(), now);
        record(voided ? "report.voided" : "report.recalled", report, null, reason, correctionId);
        if (voided) {
            numbers.voidNumber(granted.title(), reason);
        }
        corrections.done(correctionId, null);
        notices.recalled(report, voided, reason);
        events.publishEvent(new ReportRecalled(granted.title(), report.caseId(), voided, reason, now));
    }

    /** In the transaction that issues the amended report: the one it replaces ends with it, or neither happens. */
    void replaced(Report successor) {
        String old = successor.replaces();
        if (old == null) {
            return;
        }
        Report report = issued(old);
        asked.requireStanding(report);
        CorrectionView granted = asked.granted(asked.underWay(old)
                .map(CorrectionView::id)
                .orElseThrow(() -> new NotFound("testing.correction.unknown")));
        Instant now = CityTime.now(clock);
        String number = successor.issue().reportNo();
        String reason = reason(granted);
        report.replace(number, reason, identity.acting(), now);
        record("report.replaced", report, number, reason, granted.id());
        corrections.done(granted.id(), successor.subject().conclusion().name());
        notices.replaced(report, number, reason);
        events.publishEvent(new ReportReplaced(
                old, number, report.caseId(), successor.subject().conclusion().name(), reason, now));
    }

    private Report issued(String reportNo) {
        return reports.findByIssueReportNo(reportNo)
                .orElseThrow(() -> new NotFound("reporting.number.unknown", reportNo));
    }

    static String reason(CorrectionView correction) {
        return CorrectionWords.reason(correction.reason()) + "，" + correction.text();
    }

    private void record(String action, Report report, String successor, String reason, String correctionId) {
        var content = new HashMap<String, Object>();
        content.put("reportNo", report.issue().reportNo());
        if (successor != null) {
            content.put("replacedBy", successor);
        }
        content.put("reason", reason);
        content.put("correction", correctionId);
        ledger.append(new Ledger.Fact(null, action, report.ledgerSubject(), report.caseId(), reason, content));
    }
}
