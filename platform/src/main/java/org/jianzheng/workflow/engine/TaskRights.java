package org.jianzheng.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.jianzheng.identity.Person;
import org.springframework.stereotype.Component;

/**
 * Whether a task is somebody's still. The engine lets whoever once took a task keep it; a person who has changed house or rank
 * since takes none of it along. What a diagram gives to one person by name is theirs, and their Step looks at the rest.
 */
@Component
class TaskRights {

    private final Forms forms;
    private final Candidates candidates;

    TaskRights(Forms forms, Candidates candidates) {
        this.forms = forms;
        this.candidates = candidates;
    }

    /** @throws Forbidden where none of the person's groups is asked */
    void require(Person person, Task task) {
        if (!has(person, task)) {
            throw new Forbidden("workflow.task.notYours");
        }
    }

    boolean has(Person person, Task task) {
        boolean byName = forms.isByName(task) && person.username().equals(task.getAssignee());
        return byName || candidates.of(task).orElse(List.of()).stream().anyMatch(person.groups()::contains);
    }
}
