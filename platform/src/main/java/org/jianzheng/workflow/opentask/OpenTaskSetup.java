package org.jianzheng.workflow.opentask;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.stereotype.Component;

/** Puts the readers' rows in the engine's way. */
@Component
class OpenTaskSetup extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ReaderRows rows;
    private final ReaderLists lists;

    OpenTaskSetup(ReaderRows rows, ReaderLists lists) {
        this.rows = rows;
        this.lists = lists;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(
                plus(plus(engine.getCustomSessionFactories(), this), new EngineRowsFirst(engine)));
        engine.setCustomHistoryEventHandlers(plus(engine.getCustomHistoryEventHandlers(), new TaskChanges()));
    }

    /** The earlier a session was opened the later it is flushed: ours makes its rows of what the engine has written. */
    private record EngineRowsFirst(ProcessEngineConfigurationImpl engine) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbEntityManager.class;
        }

        @Override
        public Session openSession() {
            Context.getCommandContext().getTaskManager();
            return new DbEntityManagerFactory(engine.getIdGenerator()).openSession();
        }
    }

    private static <T> List<T> plus(List<T> others, T one) {
        List<T> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(one);
        return all;
    }

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new ReadersTasks(rows, lists);
    }
}
