package org.jianzheng.workflow.task;

import java.time.Instant;
import java.util.List;

/**
 * Something a person has to do.
 *
 * @param key the id of the user task in its diagram, also the id of its form, or of the frame of it
 * @param due when it should be done, or null
 * @param assignee who has taken it, or null while it may be claimed
 * @param groups whose members may claim it, such as {@code labs/BJ01/tester}
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String caseId,
        Instant since,
        Instant due,
        String assignee,
        List<String> groups) {

    public OpenTask {
        groups = List.copyOf(groups);
    }
}
