package org.jianzheng.reporting;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Presence;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.reporting.composing.Amendments;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.issuing.ReportingSettings;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.testing.Testing;
import org.springframework.stereotype.Component;

/** What the forms of reviewer and signatory show, ready worded. */
@Component
class ReportSheets {

    private final Reports reports;
    private final Presence presence;
    private final ReportingSettings settings;
    private final Gate gate;
    private final Testing testing;
    private final Commissions commissions;
    private final Amendments amendments;
    private final Clock clock;

    ReportSheets(
            Reports reports,
            Presence presence,
            ReportingSettings settings,
            Gate gate,
            Testing testing,
            Commissions commissions,
            Amendments amendments,
            Clock clock) {
        this.reports = reports;
        this.presence = presence;
        this.settings = settings;
        this.gate = gate;
        this.testing = testing;
        this.commissions = commissions;
        this.amendments = amendments;
        this.clock = clock;
    }

    Map<String, Object> sheet(Report report) {
        var model = ReportContent.read(report.content()).model();
        var text = model.text();
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("title", report.subject().title());
        sheet.put("attempt", report.attempt());
        for (String key : List.of(
                "commissionNo",
                "sampleNo",
                "projectName",
                "part",
                "sampleName",
                "grade",
                "methodStandards",
                "judgedBy",
                "equipment",
                "testedOn",
                "conclusion",
                "remarks",
                "testerName")) {
            sheet.put(key, text.getOrDefault(key, "—"));
        }
        sheet.put("items", model.items());
        sheet.put("retest", commissions.retestNote(report.caseId()));
        var view = report.view(null);
        sheet.put(
                "reviewed",
                view.hands().reviewed() == null ? "" : hand(view.hands().reviewed()));
        sheet.put("returns", returns(report));
        sheet.put("corrections", amendments.rows(report.caseId()));
        sheet.put("corrected", amendments.changed(report.caseId()));
        sheet.put("gate", warnings(report));
        sheet.put("preview", settings.baseUrl() + "/reports/drafts/" + report.id() + ".png");
        sheet.put("pdf", "/reports/drafts/" + report.id() + ".pdf");
        sheet.putAll(testing.curves(report.caseId()));
        sheet.put("stepUp", presence.address());
        sheet.put("minutes", Presence.LASTS.toMinutes());
        return sheet;
    }

    private String warnings(Report report) {
        return gate.warnings(GateQuestion.at(
                        GatePoint.SIGNING, report.caseId(), report.subject().item(), CityTime.today(clock))
                .testedOn(testing.result(report.caseId()).course().testedUntil())
                .measuring(commissions.measured(report.caseId()))
                .lab(report.parties().labCode()));
    }

    /** Why earlier drafts of the case went back; empty text for none. */
    private String returns(Report report) {
        return reports.findByCaseIdOrderByAttemptDesc(report.caseId()).stream()
                .map(each -> each.view(null))
                .filter(each -> each.hands().returned() != null)
                .map(each -> "%s：%s"
                        .formatted(hand(each.hands().returned()), each.hands().returnReason()))
                .reduce((newer, older) -> newer + "\n\n" + older)
                .orElse("");
    }

    private static String hand(ReportView.Hand hand) {
        return hand.name() + " " + CityTime.minute(hand.at());
    }
}
