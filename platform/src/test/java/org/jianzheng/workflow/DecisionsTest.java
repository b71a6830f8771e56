package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.jianzheng.workflow.bundle.DeploymentGuard;
import org.jianzheng.workflow.diagram.Beginnings;
import org.jianzheng.workflow.diagram.DecisionUses;
import org.jianzheng.workflow.diagram.DiagramProblem;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.jianzheng.workflow.diagram.Wiring;
import org.jianzheng.workflow.step.AsksDecision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import probe.ProbeTest;

@ProbeTest
class DecisionsTest {

    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
              <decision id="fine" name="罚则" camunda:historyTimeToLive="P180D">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i1"><inputExpression id="e1" typeRef="string"><text>rule</text></inputExpression></input>
                  <input id="i2"><inputExpression id="e2" typeRef="integer"><text>times</text></inputExpression></input>
                  <output id="o1" name="points" typeRef="string"/>
                  <rule id="r1">
                    <inputEntry id="c1"><text>"LATE"</text></inputEntry>
                    <inputEntry id="c2"><text>&gt;= 2</text></inputEntry>
                    <outputEntry id="c3"><text>"0.10"</text></outputEntry>
                  </rule>
                  <rule id="r2">
                    <inputEntry id="c4"><text>"LATE","LOST"</text></inputEntry>
                    <inputEntry id="c5"><text></text></inputEntry>
                    <outputEntry id="c6"><text>"0.05"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @AsksDecision(
            value = "fine",
            given = {"rule", "times"},
            answers = "points")
    private static final class Asker {}

    @Autowired
    private Decisions decisions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DeploymentGuard guard;

    @Test
    void answersFromTheNewestVersionAndFollowsADeployment() {
        deploy(TABLE);
        assertThat(decisions.decide("fine", Map.of("rule", "LATE", "times", 2)))
                .isEqualTo(List.of(Map.of("points", "0.10")));
        assertThat(decisions.decide("fine", Map.of("rule", "LOST", "times", 2)))
                .isEqualTo(List.of(Map.of("points", "0.05")));
        assertThat(decisions.decide("fine", Map.of("rule", "OTHER", "times", 2)))
                .isEmpty();

        deploy(TABLE.replace("\"0.10\"", "\"0.20\""));
        Awaitility.await().untilAsserted(() -> assertThat(decisions.decide("fine", Map.of("rule", "LATE", "times", 2)))
                .isEqualTo(List.of(Map.of("points", "0.20"))));
    }

    @Test
    void aTableThatDoesNotFitIsRefusedWithWhatIsWrong() {
        assertThat(problems(TABLE)).isEmpty();
        assertThat(problems(TABLE.replace("\"FIRST\"", "\"COLLECT\" aggregation=\"SUM\"")))
                .containsExactly("hitPolicy");
        assertThat(problems(TABLE.replace("id=\"fine\"", "id=\"other\""))).containsExactly("decisionKey");
        assertThat(problems(TABLE.replace("typeRef=\"string\"/>", "typeRef=\"double\"/>")))
                .containsExactly("decisionType");
        assertThat(problems(TABLE.replace("<text>times</text>", "<text>day</text>")))
                .containsExactly("decisionFacts");
        assertThat(problems(TABLE.replace("name=\"points\"", "name=\"fine\""))).containsExactly("decisionAnswers");
        assertThat(problems(TABLE.replace("\"LATE\",\"LOST\"", "\"LATE\",\"LOST")))
                .containsExactly("decisionCell");
        assertThat(problems(TABLE.replace(
                        "<outputEntry id=\"c3\">", "<outputEntry id=\"c3\" expressionLanguage=\"juel\">")))
                .containsExactly("forbidden");
        assertThatThrownBy(() -> deploy(TABLE.replace(" camunda:historyTimeToLive=\"P180D\"", "")))
                .hasMessageContaining("historyTimeToLive");
    }

    private void deploy(String table) {
        guard.byProgram(() -> repository
                .createDeployment()
                .addString("processes/fine.dmn", table)
                .deploy());
    }

    private static List<String> problems(String table) {
        return new Wiring(
                        Map.of("processes/fine.dmn", table.getBytes(StandardCharsets.UTF_8)),
                        StepsCatalogue.of(List.of()),
                        DecisionUses.of(List.of(Asker.class)),
                        Beginnings.of(List.<Class<?>>of()))
                .problems().stream().map(DiagramProblem::code).toList();
    }
}
