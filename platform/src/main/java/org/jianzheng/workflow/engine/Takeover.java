package org.jianzheng.workflow.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.task.OpenTask;
import org.jianzheng.workflow.task.TasksByName;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever holds a task may fall ill: another who may do it takes it over, saying why, and the ledger keeps it. What a form
 * asks of whoever fills it in, such as not to have tested it themselves, is asked of the new holder all the same.
 */
@Component
public class Takeover {

    private static final int LONGEST_REASON = 200;

    private final CaseQueries cases;
    private final Identity identity;
    private final ActingPerson acting;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final JdbcTemplate database;
    private final Ledger ledger;
    private final ObjectProvider<TasksByName> byName;

    Takeover(
            CaseQueries cases,
            Identity identity,
            ActingPerson acting,
            TaskService tasks,
            RuntimeService runtime,
            JdbcTemplate database,
            Ledger ledger,
            ObjectProvider<TasksByName> byName) {
        this.cases = cases;
        this.identity = identity;
        this.acting = acting;
        this.tasks = tasks;
        this.runtime = runtime;
        this.database = database;
        this.ledger = ledger;
        this.byName = byName;
    }

    @Transactional
    public void take(String taskId, Map<String, ?> form) {
        Person person = identity.acting();
        if (person.has(Role.ADMIN)) {
            throw new Forbidden("workflow.task.admin");
        }
        FormValues values = new FormValues(form);
        values.required("reason");
        String reason = values.text("reason", LONGEST_REASON);
        OpenTask task = hold(taskId, person);
        if (task.groups().isEmpty()) {
            takeBack(task, reason);
        } else {
            acting.asPlatform(() -> {
                tasks.setAssignee(taskId, person.username());
                return null;
            });
        }
        ledger.append(new Ledger.Fact(
                null,
                "task.takenOver",
                "task:" + taskId,
                task.caseId(),
                reason,
                Map.of("task", task.key(), "from", task.assignee())));
    }

    /** Locked, so that its holder does not complete it meanwhile. */
    private OpenTask hold(String taskId, Person person) {
        List<String> held =
                database.queryForList("select ID_ from ACT_RU_TASK where ID_ = ? for update", String.class, taskId);
        OpenTask task = held.isEmpty() ? null : cases.openTask(taskId).orElse(null);
        if (task == null || !isOwn(task, person) && !mayKnow(person, task)) {
            throw new NotFound("workflow.task.unknown");
        }
        if (isOwn(task, person)) {
            throw new Conflict("workflow.task.yours");
        }
        if (task.assignee() == null) {
            throw new Conflict("workflow.task.free");
        }
        return task;
    }

    /** Whether they might do it, held or free; what was given to one person by name is their laboratory's administrators'. */
    private boolean mayKnow(Person person, OpenTask task) {
        if (!task.groups().isEmpty()) {
            return !Collections.disjoint(task.groups(), person.groups());
        }
        return person.has(Role.LABADMIN)
                && acting.asPlatform(() -> tasks.createTaskQuery()
                                .taskId(task.id())
                                .active()
                                .processVariableValueEquals(
                                        "labCode", person.lab().orElse(""))
                                .count()
                        > 0);
    }

    private static boolean isOwn(OpenTask task, Person person) {
        return person.username().equals(task.assignee());
    }

    private void takeBack(OpenTask task, String reason) {
        String next = byName.stream()
                .flatMap(module -> module.takeBack(task, reason).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("workflow.task.unknown"));
        acting.asPlatform(() -> {
            String process =
                    tasks.createTaskQuery().taskId(task.id()).singleResult().getProcessInstanceId();
            runtime.createProcessInstanceModification(process)
                    .cancelAllForActivity(task.key())
                    .startBeforeActivity(next)
                    .execute();
            return null;
        });
    }
}
