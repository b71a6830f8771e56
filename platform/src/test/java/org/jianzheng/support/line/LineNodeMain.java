package org.jianzheng.support.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.AwaitedPiece;
import org.jianzheng.acquisition.run.RunAdmission;
import org.jianzheng.identity.Person;
import org.jianzheng.support.NoTestClasses;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A node of the platform that does nothing but take in what machines send: the application as it is, with the modules that
 * takes, and of these only what is asked for, so that it starts in seconds.
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
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("onlyTheLine", new OnlyTheLine());
            context.getBeanFactory().registerSingleton("noAdmission", new NoAdmission());
        });
        ConfigurableApplicationContext context = application.run(arguments);
        for (String sweep : SWEEPS) {
            context.getBean(Class.forName(sweep));
        }
        ChildJvm.readyUntilTheParentEnds(Path.of(context.getEnvironment().getRequiredProperty("folder")));
    }

    private static final class OnlyTheLine extends NoTestClasses {

        private static final List<String> NAMES = List.of(
                "acquisition.",
                "console.web.Languages",
                "environment.",
                "identity.",
                "kernel.",
                "records.",
                "registry.",
                "warning.");

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            String name = type.getClassMetadata().getClassName();
            return super.match(type, types) || NAMES.stream().noneMatch(own -> name.startsWith("org.jianzheng." + own));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyTheLine;
        }

        @Override
        public int hashCode() {
            return OnlyTheLine.class.hashCode();
        }
    }

    /** Runs are opened elsewhere: what admits specimens is not among these modules. */
    private static final class NoAdmission implements RunAdmission {

        @Override
        public AwaitedPiece awaited(String mark, Person operator) {
            throw new IllegalStateException("No run is opened at this node");
        }

        @Override
        public AdmittedPiece admit(String mark, String method, String equipment, Person operator, Instant at) {
            throw new IllegalStateException("No run is opened at this node");
        }
    }

    private LineNodeMain() {}
}
