package org.jianzheng.sampling;

import java.util.List;

/**
 * What the counter is told about one scanned specimen.
 *
 * @param finding {@link Finding#RIGHT}, or what is wrong with it
 * @param details what the words of the finding name
 * @param caseId of the reader's own laboratory, or null where the mark leads to none
 */
public record ReceiptScan(Finding finding, List<String> details, String caseId, int scanned, int count) {

    public ReceiptScan {
        details = List.copyOf(details);
    }

    /** One right, the rest wrong, each in words of its own. */
    public enum Finding {
        RIGHT,
        AGAIN,
        /** Not all of a mark could be read. */
        BROKEN,
        /** Its check digits are wrong. */
        FORGED,
        /** Never made, or of a roll and on no sample. */
        UNKNOWN,
        BLANK,
        OTHER_LAB,
        OTHER_COMMISSION,
        REPLACED,
        RECEIVED,
        REFUSED,
        NOT_TAKEN,
        NOT_WITNESSED,
        /** The witness's time is over and nobody has decided. */
        WITNESS_LATE,
        /** What came late from a phone without network waits for the station. */
        UNDECIDED,
        LATE
    }

    static ReceiptScan wrong(Finding finding, String... details) {
        return new ReceiptScan(finding, List.of(details), null, 0, 0);
    }

    public boolean right() {
        return finding == Finding.RIGHT || finding == Finding.AGAIN;
    }
}
