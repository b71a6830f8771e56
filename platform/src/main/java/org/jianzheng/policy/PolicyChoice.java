package org.jianzheng.policy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A laboratory wants to follow a value from a day on.
 *
 * @param decision of its technical head, or null
 * @param withdrawal before its day, or null
 */
public record PolicyChoice(
        String id,
        String lab,
        String item,
        String input,
        String value,
        LocalDate from,
        String reason,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        Act decision,
        Act withdrawal) {

    /** @param granted of a decision: whether it was approved */
    public record Act(boolean granted, String reason, String byName, Instant at) {}

    boolean isApproved() {
        return decision != null && decision.granted() && withdrawal == null;
    }

    boolean isOpen() {
        return decision == null && withdrawal == null;
    }

    public ChoiceState state(LocalDate today) {
        if (withdrawal != null) {
            return ChoiceState.WITHDRAWN;
        }
        if (decision != null) {
            return decision.granted() ? ChoiceState.APPROVED : ChoiceState.REFUSED;
        }
        return from.isAfter(today) ? ChoiceState.PROPOSED : ChoiceState.EXPIRED;
    }

    String subject() {
        return "policy-choice:" + id;
    }
}
