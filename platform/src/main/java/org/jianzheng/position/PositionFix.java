package org.jianzheng.position;

import java.math.BigDecimal;
import java.time.Instant;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.sampling.event.CustodyRecorded.Step;

/**
 * Where a record came from, as the phone or the person said.
 *
 * @param accuracyMetres null where a person typed it
 * @param phone null from a desk
 */
public record PositionFix(
        Step step,
        String sample,
        String projectCode,
        Instant at,
        String username,
        String name,
        GeoPoint place,
        BigDecimal accuracyMetres,
        String phone) {

    /** Beyond, a position says nothing about a site: a phone that is told to be vague must not be free of every rule. */
    static final int COARSE_METRES = 200;

    /** By how much it may be wrong, as far as that is believed. */
    double error() {
        return accuracyMetres == null ? 0 : Math.min(COARSE_METRES, accuracyMetres.doubleValue());
    }

    boolean isCoarse() {
        return accuracyMetres != null && accuracyMetres.compareTo(BigDecimal.valueOf(COARSE_METRES)) > 0;
    }

    /** The same digits. */
    boolean isExactly(PositionFix other) {
        return place.latitude().compareTo(other.place().latitude()) == 0
                && place.longitude().compareTo(other.place().longitude()) == 0;
    }
}
