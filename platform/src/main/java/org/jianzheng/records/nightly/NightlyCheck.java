package org.jianzheng.records.nightly;

import java.util.List;

/**
 * Something that is read back every night: all records of one kind, page by page, each against what proves it. What no
 * longer matches is named, told to the station, and shown until a later night finds it whole. A module that keeps evidence
 * adds a bean of its own.
 */
public interface NightlyCheck {

    /** Stays the same for good; people read the message {@code records.check.<name>}. */
    String name();

    /**
     * Reads on in a transaction of its own. What is written while the check is under way may or may not be read this night.
     *
     * @param after key of the last record that was read, null at the beginning
     * @param most records to read
     */
    Page read(String after, int most);

    /**
     * What one page came to.
     *
     * @param first key of its first record, null where there is none
     * @param last key of its last record; the next page begins behind it
     * @param ended nothing follows
     */
    record Page(int counted, String first, String last, boolean ended, List<Mismatch> mismatches) {

        public Page {
            mismatches = List.copyOf(mismatches);
        }

        /** Nothing was left to read. */
        public static Page empty() {
            return new Page(0, null, null, true, List.of());
        }
    }

    /**
     * A record that is not what it was.
     *
     * @param subject what it is about, {@code report:BJ01-BG-2026-00001}; null where nothing tells any more
     * @param record the entry, row or file
     * @param what people read the message {@code records.mismatch.<what>}
     */
    record Mismatch(String subject, String record, String what) {}
}
