package org.jianzheng.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.workflow.bundle.BundleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import probe.ProbeForms;
import probe.ProbeSteps;

/** A form that a variable names: the check proves of each diagram that only a Step can have named it, and which it can be. */
class GivenFormCheckTest {

    private static final String DIAGRAM = "processes/probe-record.bpmn";
    private static final String CALLER = "processes/probe-case.bpmn";

    private static final String MAP =
            "<camunda:inputParameter name=\"form\">${probe.filled(caseId)}</camunda:inputParameter>";

    private final Map<String, byte[]> files =
            new TreeMap<>(BundleFiles.read("classpath:/probe/", List.of(new ProbeForms())));

    @Test
    void theSoundDiagramPasses() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void everyFormOfTheFrameIsUsed() {
        Wiring wiring = wiring();
        assertThat(files.keySet()).contains("forms/probe/probeRecord-cube.form", "forms/probe/probeRecord-bar.form");
        assertThat(wiring.unusedForms()).isEmpty();
    }

    /** What each changes of the sound diagram, and the complaint. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Past the giver, from a start of its own, and without one.
                "sourceRef=\"toRecord\" targetRef=\"formOf\"|sourceRef=\"toRecord\" targetRef=\"probeRecord\"|formUnset",
                "sourceRef=\"toRecord\" targetRef=\"formOf\"|sourceRef=\"toRecord\" targetRef=\"probeRecord\"|flowEnds",
                "camunda:resultVariable=\"recordForm\"|camunda:resultVariable=\"other\"|formUnset",
                // Set by a Step that gives no forms, by a mapping, by the engine itself.
                "probe.formOf(caseId)|probe.review(caseId, caseId)|formSetter",
                "expression=\"${probe.keep(caseId, form)}\"|expression=\"${probe.keep(caseId, form)}\" camunda:resultVariable=\"recordForm\"|formSetter",
                "inputParameter name=\"reading\"|inputParameter name=\"recordForm\"|formSetter",
                "<bpmn:startEvent id=\"toRecord\"|<bpmn:startEvent id=\"toRecord\" camunda:initiator=\"recordForm\"|formSetter",
                // Another frame's task, more than a variable, an unbound one.
                "\"probeRecord\"|\"probeOther\"|frameEmpty",
                "formRef=\"${recordForm}\"|formRef=\"probeRecord-${recordForm}\"|formRef",
                "formRef=\"${recordForm}\"|formRef=\"${probe.formOf(caseId)}\"|formRef",
                "formRefBinding=\"deployment\"|formRefBinding=\"latest\"|binding",
                // Shows what the task does not give; loses what was typed.
                "${probe.filled(caseId)}|${probe.formOf(caseId)}|formMap",
                "${probe.filled(caseId)}|${labCode}|formMap",
                "${probe.filled(caseId)}|${labCode}${probe.filled(caseId)}|formMap",
                "probe.keep(caseId, form)|probe.escalate(caseId)|formLost"
            })
    void whatCouldBendTheFormIsRefused(String sound, String bent, String code) {
        change(DIAGRAM, sound, bent);
        assertThat(problems()).extracting(DiagramProblem::code).contains(code);
    }

    @Test
    void aCallingDiagramHandsTheVariableToNobody() {
        change(CALLER, "calledElement=\"probe-review\"", "calledElement=\"probe-record\"");
        assertThat(problems()).noneMatch(problem -> problem.resource().equals(DIAGRAM));
        change(CALLER, "source=\"labCode\" target=\"labCode\"", "source=\"labCode\" target=\"recordForm\"");
        assertThat(problems())
                .filteredOn(problem -> problem.resource().equals(DIAGRAM))
                .extracting(DiagramProblem::code)
                .containsExactly("formSetter");
    }

    /** Into a sub-process, and out of one: the giver before it, or on each way through it, is enough. */
    @Test
    void theWaysThroughSubProcessesAreWalked() {
        change(
                DIAGRAM,
                "<bpmn:userTask id=",
                "<bpmn:subProcess id=\"around\" name=\"x\"><bpmn:startEvent id=\"in\"/>"
                        + "<bpmn:sequenceFlow id=\"g1\" sourceRef=\"in\" targetRef=\"probeRecord\"/><bpmn:userTask id=");
        change(
                DIAGRAM,
                "<bpmn:sequenceFlow id=\"f4\"",
                "<bpmn:endEvent id=\"out\"/></bpmn:subProcess><bpmn:sequenceFlow id=\"f4\"");
        change(
                DIAGRAM,
                "id=\"f2\" sourceRef=\"formOf\" targetRef=\"probeRecord\"",
                "id=\"f2\" sourceRef=\"formOf\" targetRef=\"around\"");
        assertThat(problems())
                .extracting(DiagramProblem::code)
                .contains("drawn")
                .doesNotContain("formUnset", "unreadable");
        change(
                DIAGRAM,
                "id=\"f1\" sourceRef=\"toRecord\" targetRef=\"formOf\"",
                "id=\"f1\" sourceRef=\"toRecord\" targetRef=\"around\"");
        assertThat(problems()).extracting(DiagramProblem::code).contains("formUnset");
    }

    @Test
    void aComposedFormThatReadsMoreThanItsTaskGivesIsRefused() {
        change(DIAGRAM, MAP, "");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("formReads");
            assertThat(problem.arguments()).contains("probeRecord-bar", Set.of("machines"));
        });
    }

    /** A map is trusted for what a task's form reads; on anything else it would hide what was typed. */
    @Test
    void onlyAUserTaskIsGivenAMap() {
        change(
                DIAGRAM,
                "<bpmn:incoming>f3</bpmn:incoming>",
                "<bpmn:extensionElements><camunda:inputOutput>" + MAP
                        + "</camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>f3</bpmn:incoming>");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("formMap");
            assertThat(problem.element()).isEqualTo("keep");
        });
    }

    private void change(String file, String sound, String bent) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(sound);
        files.put(file, text.replace(sound, bent).getBytes(StandardCharsets.UTF_8));
    }

    private List<DiagramProblem> problems() {
        return wiring().problems();
    }

    private Wiring wiring() {
        return new Wiring(
                files,
                StepsCatalogue.of(List.of(ProbeSteps.class)),
                DecisionUses.of(List.<Class<?>>of()),
                Beginnings.of(List.<Class<?>>of()));
    }
}
