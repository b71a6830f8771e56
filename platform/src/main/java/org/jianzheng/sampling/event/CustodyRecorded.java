package org.jianzheng.sampling.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jianzheng.kernel.GeoPoint;

/**
 * Somebody recorded the taking or the witnessing of a sample.
 *
 * @param sample its label: commission number and attempt
 * @param at when the record arrived, by the server's clock
 */
public record CustodyRecorded(
        Step step,
        String sample,
        String caseId,
        String labCode,
        String projectCode,
        Instant at,
        String username,
        String name,
        Place place) {

    /** Of the custody chain, those at the site. */
    public enum Step {
        TAKING,
        WITNESSING
    }

    /**
     * Where the person said to be.
     *
     * @param point null where nothing was said
     * @param accuracyMetres as the phone told it; null from a desk
     * @param at when, by the phone's clock; null from a desk
     * @param phone thumbprint of the registered phone's key; null from a desk
     */
    public record Place(GeoPoint point, BigDecimal accuracyMetres, Instant at, String phone) {}
}
