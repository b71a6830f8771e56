package org.jianzheng.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jianzheng.workflow.form.FormReference;

/**
 * No task begins that nobody could open: a form that a Step has named is one of the task's frame and of the deployment of the
 * case, else what led there is refused.
 */
class GivenForms extends AbstractBpmnParseListener implements TaskListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        definition(activity).addBuiltInTaskListener(EVENTNAME_CREATE, this);
    }

    private static TaskDefinition definition(ActivityImpl activity) {
        return ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    }

    @Override
    public void notify(DelegateTask task) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        Expression form = definition(execution.getActivity()).getCamundaFormDefinitionKey();
        FormReference reference =
                new FormReference(task.getTaskDefinitionKey(), form == null ? null : form.getExpressionText());
        reference.variable().ifPresent(variable -> {
            Object value = task.getVariable(variable);
            String deployment = execution.getProcessDefinition().getDeploymentId();
            boolean deployed = Context.getCommandContext()
                            .getCamundaFormDefinitionManager()
                            .findDefinitionByDeploymentAndKey(deployment, reference.given(value))
                    != null;
            if (!deployed) {
                throw FormReference.unknown(value);
            }
        });
    }
}
