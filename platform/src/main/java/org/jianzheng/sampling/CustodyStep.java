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
        String note) {}
