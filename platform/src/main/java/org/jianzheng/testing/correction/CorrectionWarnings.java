package org.jianzheng.testing.correction;

import java.util.List;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.springframework.stereotype.Component;

/** Tells the station and the laboratory of corrections that change a verdict or concern a signed report. */
@Component
class CorrectionWarnings {

    private final Notices notices;

    CorrectionWarnings(Notices notices) {
        this.notices = notices;
    }

    void granted(Correction correction) {
        List<String> told = List.of("station", "labs/" + correction.parties().labCode() + "/labadmin");
        var shown = correction.view(List.of());
        String text = "%s：%s（%s）→ %s（%s）。更正人 %s，批准人 %s，原因：%s"
                .formatted(
                        correction.title(),
                        "原结论",
                        CorrectionWords.verdict(shown.effect().before()),
                        "更正后",
                        CorrectionWords.verdict(shown.effect().after()),
                        shown.proposer().name(),
                        shown.approver() == null ? "—" : shown.approver().name(),
                        CorrectionWords.reason(shown.reason()) + "，" + shown.text());
        told.forEach(group -> notices.send(new Notice(
                "correction:" + correction.id() + ":granted:" + group,
                group,
                "更正提示：" + correction.title() + (correction.changesVerdict() ? " 改变判定" : ""),
                text,
                "/corrections/" + correction.id(),
                correction.caseId())));
        correction.warned(told);
    }

    /** Nobody has said their word in time: the station and the laboratory's administrator see to it. */
    void waiting(Correction correction, Consent consent) {
        for (String group : List.of("station", "labs/" + correction.parties().labCode() + "/labadmin")) {
            notices.send(new Notice(
                    "correction:" + correction.id() + ":waiting:" + consent + ":" + group,
                    group,
                    "更正待办超时：" + correction.title(),
                    "等待" + CorrectionWords.consent(consent) + "的意见已超过期限，请督促办理。",
                    "/corrections/" + correction.id(),
                    correction.caseId()));
        }
    }
}
