package org.jianzheng.kernel;

import java.math.BigDecimal;

/** A place on the ground: WGS 84 degrees, as the phone reported them. */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

    public GeoPoint {
        if (latitude.abs().compareTo(POLE) > 0) {
            throw RuleBroken.at("latitude", "kernel.geo.latitude", latitude);
        }
        if (longitude.abs().compareTo(ANTIMERIDIAN) > 0) {
            throw RuleBroken.at("longitude", "kernel.geo.longitude", longitude);
        }
    }
}
