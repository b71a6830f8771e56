package org.jianzheng.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry as people read it.
 *
 * @param house group path; {@code houseName} is its name
 * @param effectiveOn first day it counts; null while it does not
 * @param expiresOn first day after its term; null while it has none
 */
public record CreditEntryView(
        String id,
        String house,
        String houseName,
        CreditEntryState state,
        String code,
        String category,
        String title,
        BigDecimal points,
        BigDecimal cap,
        int months,
        String veto,
        Instant happenedAt,
        String link,
        Instant recordedAt,
        Instant notifiedAt,
        Instant appealUntil,
        String answeredBy,
        Instant answeredAt,
        String appealReason,
        Instant decideUntil,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        LocalDate effectiveOn,
        LocalDate expiresOn,
        LocalDate dismissedOn,
        String dismissedBecause) {

    public boolean appealed() {
        return appealReason != null;
    }

    public String pointsText() {
        return PointsText.text(points);
    }

    public String capText() {
        return PointsText.text(cap);
    }
}
