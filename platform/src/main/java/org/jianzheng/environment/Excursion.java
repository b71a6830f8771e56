package org.jianzheng.environment;

import java.time.Duration;
import java.time.Instant;

/**
 * A time outside the limits of a room.
 *
 * @param afterInside the last reading within before it; null where there was none
 * @param temperaturesC the coldest and the warmest
 * @param humiditiesPercent the driest and the dampest
 */
record Excursion(Instant afterInside, Instant first, Instant last, String temperaturesC, String humiditiesPercent) {

    boolean lasts(Duration least) {
        return Duration.between(first, last).compareTo(least) >= 0;
    }
}
