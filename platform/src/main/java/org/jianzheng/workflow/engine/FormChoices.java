package org.jianzheng.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the form of an open task lets one choose: that of the diagram its case runs on, which may be an earlier one. */
@Component
public class FormChoices {

    private final ActingPerson acting;
    private final TaskService tasks;
    private final Forms forms;

    FormChoices(ActingPerson acting, TaskService tasks, Forms forms) {
        this.acting = acting;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** Empty where the task is gone, or its form has no such field or does not fix its options. */
    public List<String> of(String taskId, String field) {
        Task task =
                acting.asPlatform(() -> tasks.createTaskQuery().taskId(taskId).singleResult());
        return task == null ? List.of() : forms.of(task).choices(field);
    }
}
