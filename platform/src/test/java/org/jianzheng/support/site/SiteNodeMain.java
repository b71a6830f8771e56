package org.jianzheng.support.site;

import java.io.IOException;
import java.nio.file.Path;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.support.NoTestClasses;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.support.line.ChildJvm;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole platform. What libraries bring and nobody asks for is not made, so that it starts sooner. */
final class SiteNodeMain {

    private SiteNodeMain() {}

    public static void main(String[] arguments) {
        try {
            SpringApplication application = new SpringApplication(JianzhengApplication.class);
            application.setLazyInitialization(true);
            application.setAdditionalProfiles("test");
            application.addInitializers(
                    NoTestClasses::applyTo, SpecimensOfAnyAge::applyTo, SiteNodeMain::allThatIsOurs);
            var context = application.run(arguments);
            ChildJvm.readyUntilTheParentEnds(Path.of(context.getEnvironment().getRequiredProperty("folder")));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    // Some watch others without being asked for: the guard of official rows.
    private static void allThatIsOurs(ConfigurableApplicationContext context) {
        LazyInitializationExcludeFilter ours =
                (name, definition, type) -> type != null && type.getName().startsWith("org.jianzheng.");
        context.getBeanFactory().registerSingleton("allThatIsOurs", ours);
    }
}
