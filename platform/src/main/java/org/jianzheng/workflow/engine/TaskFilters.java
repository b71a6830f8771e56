package org.jianzheng.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tasklist's three filters, made sure of at every start. The engine shows in each only what the person may work on. */
@Component
class TaskFilters implements SmartInitializingSingleton {

    private final FilterService filters;
    private final TaskService tasks;
    private final ActingPerson acting;

    TaskFilters(FilterService filters, TaskService tasks, ActingPerson acting) {
        this.filters = filters;
        this.tasks = tasks;
        this.acting = acting;
    }

    @Override
    public void afterSingletonsInstantiated() {
        acting.asPlatform(() -> {
            // The first is the one Tasklist opens with.
            filter("全部待办", "本岗位的全部任务，含同事已认领的", 10, tasks.createTaskQuery(), Map.of());
            filter("我的任务", "由我办理的任务", 20, tasks.createTaskQuery().taskAssigned(), Map.of(Inbox.MINE, true));
            filter("可认领", "本岗位尚无人认领的任务", 30, tasks.createTaskQuery().taskUnassigned(), Map.of());
            return null;
        });
    }

    private void filter(String name, String description, int priority, TaskQuery query, Map<String, Object> more) {
        Filter found = filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElse(null);
        Filter filter = found != null ? found : filters.newTaskFilter(name);
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
    }
}
