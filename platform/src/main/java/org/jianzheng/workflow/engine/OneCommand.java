package org.jianzheng.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
}
