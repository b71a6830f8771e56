package org.jianzheng.console.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So much a minute, refilled all the while. */
final class RequestRate {

    private RequestRate() {}

    static Bucket aMinute(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build();
    }

    /** Seconds until what was refused would be answered; 0 where it was not refused. */
    static long seconds(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }
}
