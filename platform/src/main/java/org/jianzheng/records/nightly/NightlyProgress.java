package org.jianzheng.records.nightly;

import java.time.Instant;

/**
 * How far a run has come: which check it is at, and where in it. Stored after every page, so that any node goes on with it.
 *
 * @param runAt begin of the run
 * @param begunAt begin of the check
 * @param first key of the first record that was read, or null
 * @param last key of the last one, or null
 */
record NightlyProgress(
        Instant runAt, String check, Instant begunAt, String first, String last, long counted, long mismatches) {

    static NightlyProgress beginning(Instant runAt, String check, Instant begunAt) {
        return new NightlyProgress(runAt, check, begunAt, null, null, 0, 0);
    }

    NightlyProgress after(NightlyCheck.Page page) {
        return new NightlyProgress(
                runAt,
                check,
                begunAt,
                first == null ? page.first() : first,
                page.last() == null ? last : page.last(),
                counted + page.counted(),
                mismatches + page.mismatches().size());
    }
}
