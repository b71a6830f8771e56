package org.jianzheng.breach.sweep;

import java.time.Instant;

/**
 * What one sweep came to.
 *
 * @param by who started it
 * @param found breaches there are, opened now or earlier
 * @param released suspensions whose cases were released
 * @param warned warnings of expiry that were not sent before
 */
public record SweepResult(
        Instant startedAt, long millis, String by, int cases, int found, int opened, int released, int warned) {}
