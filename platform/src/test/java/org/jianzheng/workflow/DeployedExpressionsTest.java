package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jianzheng.workflow.bundle.DeploymentGuard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import probe.ProbeTest;

/** What a diagram may hold, and what its expressions can reach. */
@ProbeTest
class DeployedExpressionsTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DeploymentGuard guard;

    @Test
    void nothingIsDeployedThatDoesNotComeWithTheProgram() {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("jianzheng")
                        .source("jar:0")
                        .addString("processes/attack.bpmn", EXPRESSION_PROBE.replace("EXPRESSION", "${probe.record()}"))
                        .deploy())
                .hasMessageContaining("workflow.deployment.closed");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aDiagramThatDoesNotFitIsNotDeployed() {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> guard.byProgram(() -> repository
                        .createDeployment()
                        .addString("processes/bad.bpmn", "<x/>")
                        .addString("evil.groovy", "1")
                        .deploy()))
                .hasMessageContainingAll("evil.groovy", "bad.bpmn");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void expressionsReachStepsAndNothingElse() {
        for (String attack : List.of(
                "${clock.instant()}",
                "${identity.acting()}",
                "${dataSource.connection}",
                "${probe.getClass()}",
                "${probe.class}",
                "${probe.toString()}",
                "${caseId.getClass()}",
                "${caseId.class.name}",
                "${caseId.concat('x')}",
                "${execution.processEngineServices}",
                "${execution.getVariable('caseId')}",
                "${currentUser()}",
                "${''.getClass().forName('java.lang.Runtime')}")) {
            String model = EXPRESSION_PROBE.replace("EXPRESSION", attack.replace("'", "&apos;"));
            assertThatThrownBy(() -> guard.byProgram(() -> repository
                            .createDeployment()
                            .addString("processes/attack.bpmn", model)
                            .deploy()))
                    .as(attack)
                    .hasMessageContaining("attack");
            assertThatThrownBy(() -> evaluate(attack)).as(attack).isInstanceOf(RuntimeException.class);
        }
        assertThat(evaluate("${execution.processBusinessKey}")).isEqualTo("attack");
    }

    /** As if the expression had come past the check of diagrams. */
    private Object evaluate(String expression) {
        var engine = (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
                org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration();
        String instance = runtime.createProcessInstanceByKey("probe-review")
                .businessKey("attack")
                .setVariables(new HashMap<>(Map.of("caseId", "attack", "labCode", "BJ01")))
                .execute()
                .getId();
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(context.getExecutionManager().findExecutionById(instance)));
    }

    private static final String EXPRESSION_PROBE =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x" id="d">
              <bpmn:process id="attack" name="x" isExecutable="true" camunda:historyTimeToLive="P1D"
                  camunda:isStartableInTasklist="false">
                <bpmn:startEvent id="s"/>
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <bpmn:serviceTask id="t" name="x" camunda:expression="EXPRESSION"/>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
