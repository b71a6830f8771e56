package org.jianzheng.reporting.issuing;

import java.util.List;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.reporting.report.Report;
import org.springframework.stereotype.Component;

/** Tells every party of a report what became of it (ISO/IEC 17025, 7.8.8; 7.10.1 e). */
@Component
class RecallNotices {

    private final Notices notices;

    RecallNotices(Notices notices) {
        this.notices = notices;
    }

    void recalled(Report report, boolean voided, String reason) {
        String number = report.issue().reportNo();
        tell(
                report,
                (voided ? "报告作废 " : "报告收回 ") + number,
                "报告 " + number + (voided ? " 已作废" : " 已收回") + "，不得再使用；请停止使用并交回纸质报告。原因：" + reason);
    }

    void replaced(Report report, String successor, String reason) {
        String number = report.issue().reportNo();
        tell(report, "报告更正 " + number, "报告 " + number + " 已由更正报告 " + successor + " 替代，不得再使用；请换用新报告并交回原报告。原因：" + reason);
    }

    private void tell(Report report, String title, String text) {
        var parties = report.parties();
        for (String group : List.of(
                "developers/" + parties.developerCode(),
                "contractors/" + parties.contractorCode(),
                "supervision/" + parties.supervisionCode(),
                "labs/" + parties.labCode(),
                "station")) {
            notices.send(new Notice(
                    "report:" + report.id() + ":ended:" + group,
                    group,
                    title,
                    text,
                    "/cases/" + report.caseId(),
                    report.caseId()));
        }
    }
}
