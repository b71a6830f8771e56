package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.workflow.bundle.BundleFiles;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.jianzheng.workflow.diagram.Wiring;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every diagram, form and step fits: what is found here would otherwise stop a case in production. */
class WiringTest {

    private final Map<String, byte[]> files = BundleFiles.read("classpath:/");
    private final Wiring wiring = new Wiring(files, StepsCatalogue.of(steps()));

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

    /** The Steps of the modules, found without starting anything. */
    private static List<Class<?>> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        List<Class<?>> classes = new ArrayList<>();
        scanner.findCandidateComponents("org.jianzheng")
                .forEach(found -> classes.add(ClassUtils.resolveClassName(found.getBeanClassName(), null)));
        classes.removeIf(type -> type.getName().contains("Probe"));
        return classes;
    }
}
