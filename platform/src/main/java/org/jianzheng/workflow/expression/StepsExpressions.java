package org.jianzheng.workflow.expression;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Expressions see process variables, Steps and the members of plain lists and maps. There is no resolver for beans: no
 * getter and no method of any other object can be reached, and no function.
 */
public class StepsExpressions extends JuelExpressionManager {

    public StepsExpressions(Map<Object, Object> steps) {
        super(steps);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new StepsResolver(beans));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** The engine offers currentUser() and the like; who acts is a question for Identity. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    public Expression createExpression(String expression) {
        return new PlainExpression(createValueExpression(expression), this, expression);
    }

    private static class PlainExpression extends JuelExpression {

        PlainExpression(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            return PlainValues.toEngine(super.getValue(scope, context));
        }
    }
}
