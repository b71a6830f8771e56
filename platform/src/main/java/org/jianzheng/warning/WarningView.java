package org.jianzheng.warning;

import java.time.Instant;
import java.util.Map;

/** A warning as its readers find it. Who explained and who decided are null until somebody has. */
public record WarningView(
        String id,
        String rule,
        NewWarning.Subject subject,
        String labCode,
        String caseId,
        WarningSeverity severity,
        String sentence,
        Map<String, String> evidence,
        Standing standing) {

    /** How far it has come. */
    public record Standing(
            WarningState state, Instant raisedAt, Word explanation, WarningDecision decision, Word decided) {}

    /** What somebody said of it. */
    public record Word(String text, String byName, Instant at) {}
}
