package org.jianzheng.testing.correction;

import java.util.List;
import java.util.Map;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Component;

/** Tells the station and the laboratory of corrections that change a verdict or concern a signed report. */
@Component
class CorrectionWarnings {

    private static final String FAIL_TO_PASS = "testing.correction.failToPass";
    private static final String PASS = Verdict.PASS.name();

    private final Notices notices;
    private final Warnings warnings;
    private final ChineseText texts;

    CorrectionWarnings(Notices notices, Warnings warnings, ChineseText texts) {
        this.notices = notices;
        this.warnings = warnings;
        this.texts = texts;
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
        warnOfPass(shown);
    }

    // Whatever was corrected: that a failure became a pass is explained by the laboratory and decided by the station.
    private void warnOfPass(CorrectionView granted) {
        var effect = granted.effect();
        if (!effect.changesVerdict()
                || !effect.after().equals(PASS)
                || effect.before().equals(PASS)) {
            return;
        }
        String before = CorrectionWords.verdict(effect.before());
        String approver = granted.approver() == null ? "" : granted.approver().name();
        warnings.raise(new NewWarning(
                "correction:" + granted.id() + ":failToPass",
                FAIL_TO_PASS,
                new NewWarning.Subject("correction", granted.id(), "/corrections/" + granted.id()),
                granted.labCode(),
                granted.caseId(),
                effect.before().equals(Verdict.FAIL.name()) ? WarningSeverity.ALARM : WarningSeverity.WARN,
                texts.text(
                        FAIL_TO_PASS,
                        granted.title(),
                        before,
                        CorrectionWords.kind(granted.kind()),
                        granted.proposer().name(),
                        approver),
                Map.of(
                        "before", effect.before(),
                        "after", effect.after(),
                        "reason", granted.reason().name(),
                        "proposer", granted.proposer().name(),
                        "approver", approver)));
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
