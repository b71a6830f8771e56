package org.jianzheng.face;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.TurnOutcome;
import org.jianzheng.records.ChineseText;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Component;

/** Says what looks wrong of a comparison; as part of the caller's transaction. */
@Component
class FaceWarnings {

    private final Warnings warnings;
    private final ChineseText texts;

    FaceWarnings(Warnings warnings, ChineseText texts) {
        this.warnings = warnings;
        this.texts = texts;
    }

    void compared(ComparisonView one) {
        if (one.found().outcome() == FaceOutcome.DIFFERENT) {
            raise(one, "different", WarningSeverity.WARN);
        } else if (one.found().outcome() == FaceOutcome.NO_FACE) {
            raise(one, "noFace", WarningSeverity.WARN);
        }
        if (one.turn().outcome() == TurnOutcome.NOT_TURNED) {
            raise(one, "notTurned", WarningSeverity.WARN);
        } else if (one.turn().outcome() == TurnOutcome.ANOTHER) {
            raise(one, "turnedAnother", WarningSeverity.WARN);
        }
    }

    void overdue(ComparisonView one) {
        raise(one, "overdue", WarningSeverity.WARN);
    }

    void answered(ComparisonView one) {
        if (one.word().answer() == HumanAnswer.OTHER) {
            raise(one, "other", WarningSeverity.ALARM);
        }
    }

    private void raise(ComparisonView one, String rule, WarningSeverity severity) {
        ComparisonView.Subject of = one.subject();
        String key = "face.rule." + rule;
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("comparison", one.id());
        evidence.put("step", of.step().name());
        if (one.found() != null && one.found().score() != null) {
            evidence.put("score", one.found().score().toPlainString());
            evidence.put("refuseBelow", one.found().refuseBelow().toPlainString());
        }
        if (one.turn().by() != null) {
            evidence.put("turnAsked", one.turn().asked().name());
            evidence.put("turnedBy", one.turn().by().toPlainString());
            evidence.put("turnNeeded", one.turn().needed().toPlainString());
        }
        warnings.raise(new NewWarning(
                "face:" + one.id() + ":" + rule,
                key,
                new NewWarning.Subject("sample", of.sample(), "/cases/" + of.caseId()),
                of.labCode(),
                of.caseId(),
                severity,
                texts.text(
                        key,
                        of.name(),
                        texts.text("face.step." + of.step()),
                        evidence.getOrDefault("score", "—"),
                        one.word() == null ? "" : one.word().byName()),
                evidence));
    }
}
