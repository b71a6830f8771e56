package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** Calls go down through doors; nothing else is visible from outside a module. */
class ModularityTest {

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
