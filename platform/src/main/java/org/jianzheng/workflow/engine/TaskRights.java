package org.jianzheng.workflow.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jianzheng.identity.Person;
import org.springframework.stereotype.Component;

/**
 * Whether a task is somebody's still. The engine lets whoever once took a task keep it; a person who has changed house or rank
 * since takes none of it along. What a diagram gives to one person by name is theirs, and their Step looks at the rest.
 */
@Component
class TaskRights {

    private final ActingPerson acting;
    private final Forms forms;
    private final TaskService tasks;

    TaskRights(ActingPerson acting, Forms forms, TaskService tasks) {
        this.acting = acting;
        this.forms = forms;
        this.tasks = tasks;
    }

    /** @throws Forbidden where none of the person's groups is asked */
    void require(Person person, Task task) {
        boolean byName = forms.isByName(task) && person.username().equals(task.getAssignee());
        if (!byName && candidates(task).stream().noneMatch(person.groups()::contains)) {
            throw new Forbidden("workflow.task.notYours");
        }
    }

    private List<String> candidates(Task task) {
        return acting.asPlatform(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
