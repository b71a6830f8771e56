package org.jianzheng.reporting;

import java.time.LocalDate;

/**
 * What a code or a file is worth.
 *
 * @param reason why, as the last part of a message key: each kind of forgery has its own
 * @param reportNo the number it bears or claims, or null
 * @param facts what the platform's own book says of the report; null where it knows none
 */
public record Verification(Status status, Reason reason, String reportNo, Facts facts) {

    /** The words of the public interface. */
    public enum Status {
        VALID,
        RECALLED,
        REPLACED,
        UNKNOWN,
        FORGED
    }

    public enum Reason {
        GENUINE,
        RECALLED,
        REPLACED,
        /** The code was made up or altered. */
        TOKEN_FORGED,
        /** The code was signed with a key this platform does not have. */
        KEY_UNKNOWN,
        /** Signed here, but no report of that number was ever issued. */
        NUMBER_UNKNOWN,
        /** Signed here, but not for what was issued under that number. */
        CONTENT_DIFFERS,
        /** The file was sealed and then changed. */
        FILE_CHANGED,
        /** The file bears a seal of nobody's here. */
        SEAL_UNKNOWN,
        /** The file bears no seal, or is no PDF. */
        NOT_SEALED
    }

    public boolean valid() {
        return status == Status.VALID;
    }

    /**
     * Key facts for anybody who holds the report; people's names are masked.
     *
     * @param pdfSha256 of the one genuine file, to compare with
     */
    public record Facts(
            String reportNo,
            String title,
            String labName,
            String projectName,
            String part,
            String sampleName,
            String sampleNo,
            String client,
            String conclusion,
            String conclusionText,
            LocalDate issuedOn,
            String signatory,
            String pdfSha256) {}
}
