package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The recorded event that an entry comes from.
 *
 * @param eventKey the same event told again has the same
 * @param subject what the event was about, such as one breach: a later decision on it replaces the earlier
 * @param event what kind of event; {@code matter} and {@code outcome} are what the table knows of it
 * @param link page of this site that tells of it
 */
@Embeddable
record CreditOccasion(
        String eventKey,
        String subject,
        String event,
        String matter,
        String outcome,
        Instant happenedAt,
        String link) {}
