package org.jianzheng.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Cases on their way: starting them, completing their tasks, asking where they are. Whoever acts is the person
 * {@code Identity} knows; the engine's permissions hold here as they do in Tasklist.
 */
@Service
public class Processes {

    /**
     * Starts a process for a case that exists.
     *
     * @return the id of the process instance
     */
    public String start(String processKey, String caseId, Map<String, ?> variables) {
        throw new UnsupportedOperationException("soon");
    }

    /**
     * Starts a new case with what its start form was filled with, as Tasklist does.
     *
     * @return the new case's id
     * @throws org.jianzheng.kernel.RuleBroken when the person may not, the form is wrong, or a Step refuses
     */
    public String startByForm(String processKey, Map<String, ?> form) {
        throw new UnsupportedOperationException("soon");
    }

    /**
     * Completes a task with what its form was filled with: the door Tasklist posts to.
     *
     * @throws org.jianzheng.kernel.RuleBroken when the person may not, the form is wrong, or a Step refuses; nothing has
     *     changed then
     */
    public void complete(String taskId, Map<String, ?> form) {
        throw new UnsupportedOperationException("soon");
    }

    /** What is open in these cases, oldest first. */
    public List<OpenTask> openTasks(Collection<String> caseIds) {
        throw new UnsupportedOperationException("soon");
    }

    /** What the case has gone through, in order; sub-processes included. */
    public List<CaseStep> history(String caseId) {
        throw new UnsupportedOperationException("soon");
    }

    /** The page of Tasklist that shows this task, from the root of the site. */
    public String taskUrl(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}
