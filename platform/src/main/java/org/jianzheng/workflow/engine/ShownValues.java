package org.jianzheng.workflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jianzheng.workflow.expression.PlainValues;
import org.springframework.stereotype.Component;

/** What a task shows, worked out now: its Steps answer whoever is acting. */
@Component
class ShownValues {

    /** The input whose map is shown entry by entry. */
    static final String MAP = Completion.FORM;

    private final ProcessEngineConfigurationImpl engine;
    private final ActingPerson acting;

    ShownValues(ProcessEngine engine, ActingPerson acting) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.acting = acting;
    }

    /** Plain values by name; those of a map called {@code form} by their own names. */
    Map<String, Object> of(Task task) {
        return of(task, ShownInputs::names);
    }

    /** Those of them that have one of these names, if not more. */
    Map<String, Object> of(Task task, Set<String> wanted) {
        return of(task, execution -> {
            Set<String> inputs = ShownInputs.names(execution);
            // What is no input of its own may be one of the map.
            boolean map = !inputs.containsAll(wanted);
            inputs.removeIf(name -> !wanted.contains(name) && !(map && name.equals(MAP)));
            return inputs;
        });
    }

    private Map<String, Object> of(Task task, Function<ExecutionEntity, Set<String>> inputs) {
        try {
            return acting.asPlatform(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                ExecutionEntity execution = context.getExecutionManager().findExecutionById(task.getExecutionId());
                return values(execution, inputs.apply(execution));
            }));
        } catch (RuntimeException e) {
            throw Refusals.of(e);
        }
    }

    private static Map<String, Object> values(ExecutionEntity execution, Set<String> inputs) {
        Map<String, Object> values = new TreeMap<>();
        ShownInputs.values(execution, inputs).forEach((name, kept) -> {
            Object value = plain(kept);
            if (name.equals(MAP)) {
                ((Map<?, ?>) value).forEach((own, one) -> values.putIfAbsent(String.valueOf(own), one));
            } else {
                values.put(name, value);
            }
        });
        return values;
    }

    private static Object plain(Object value) {
        return value instanceof TypedValue typed ? PlainValues.toPlain(typed) : value;
    }
}
