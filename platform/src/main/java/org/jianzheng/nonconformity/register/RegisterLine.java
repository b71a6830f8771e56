package org.jianzheng.nonconformity.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.nonconformity.loop.LoopState;

/**
 * A line of 不合格台账 with every field the industry prints; names in place of codes, null for what has not happened.
 */
public record RegisterLine(
        String reportNo, Found found, Told told, Handled handling, LoopState state, String waitingFor) {

    /** The failing result. */
    public record Found(
            String lab,
            String project,
            String place,
            String sample,
            String parameters,
            String required,
            String measured,
            String represents,
            Instant foundAt) {}

    /** Who was told of it. */
    public record Told(Instant reportedAt, String notified, Instant notifiedAt) {}

    /**
     * What was done about it.
     *
     * @param retest commission and report number of each re-test
     */
    public record Handled(
            String retest,
            String treatment,
            LocalDate finishedOn,
            Instant completedAt,
            String checkedBy,
            Instant checkedAt,
            String closedBy,
            Instant closedAt) {}
}
