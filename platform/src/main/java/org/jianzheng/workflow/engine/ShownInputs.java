package org.jianzheng.workflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The input mappings of a user task say what its form shows. They are worked out when the form is opened, so the engine is
 * not to work them out when the task begins: what it kept would be old by then, and a second truth.
 */
public class ShownInputs extends AbstractBpmnParseListener {

    private static final String PROPERTY = "jianzheng:shown";

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.getActivities().forEach(ShownInputs::takeAside);
    }

    private static void takeAside(ActivityImpl activity) {
        boolean maps =
                activity.getActivityBehavior() instanceof UserTaskActivityBehavior && activity.getIoMapping() != null;
        if (maps) {
            activity.setProperty(PROPERTY, List.copyOf(activity.getIoMapping().getInputParameters()));
            activity.getIoMapping().setInputParameters(new ArrayList<>());
        }
        activity.getActivities().forEach(ShownInputs::takeAside);
    }

    /** What the task shows now, as the engine would have mapped it: in what is around the task, not in the task itself. */
    public static Map<String, Object> values(ExecutionEntity execution) {
        return values(execution, names(execution));
    }

    /** The same of some of its inputs. */
    static Map<String, Object> values(ExecutionEntity execution, Set<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InputParameter input : inputs(execution)) {
            if (names.contains(input.getName())) {
                values.put(input.getName(), input.getValueProvider().getValue(execution.getParentVariableScope()));
            }
        }
        return values;
    }

    static Set<String> names(ExecutionEntity execution) {
        return inputs(execution).stream().map(InputParameter::getName).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<InputParameter> inputs(ExecutionEntity execution) {
        Object inputs = execution.getActivity().getProperty(PROPERTY);
        return inputs == null ? List.of() : (List<InputParameter>) inputs;
    }
}
