package org.jianzheng.nonconformity.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.nonconformity.loop.LoopState;

/**
 * A line of 不合格台账 with every field the industry prints; names in place of codes, null for what has not happened.
 *
 * @param retest commission and report number of each re-test
 */
public record RegisterLine(
        String reportNo,
        String lab,
        String project,
        String place,
        String sample,
        String parameters,
        String required,
        String measured,
        String represents,
        Instant foundAt,
        Instant reportedAt,
        String notified,
        Instant notifiedAt,
        String retest,
        String treatment,
        LocalDate finishedOn,
        Instant completedAt,
        String checkedBy,
        Instant checkedAt,
        String closedBy,
        Instant closedAt,
        LoopState state,
        String waitingFor) {}
