package org.jianzheng.workflow.expression;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;

/**
 * Process variables as plain values. Of the execution only its business key can be read, which call activities hand on:
 * the execution itself would lead to the whole engine.
 */
class VariableResolver extends ReadOnlyResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base instanceof Execution execution) {
            return execution.member(context, property);
        }
        VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
        if (base != null || scope == null) {
            return null;
        }
        String name = (String) property;
        if (name.equals("execution")) {
            context.setPropertyResolved(true);
            return new Execution(businessKey(scope));
        }
        if (!scope.hasVariable(name)) {
            return null;
        }
        context.setPropertyResolved(true);
        return PlainValues.toPlain(scope.getVariableTyped(name, false));
    }

    private record Execution(String businessKey) {

        String member(ELContext context, Object property) {
            if (!property.equals("processBusinessKey")) {
                throw new PropertyNotFoundException("expressions read of the execution only its processBusinessKey");
            }
            context.setPropertyResolved(true);
            return businessKey;
        }
    }

    private static String businessKey(VariableScope scope) {
        if (scope instanceof DelegateTask task) {
            return task.getExecution().getProcessBusinessKey();
        }
        if (scope instanceof DelegateExecution execution) {
            return execution.getProcessBusinessKey();
        }
        return scope instanceof BaseDelegateExecution other ? other.getBusinessKey() : null;
    }
}
