package org.jianzheng.workflow.opentask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's tasks within one command. What a person asks is answered from the readers' rows; what the platform itself asks,
 * and what the rows cannot tell, goes the engine's way. At the end the rows of every task that was touched are made anew.
 */
class ReadersTasks extends TaskManager {

    private static final int AT_ONCE = 500;

    private final ReaderRows rows;
    private final ReaderLists lists;
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private boolean suspended;

    ReadersTasks(ReaderRows rows, ReaderLists lists) {
        this.rows = rows;
        this.lists = lists;
    }

    void touch(String task, boolean isNew, boolean isOver) {
        if (isOver) {
            fresh.remove(task);
            changed.remove(task);
        } else if (isNew) {
            fresh.add(task);
        } else if (!fresh.contains(task)) {
            changed.add(task);
        }
    }

    @Override
    public void flush() {
        write(fresh, true);
        write(changed, false);
        if (suspended) {
            rows.suspension();
            suspended = false;
        }
    }

    private void write(Set<String> tasks, boolean isNew) {
        if (!tasks.isEmpty()) {
            rows.write(tasks, isNew);
            tasks.clear();
        }
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        Optional<ReaderQuery> asked = asked(query);
        return asked.isEmpty()
                ? super.findTasksByQueryCriteria(query)
                : tasks(lists.page(asked.get(), query.getFirstResult(), query.getMaxResults()));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return asked(query).map(lists::count).orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    /** There are none, and no way to make one. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return List.of();
    }

    private Optional<ReaderQuery> asked(TaskQueryImpl query) {
        Authentication person = getCurrentAuthentication();
        boolean limited = person != null
                && person.getUserId() != null
                && isAuthorizationEnabled()
                && Context.getCommandContext().isAuthorizationCheckEnabled();
        return limited ? ReaderQuery.of(person, query) : Optional.empty();
    }

    /** In the order of the ids. */
    private List<Task> tasks(List<String> ids) {
        if (ids.size() == 1) {
            Task task = findTaskById(ids.get(0));
            return task == null ? List.of() : List.of(task);
        }
        Map<String, Task> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            TaskQueryImpl query = new TaskQueryImpl();
            query.taskIdIn(some.toArray(String[]::new));
            Callable<List<Task>> search = () -> super.findTasksByQueryCriteria(query);
            Context.getCommandContext().runWithoutAuthorization(search).forEach(task -> found.put(task.getId(), task));
        }
        List<Task> tasks = new ArrayList<>(ids.stream().map(found::get).toList());
        tasks.removeIf(gone -> gone == null);
        return tasks;
    }

    @Override
    public void updateTaskSuspensionStateByProcessDefinitionId(String definition, SuspensionState state) {
        super.updateTaskSuspensionStateByProcessDefinitionId(definition, state);
        suspended = true;
    }

    @Override
    public void updateTaskSuspensionStateByProcessInstanceId(String instance, SuspensionState state) {
        super.updateTaskSuspensionStateByProcessInstanceId(instance, state);
        suspended = true;
    }

    @Override
    public void updateTaskSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
        super.updateTaskSuspensionStateByProcessDefinitionKey(key, state);
        suspended = true;
    }
}
