package org.jianzheng.reporting.web;

import java.util.Map;
import org.jianzheng.reporting.verifying.Verification;
import org.jianzheng.reporting.verifying.Verification.Status;

/**
 * A verification as the page shows it.
 *
 * @param kind colour of the verdict, as the page parts name it
 * @param reason last part of the message key that says why
 * @param argument what that message names: the laboratory or the number
 */
record VerificationAnswer(
        Status status, String kind, String reason, String argument, String reportNo, Verification.Facts facts) {

    private static final Map<Status, String> KINDS = Map.of(
            Status.VALID, "passed",
            Status.RECALLED, "failed",
            Status.REPLACED, "waiting",
            Status.UNKNOWN, "waiting",
            Status.FORGED, "failed");

    static VerificationAnswer of(Verification found) {
        String argument =
                found.facts() == null ? found.reportNo() : found.facts().labName();
        return new VerificationAnswer(
                found.status(),
                KINDS.get(found.status()),
                found.reason().name(),
                argument,
                found.reportNo(),
                found.facts());
    }

    /** A file held against a code: genuine alone is not enough, it has to be that report. */
    static VerificationAnswer compared(Verification file, Verification code) {
        boolean other = file.facts() != null
                && code.facts() != null
                && !file.facts().reportNo().equals(code.facts().reportNo());
        if (!other) {
            return of(file);
        }
        return new VerificationAnswer(
                Status.FORGED,
                "failed",
                "OTHER_REPORT",
                file.facts().reportNo(),
                file.facts().reportNo(),
                file.facts());
    }

    /** The sentence under the verdict that says what to do; null where nothing is to be done. */
    public String advice() {
        return switch (status) {
            case FORGED, RECALLED -> "reporting.verify.todo";
            case UNKNOWN ->
                reason.equals("UNPROVEN") ? "reporting.verify.todoUnproven" : "reporting.verify.todoUnknown";
            default -> null;
        };
    }
}
