package org.jianzheng.batch;

import java.time.Instant;
import java.util.List;

/**
 * What became of an evaluation.
 *
 * @param supersededBy number of the evaluation that stands in its place, or null
 * @param outdatedBy reports it counts that were recalled or replaced since
 */
public record EvaluationFate(String supersededBy, String supersedeReason, List<Outdating> outdatedBy) {

    static final EvaluationFate NONE = new EvaluationFate(null, null, List.of());

    /** @param at null where only the report's row knows */
    public record Outdating(String reportNo, Instant at, String reason) {}

    public boolean superseded() {
        return supersededBy != null;
    }

    /** Some of what it counts stands no longer. */
    public boolean outdated() {
        return !outdatedBy.isEmpty();
    }
}
