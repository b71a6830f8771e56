package org.jianzheng.support;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;

/** What a case does after a person's step in transactions of its own: by the job executor, or here where that one rests. */
public final class OwnSteps {

    private final ProcessEngine engine;

    public OwnSteps(ProcessEngine engine) {
        this.engine = engine;
    }

    public void finish(String caseId) {
        finish(caseId, Runnable::run);
    }

    /** @param each is given every step that is made here, to be made by it */
    public void finish(String caseId, Consumer<Runnable> each) {
        for (List<Job> due = due(caseId); !due.isEmpty(); due = due(caseId)) {
            if (executorRests()) {
                due.forEach(
                        job -> each.accept(() -> engine.getManagementService().executeJob(job.getId())));
            } else {
                await();
            }
        }
    }

    private List<Job> due(String caseId) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .messages()
                        .withRetriesLeft()
                        .list()
                        .stream())
                .toList();
    }

    private boolean executorRests() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return !configuration.getJobExecutor().isActive();
    }

    private static void await() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
