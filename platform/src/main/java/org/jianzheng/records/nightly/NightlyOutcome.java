package org.jianzheng.records.nightly;

import java.time.Instant;

/**
 * What one check of one run came to.
 *
 * @param runAt begin of the run
 * @param first key of the first record that was read, or null
 * @param last key of the last one, or null
 */
public record NightlyOutcome(
        Instant runAt,
        String check,
        Instant begunAt,
        Instant endedAt,
        String first,
        String last,
        long counted,
        long mismatches) {}
