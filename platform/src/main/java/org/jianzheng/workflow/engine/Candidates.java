package org.jianzheng.workflow.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The groups that may claim a task. */
@Component
class Candidates {

    private final TaskService tasks;
    private final ActingPerson acting;

    Candidates(TaskService tasks, ActingPerson acting) {
        this.tasks = tasks;
        this.acting = acting;
    }

    /** Empty when somebody has completed the task since it was found. */
    Optional<List<String>> of(Task task) {
        try {
            return Optional.of(acting.asPlatform(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList());
        } catch (NullValueException done) {
            return Optional.empty();
        }
    }
}
