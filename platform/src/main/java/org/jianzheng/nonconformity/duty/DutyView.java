package org.jianzheng.nonconformity.duty;

import java.time.Instant;

/**
 * Something a house had or has to do.
 *
 * @param step id of the task in the diagram
 * @param doneAt null while it is open
 */
public record DutyView(
        String step, String name, String house, Instant since, Instant dueAt, Instant doneAt, boolean late) {}
