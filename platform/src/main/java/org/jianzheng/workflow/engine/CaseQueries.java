package org.jianzheng.workflow.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jianzheng.workflow.task.CaseStep;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Component;

/** Where cases are, asked as the platform: whoever asks has checked who may know. */
@Component
public class CaseQueries {

    private final ActingPerson acting;
    private final HistoryService history;
    private final OpenTaskRows open;

    CaseQueries(ActingPerson acting, HistoryService history, OpenTaskRows open) {
        this.acting = acting;
        this.history = history;
        this.open = open;
    }

    /** One open task, whosever it is. */
    public Optional<OpenTask> openTask(String taskId) {
        return open.byIds(List.of(taskId)).stream().findFirst();
    }

    public List<OpenTask> openTasks(Collection<String> caseIds) {
        return open.ofCases(caseIds);
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
