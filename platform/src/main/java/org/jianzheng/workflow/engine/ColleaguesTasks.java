package org.jianzheng.workflow.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Component;

/**
 * What colleagues have taken and somebody else may do as well. Tasks that an earlier diagram gave to one person of the
 * laboratory by name are its administrators' business.
 */
@Component
public class ColleaguesTasks {

    private final ActingPerson acting;
    private final CaseQueries cases;
    private final TaskService tasks;

    ColleaguesTasks(ActingPerson acting, CaseQueries cases, TaskService tasks) {
        this.acting = acting;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** One list: those by name first, then the others; each oldest first. */
    public Paged<OpenTask> heldFor(Person person, int page, int size) {
        if (person.groups().isEmpty()) {
            return new Paged<>(List.of(), 0);
        }
        return acting.asPlatform(() -> {
            int first = page * size;
            int named =
                    person.has(Role.LABADMIN) ? Math.toIntExact(byName(person).count()) : 0;
            List<Task> found = new ArrayList<>();
            if (first < named) {
                found.addAll(
                        byName(person).orderByTaskCreateTime().asc().listPage(first, Math.min(size, named - first)));
            }
            if (found.size() < size) {
                found.addAll(byGroup(person)
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(Math.max(0, first - named), size - found.size()));
            }
            return new Paged<>(cases.open(found), named + byGroup(person).count());
        });
    }

    /** Whether the task, held or free, is one that this person might do: for anybody else it does not exist. */
    boolean mayKnow(Person person, OpenTask task) {
        if (!task.groups().isEmpty()) {
            return !Collections.disjoint(task.groups(), person.groups());
        }
        return person.has(Role.LABADMIN)
                && acting.asPlatform(() -> byName(person).taskId(task.id()).count() > 0);
    }

    private TaskQuery byGroup(Person person) {
        return tasks.createTaskQuery()
                .active()
                .taskAssigned()
                .taskAssigneeNotIn(person.username())
                .taskCandidateGroupIn(List.copyOf(person.groups()))
                .includeAssignedTasks();
    }

    private TaskQuery byName(Person person) {
        return tasks.createTaskQuery()
                .active()
                .taskAssigned()
                .taskAssigneeNotIn(person.username())
                .withoutCandidateGroups()
                .includeAssignedTasks()
                .processVariableValueEquals("labCode", person.lab().orElse(""));
    }
}
