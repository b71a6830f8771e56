package org.jianzheng.workflow.task;

import java.time.Instant;

/**
 * One step of a case that was passed, or is running.
 *
 * @param definitionId which version of which diagram the step belongs to
 * @param process key of that diagram: {@code commission-case}, {@code sampling}, …
 * @param step id of the element in the diagram
 * @param kind the engine's word for the element: {@code userTask}, {@code serviceTask}, {@code startEvent}, …
 * @param until when it was left, or null while it runs
 * @param who the person who did it or has taken it, or null where nobody did
 * @param canceled left without being done, for instance by an interrupting event
 */
public record CaseStep(
        String definitionId,
        String process,
        String processName,
        String step,
        String name,
        String kind,
        Instant since,
        Instant until,
        String who,
        boolean canceled) {

    public boolean running() {
        return until == null;
    }
}
