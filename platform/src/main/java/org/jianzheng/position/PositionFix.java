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

    /** By how much it may be wrong. */
    double error() {
        return accuracyMetres == null ? 0 : accuracyMetres.doubleValue();
    }

    /** The same digits, and as many of them. */
    boolean isExactly(PositionFix other) {
        return place.equals(other.place());
    }
}
