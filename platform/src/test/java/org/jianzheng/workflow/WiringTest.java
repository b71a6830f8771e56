package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.workflow.diagram.DecisionUses;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.jianzheng.workflow.diagram.Wiring;
import org.jianzheng.workflow.step.AsksDecision;
import org.jianzheng.workflow.step.ProcessSteps;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every diagram, form and step fits: what is found here would otherwise stop a case in production. */
class WiringTest {

    private final Map<String, byte[]> files = BundledFiles.all();
    private final Wiring wiring = new Wiring(
            files,
            StepsCatalogue.of(marked(ProcessSteps.class)),
            DecisionUses.of(marked(AsksDecision.class, AsksDecision.Several.class)));

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

    /** The classes of the modules that bear the mark, found without starting anything. */
    @SafeVarargs
    private static List<Class<?>> marked(Class<? extends Annotation>... marks) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        for (Class<? extends Annotation> mark : marks) {
            scanner.addIncludeFilter(new AnnotationTypeFilter(mark));
        }
        List<Class<?>> classes = new ArrayList<>();
        scanner.findCandidateComponents("org.jianzheng")
                .forEach(found -> classes.add(ClassUtils.resolveClassName(found.getBeanClassName(), null)));
        classes.removeIf(type -> type.getName().matches(".*(Probe.*|Test(\\$.*)?)"));
        return classes;
    }
}
