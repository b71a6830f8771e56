package org.jianzheng.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jianzheng.identity.Identity;
import org.jianzheng.workflow.expression.NoScripts;
import org.jianzheng.workflow.expression.StepsBeans;
import org.jianzheng.workflow.expression.StepsExpressions;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is fixed about the engine, whatever the configuration says. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EngineSetup extends AbstractProcessEnginePlugin {

    private final Map<Object, Object> steps;
    private final Identity identity;
    private final List<Deployer> guards;

    EngineSetup(ListableBeanFactory beans, Identity identity, List<Deployer> guards) {
        this.steps = new StepsBeans(beans);
        this.identity = identity;
        this.guards = guards;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(steps);
        engine.setExpressionManager(new StepsExpressions(steps));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDefaultSerializationFormat("application/json");
        // Whoever may see that a case runs may not read what is in it.
        engine.setEnforceSpecificVariablePermission(true);
        engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        engine.setCustomPreCommandInterceptorsTxRequired(with(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setCustomPreDeployers(guards);
        for (BpmnParseListener listener : List.of(new DayEnds(), new GivenForms(), new ShownInputs())) {
            engine.setCustomPostBPMNParseListeners(plus(engine.getCustomPostBPMNParseListeners(), listener));
        }
        // A broken rule is an answer, not an error; whoever called logs what is not.
        engine.setEnableCmdExceptionLogging(false);
        // It would count who works, for a licence that there is none of.
        engine.setTaskMetricsEnabled(false);
        history(engine);
        // Group ids are paths: labs/BJ01/tester.
        engine.setGroupResourceWhitelistPattern("[\\w./-]+");
        engine.setUserResourceWhitelistPattern("[\\w.@-]+");
    }

    private static void history(ProcessEngineConfigurationImpl engine) {
        engine.setHistory("full");
        engine.setHistoryTimeToLive("P180D");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
    }

    private List<CommandInterceptor> with(List<CommandInterceptor> others) {
        return plus(others, new JobsActAsSystem(identity));
    }

    private static <T> List<T> plus(List<T> others, T one) {
        List<T> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(one);
        return all;
    }
}
