package org.jianzheng.workflow.task;

import java.util.Optional;

/**
 * Tasks that a diagram gives to one person by name and to no group, as diagrams of earlier versions do: whoever ordered the
 * work says where it goes when that person cannot do it. Implemented above.
 */
public interface TasksByName {

    /**
     * Takes the work back from its holder, if the acting person may.
     *
     * @return the activity of the same diagram at which the case goes on; empty where it is not this module's task
     * @throws org.jianzheng.kernel.RuleBroken where the acting person may not
     */
    Optional<String> takeBack(OpenTask task, String reason);
}
