package org.jianzheng.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.workflow.form.FormContract;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does with tasks before completing them: looking, taking, giving back. */
@Component
public class Inbox {

    /** Property of a filter that shows each person their own tasks only. */
    static final String MINE = "jianzhengMine";

    private final Identity identity;
    private final DisplayNames names;
    private final ActingPerson acting;
    private final Forms forms;
    private final TaskRights rights;
    private final TaskService tasks;
    private final FilterService filters;
    private final TransactionTemplate reading;

    Inbox(
            Identity identity,
            DisplayNames names,
            ActingPerson acting,
            Forms forms,
            TaskRights rights,
            TaskService tasks,
            FilterService filters,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.names = names;
        this.acting = acting;
        this.forms = forms;
        this.rights = rights;
        this.tasks = tasks;
        this.filters = filters;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What the form of the task shows at this moment, by variable, as the browser is to get it. To look changes nothing. */
    public Map<String, Object> shown(String taskId) {
        Task task = find(taskId);
        rights.require(identity.acting(), task);
        FormContract form = forms.of(task);
        return form.asShown(reading.execute(status -> forms.shown(task)));
    }

    /** Id of the form that the task shows, a file's or a composed one's. */
    public String formOf(String taskId) {
        return forms.of(find(taskId)).id();
    }

    /** Takes the task. Taking it twice is taking it once. */
    public void claim(String taskId) {
        Person person = identity.acting();
        Task task = find(taskId);
        if (person.has(Role.ADMIN)) {
            throw new Forbidden("workflow.task.admin");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(person.username())) {
            throw new Conflict("workflow.task.taken", names.person(task.getAssignee()));
        }
        try {
            acting.as(person, () -> {
                tasks.claim(taskId, person.username());
                return null;
            });
        } catch (RuntimeException e) {
            throw Refusals.of(e);
        }
    }

    /** Gives the task back to its group; a task given to one person by name has no group to go back to. */
    public void unclaim(String taskId) {
        Person person = identity.acting();
        Task task = find(taskId);
        if (!person.username().equals(task.getAssignee())) {
            throw new Forbidden("workflow.task.notYours");
        }
        boolean group = acting.asPlatform(() -> tasks.getIdentityLinksForTask(taskId)).stream()
                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
        if (!group) {
            throw new Conflict("workflow.task.assigned");
        }
        acting.asPlatform(() -> {
            tasks.setAssignee(taskId, null);
            return null;
        });
    }

    /** Whether this filter shows each person their own tasks only. */
    public boolean isMine(String filterId) {
        Filter filter = acting.asPlatform(() -> filters.getFilter(filterId));
        return filter != null && Boolean.TRUE.equals(filter.getProperties().get(MINE));
    }

    private Task find(String taskId) {
        Task task = acting.as(
                identity.acting(), () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw new NotFound("workflow.task.unknown");
        }
        return task;
    }
}
