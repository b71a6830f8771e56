package org.jianzheng.support;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;

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
        for (List<String> due = due(caseId); !due.isEmpty(); due = due(caseId)) {
            if (executorRests()) {
                due.forEach(
                        job -> each.accept(() -> engine.getManagementService().executeJob(job)));
            } else {
                await();
            }
        }
    }

    private List<String> due(String caseId) {
        return new JdbcTemplate(engine.getProcessEngineConfiguration().getDataSource())
                .queryForList(
                        "select j.ID_ from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                                + " where e.BUSINESS_KEY_ = ? and j.TYPE_ = 'message' and j.RETRIES_ > 0",
                        String.class,
                        caseId);
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
