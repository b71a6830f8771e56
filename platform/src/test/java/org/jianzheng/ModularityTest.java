package org.jianzheng;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Calls go down through doors; nothing else is visible from outside a module. */
class ModularityTest {

    private static final long LARGEST_PACKAGE = 25;

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.jianzheng");
    }

    @Test
    void modulesKeepToTheirNeighbours() {
        ApplicationModules.of(JianzhengApplication.class).verify();
    }

    /** Inside modules too: what a package uses uses nothing of that package. */
    @Test
    void noArrowRunsBackUp() {
        slices().matching("org.jianzheng.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noPackageIsLargerThanAReaderHolds() {
        var files = topLevel().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    @Test
    void noTwoTypesShareAName() {
        var names = topLevel().collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        assertThat(names)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    @Test
    void controllersSayInTheirNamesWhomTheyServe() {
        var controllers = classes.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(Controller.class))
                .toList();
        assertThat(controllers).allSatisfy(type -> assertThat(type.getSimpleName())
                .matches(type.isAnnotatedWith(RestController.class) ? "\\w+Api" : "\\w+Pages"));
    }

    private static Stream<JavaClass> topLevel() {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    @Test
    void controllersAreNobodysBusinessButTheBrowsers() {
        var controllers = classes.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(Controller.class))
                .toList();
        assertThat(controllers).isNotEmpty().noneMatch(type -> type.getModifiers()
                .contains(JavaModifier.PUBLIC));
    }

    @Test
    void onlyTheWorkflowModuleKnowsTheEngine() {
        assertThat(classes)
                .filteredOn(type -> !type.getPackageName().startsWith("org.jianzheng.workflow"))
                .noneMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().getPackageName().startsWith("org.camunda")));
    }

    @Test
    void timeComesFromTheClockThatTestsCanSet() {
        assertThat(classes).noneMatch(type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && call.getTargetOwner().getPackageName().equals("java.time")));
    }
}
