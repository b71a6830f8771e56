package org.jianzheng.nonconformity.register;

import java.time.Instant;
import java.util.List;
import org.jianzheng.nonconformity.loop.LoopState;

/**
 * A loop in a list.
 *
 * @param ageDays whole days since it was opened, until it was closed
 * @param waitingFor names of the houses that have to act now
 */
public record LoopLine(
        String reportNo,
        String caseId,
        String labCode,
        String labName,
        String projectName,
        String place,
        String item,
        String sample,
        String parameters,
        LoopState state,
        Instant openedAt,
        long ageDays,
        Instant dueAt,
        boolean overdue,
        List<String> waitingFor) {}
