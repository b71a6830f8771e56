package org.jianzheng.support.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.support.NoTestClasses;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node of the platform that does nothing but take in what machines send: the application as it is, of which only what that
 * needs is made, so that it starts in seconds.
 */
final class LineNodeMain {

    // Nobody asks for them; they look after runs by themselves.
    private static final List<String> SWEEPS =
            List.of("org.jianzheng.acquisition.ingest.RunSweep", "org.jianzheng.acquisition.checking.RunChecking");

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] arguments) throws IOException, ReflectiveOperationException {
        SpringApplication application = new SpringApplication(JianzhengApplication.class);
        application.setLazyInitialization(true);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles("test");
        application.addInitializers(NoTestClasses::applyTo);
        ConfigurableApplicationContext context = application.run(arguments);
        for (String sweep : SWEEPS) {
            context.getBean(Class.forName(sweep));
        }
        ChildJvm.readyUntilTheParentEnds(Path.of(context.getEnvironment().getRequiredProperty("folder")));
    }

    private LineNodeMain() {}
}
