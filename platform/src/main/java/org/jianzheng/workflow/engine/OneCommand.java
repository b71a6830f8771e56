package org.jianzheng.workflow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.springframework.stereotype.Component;

/** Several calls of the engine as one of its commands: each row of it is read once, and what they change is written at the end. */
@Component
class OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    OneCommand(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    <T> T of(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> calls.get());
    }

    /** Calls about which the platform has answered already whether the person may: the engine is not to ask again. */
    <T> T permitted(Supplier<T> calls) {
        return Context.getCommandContext().runWithoutAuthorization(calls::get);
    }

    /**
     * Writes what has been changed up to now, so that history hears of the next change of a task as of a further one: of what it has not
     * written it keeps the first only.
     */
    void write() {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        entities.flush();
        // What it has done it would do again.
        entities.setDbOperationManager(new DbOperationManager());
        List<CachedDbEntity> kept = List.copyOf(entities.getDbEntityCache().getCachedEntities());
        kept.stream()
                .filter(one -> one.getEntity() instanceof HistoryEvent)
                .forEach(entities.getDbEntityCache()::remove);
    }
}
