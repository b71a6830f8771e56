package org.jianzheng.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry as people read it.
 *
 * @param house group path; {@code houseName} is its name
 */
public record CreditEntryView(
        String id,
        String house,
        String houseName,
        CreditEntryState state,
        Rule rule,
        Event event,
        Appeal appeal,
        Term term) {

    public boolean appealed() {
        return appeal.appealReason() != null;
    }

    public String pointsText() {
        return PointsText.text(rule.points());
    }

    public String capText() {
        return PointsText.text(rule.cap());
    }

    /** What the station's table says that it costs. */
    public record Rule(
            String code, String category, String title, BigDecimal points, BigDecimal cap, int months, String veto) {}

    /** What it comes from. */
    public record Event(Instant happenedAt, String link, Instant recordedAt) {}

    /** What the employer said to it, and the station to that. */
    public record Appeal(
            Instant notifiedAt,
            Instant appealUntil,
            String answeredBy,
            Instant answeredAt,
            String appealReason,
            Instant decideUntil,
            String decidedBy,
            Instant decidedAt,
            String decisionReason) {}

    /**
     * When it counts.
     *
     * @param effectiveOn first day it counts; null while it does not
     * @param expiresOn first day after its term; null while it has none
     */
    public record Term(LocalDate effectiveOn, LocalDate expiresOn, LocalDate dismissedOn, String dismissedBecause) {}
}
