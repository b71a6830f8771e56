package org.jianzheng.workflow.enginereads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts them in the engine's way. */
@Component
class EngineReads extends AbstractProcessEnginePlugin {

    private final JdbcTemplate sql;
    private final DeployedTogether together = new DeployedTogether();

    EngineReads(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new NewTaskGrants());
        engine.setCustomIncidentHandlers(plus(engine.getCustomIncidentHandlers(), new FailedJobIncidents()));
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setCustomHistoryEventHandlers(plus(engine.getCustomHistoryEventHandlers(), new HistoryWriting()));
        List<SessionFactory> sessions = engine.getCustomSessionFactories();
        sessions = plus(sessions, new Sessions(StartTimes.class, () -> new StartTimes(sql)));
        sessions = plus(sessions, new Sessions(VariableInstanceManager.class, CaseVariables::new));
        sessions = plus(sessions, new Sessions(ExecutionManager.class, ProcessExecutions::new));
        sessions = plus(sessions, new Sessions(ProcessDefinitionManager.class, () -> new Definitions(together)));
        engine.setCustomSessionFactories(sessions);
    }

    private record Sessions(Class<?> type, Supplier<Session> each) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return each.get();
        }
    }

    private static <T> List<T> plus(List<T> others, T one) {
        List<T> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(one);
        return all;
    }
}
