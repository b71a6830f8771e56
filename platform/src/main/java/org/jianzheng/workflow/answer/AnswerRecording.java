package org.jianzheng.workflow.answer;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jianzheng.workflow.answer.AnswerStore.Given;
import org.jianzheng.workflow.diagram.StepRule;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps what every Step and decision of a case answers, in the transaction in which it does. */
@Component
class AnswerRecording extends AbstractProcessEnginePlugin {

    private final StepsCatalogue steps;
    private final ObjectProvider<AnswerStore> store;

    AnswerRecording(ListableBeanFactory beans, ObjectProvider<AnswerStore> store) {
        this.steps = StepsCatalogue.of(beans);
        this.store = store;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new Recorder());
        engine.setCustomPostBPMNParseListeners(all);
    }

    private final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            record(element, activity, rule(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "expression")));
        }

        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            record(element, activity, StepRule.NONE);
        }

        private void record(Element element, ActivityImpl activity, StepRule rule) {
            String variable = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "resultVariable");
            ExecutionListener end = execution -> {
                if (!execution.isCanceled()) {
                    add(execution, variable, rule, variable == null ? null : execution.getVariable(variable));
                }
            };
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, end);
        }

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.getActivities().forEach(this::outputs);
        }

        // The engine reads them after it has told of the activity.
        private void outputs(ActivityImpl activity) {
            if (activity.getIoMapping() != null) {
                activity.getIoMapping().getOutputParameters().forEach(this::output);
            }
            activity.getActivities().forEach(this::outputs);
        }

        /** What is set afterwards, where it is an answer; what is only named is not. */
        private void output(OutputParameter output) {
            ParameterValueProvider value = output.getValueProvider();
            if (value instanceof ElValueProvider step) {
                StepRule rule = rule(step.getExpression().getExpressionText());
                if (!rule.answers().isEmpty()) {
                    output.setValueProvider(new Recorded(value, output.getName(), rule));
                }
            }
        }

        private StepRule rule(String expression) {
            return steps.rule(expression).orElse(StepRule.NONE);
        }
    }

    private final class Recorded implements ParameterValueProvider {

        private final ParameterValueProvider value;
        private final String variable;
        private final StepRule rule;

        private Recorded(ParameterValueProvider value, String variable, StepRule rule) {
            this.value = value;
            this.variable = variable;
            this.rule = rule;
        }

        @Override
        public Object getValue(VariableScope scope) {
            Object answer = value.getValue(scope);
            add((DelegateExecution) scope, variable, rule, answer);
            return answer;
        }

        @Override
        public boolean isDynamic() {
            return value.isDynamic();
        }
    }

    private void add(DelegateExecution of, String variable, StepRule rule, Object answer) {
        ExecutionEntity execution = (ExecutionEntity) of;
        store.getObject()
                .add(new Given(
                        execution.getProcessBusinessKey(),
                        execution.getRootProcessInstanceId(),
                        execution.getProcessDefinition().getDeploymentId(),
                        execution.getProcessDefinition().getKey(),
                        execution.getCurrentActivityId(),
                        variable,
                        rule.kept(answer)));
    }
}
