package org.jianzheng.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.form.FormContract;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Completes a user task: the only way there is, for browsers and for the platform. */
@Component
public class Completion {

    /** Holds what the form was filled with; lives in the completing transaction only. */
    static final String FORM = "form";

    private static final int TRIES = 6;

    private final Identity identity;
    private final ActingPerson acting;
    private final OneCommand command;
    private final Forms forms;
    private final TaskRights rights;
    private final TaskService tasks;
    private final HistoryService history;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    Completion(
            Identity identity,
            ActingPerson acting,
            OneCommand command,
            Forms forms,
            TaskRights rights,
            TaskService tasks,
            HistoryService history,
            JdbcTemplate database,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.acting = acting;
        this.command = command;
        this.forms = forms;
        this.rights = rights;
        this.tasks = tasks;
        this.history = history;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RuleBroken when nothing was completed */
    public void complete(String taskId, Map<String, ?> sent) {
        Person person = identity.acting();
        boolean own = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int left = own ? TRIES : 1; ; left--) {
            try {
                transaction.execute(status -> command.of(() -> complete(person, taskId, sent)));
                return;
            } catch (RuntimeException e) {
                if (left == 1 || !Refusals.isRace(e)) {
                    throw Refusals.of(e);
                }
                giveWay(TRIES - left + 1);
            }
        }
    }

    // Of those who meet at one case the database lets one through; the others were rolled back whole and go again,
    // apart.
    private static void giveWay(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 60L * tried));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What the form shows is read in the transaction in which the Step decides: rows that may change have versions, so a Step that would
     * change what is another by then is refused by the database and goes again with all of it.
     */
    private Task complete(Person person, String taskId, Map<String, ?> sent) {
        if (person.has(Role.ADMIN)) {
            throw new Forbidden("workflow.task.admin");
        }
        Task task = hold(person, taskId);
        rights.require(person, task);
        FormContract form = forms.of(task);
        Set<String> looked = form.checkedBy(sent);
        Map<String, Object> checked = form.check(sent, looked.isEmpty() ? Map.of() : forms.shown(task, looked));
        return acting.as(
                person,
                () -> command.permitted(() -> {
                    if (task.getAssignee() == null) {
                        tasks.claim(taskId, person.username());
                        command.write();
                    }
                    tasks.complete(taskId, transientForm(checked));
                    return task;
                }));
    }

    /** Locks the task, so that of two submissions the second finds it done. */
    private Task hold(Person person, String taskId) {
        List<String> held =
                database.queryForList("select ID_ from ACT_RU_TASK where ID_ = ? for update", String.class, taskId);
        if (held.isEmpty()) {
            throw gone(person, taskId);
        }
        Task task =
                acting.as(person, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw new NotFound("workflow.task.unknown");
        }
        if (task.isSuspended()) {
            throw new Conflict("workflow.task.suspended");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(person.username())) {
            throw new Conflict("workflow.task.taken", task.getAssignee());
        }
        return task;
    }

    /** Says that it is done only to people of the task; for others there never was such a task. */
    private RuleBroken gone(Person person, String taskId) {
        HistoricTaskInstance done = acting.asPlatform(
                () -> history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
        if (done == null || !concerned(person, taskId)) {
            return new NotFound("workflow.task.unknown");
        }
        return person.username().equals(done.getAssignee())
                ? new Conflict("workflow.task.doneByYou", done.getName())
                : new Conflict("workflow.task.done");
    }

    private boolean concerned(Person person, String taskId) {
        return acting
                .asPlatform(() -> history.createHistoricIdentityLinkLogQuery()
                        .taskId(taskId)
                        .list())
                .stream()
                .anyMatch(link -> person.username().equals(link.getUserId())
                        || link.getGroupId() != null && person.groups().contains(link.getGroupId()));
    }

    static Map<String, Object> transientForm(Map<String, Object> checked) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(FORM, Variables.untypedValue(checked, true));
        return variables;
    }
}
