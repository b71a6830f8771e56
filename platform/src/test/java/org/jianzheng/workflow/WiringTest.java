package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.support.MarkedClasses;
import org.jianzheng.workflow.diagram.Beginnings;
import org.jianzheng.workflow.diagram.DecisionUses;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.jianzheng.workflow.diagram.Wiring;
import org.jianzheng.workflow.step.AsksDecision;
import org.jianzheng.workflow.step.Begins;
import org.jianzheng.workflow.step.ProcessSteps;
import org.junit.jupiter.api.Test;

/** Every diagram, form and step fits: what is found here would otherwise stop a case in production. */
class WiringTest {

    private static final Map<String, byte[]> files = BundledFiles.all();
    private static final Wiring wiring = new Wiring(
            files,
            StepsCatalogue.of(MarkedClasses.with(ProcessSteps.class)),
            DecisionUses.of(MarkedClasses.with(AsksDecision.class, AsksDecision.Several.class)),
            Beginnings.of(MarkedClasses.with(Begins.class, Begins.Several.class)));

    @Test
    void diagramsFitTheirFormsAndSteps() {
        assertThat(files.keySet()).isNotEmpty();
        assertThat(wiring.problems()).isEmpty();
    }

    @Test
    void everyStepIsCalledBySomeDiagram() {
        assertThat(wiring.unusedSteps()).isEmpty();
    }

    @Test
    void everyFormIsShownByATaskOrAStart() {
        assertThat(wiring.unusedForms()).isEmpty();
    }

    @Test
    void everyDecisionIsDeployedAndAskedBySomebody() {
        assertThat(wiring.missingDecisions()).isEmpty();
        assertThat(wiring.unusedDecisions()).isEmpty();
    }
}
