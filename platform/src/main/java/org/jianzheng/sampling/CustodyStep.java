package org.jianzheng.sampling;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/** Who handled the sample, when, where: one step of its custody chain. */
@Embeddable
record CustodyStep(
        Instant at,
        String username,
        String name,
        String employer,
        String certificate,
        BigDecimal latitude,
        BigDecimal longitude,
        String note) {

    /** A witness's record that came before the sampler's counts from that one on. @param other may be null */
    CustodyStep notBefore(CustodyStep other) {
        return other == null || !at.isBefore(other.at)
                ? this
                : new CustodyStep(other.at, username, name, employer, certificate, latitude, longitude, note);
    }
}
