package org.jianzheng.workflow.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.task.CaseStep;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Component;

/** Where cases are, asked as the platform: whoever asks has checked who may know. */
@Component
public class CaseQueries {

    private final ActingPerson acting;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final Candidates candidates;

    CaseQueries(
            ActingPerson acting,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            Candidates candidates) {
        this.acting = acting;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.candidates = candidates;
    }

    public Paged<OpenTask> tasksOf(Person person, int page, int size) {
        return acting.asPlatform(() -> {
            TaskQuery mine = tasks.createTaskQuery().active();
            if (person.groups().isEmpty()) {
                mine.taskAssignee(person.username());
            } else {
                // The engine leaves claimed tasks out of a question for candidates.
                mine.or()
                        .taskAssignee(person.username())
                        .taskCandidateGroupIn(List.copyOf(person.groups()))
                        .endOr();
            }
            long total = mine.count();
            List<Task> found = mine.orderByTaskCreateTime().asc().listPage(page * size, size);
            return new Paged<>(open(found), total);
        });
    }

    /** One open task, whosever it is. */
    public Optional<OpenTask> openTask(String taskId) {
        return acting.asPlatform(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .flatMap(this::open));
    }

    public List<OpenTask> openTasks(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return List.of();
        }
        return acting.asPlatform(() -> open(tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseIds.toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list()));
    }

    /** Without those that somebody has completed since they were found. */
    List<OpenTask> open(List<Task> found) {
        return found.stream().flatMap(task -> open(task).stream()).toList();
    }

    private Optional<OpenTask> open(Task task) {
        return candidates.of(task).map(groups -> open(task, groups));
    }

    private OpenTask open(Task task, List<String> groups) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                instance == null ? null : instance.getBusinessKey(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getAssignee(),
                groups);
    }

    /** The case that a task belongs to, open or done. */
    public Optional<String> caseOf(String taskId) {
        return acting.asPlatform(() -> Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .map(task -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
    }

    /** Steps of all processes of the case, oldest first; of one second in the order they were passed. */
    public List<CaseStep> steps(String caseId) {
        return acting.asPlatform(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(instance -> activities(instance).stream().map(activity -> step(instance, activity)))
                .sorted(Comparator.comparing(CaseStep::since))
                .toList());
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    private static CaseStep step(HistoricProcessInstance instance, HistoricActivityInstance activity) {
        return new CaseStep(
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName(),
                activity.getActivityId(),
                CaseDiagrams.plainName(activity.getActivityName()),
                activity.getActivityType(),
                instant(activity.getStartTime()),
                instant(activity.getEndTime()),
                activity.getAssignee(),
                activity.isCanceled());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
