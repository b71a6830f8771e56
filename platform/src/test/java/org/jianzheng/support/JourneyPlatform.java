package org.jianzheng.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.JianzhengApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole platform as people meet it: over HTTP, with a real Keycloak, jobs running, the demo city. One per JVM. */
public final class JourneyPlatform {

    private static JourneyPlatform running;

    private final KeycloakForTests keycloak;
    private final ConfigurableApplicationContext application;

    private JourneyPlatform(KeycloakForTests keycloak, ConfigurableApplicationContext application) {
        this.keycloak = keycloak;
        this.application = application;
    }

    /** Started when first asked; ready when this returns. */
    public static synchronized JourneyPlatform get() {
        if (running == null) {
            KeycloakForTests keycloak = KeycloakForTests.launched();
            running = new JourneyPlatform(keycloak, start(keycloak));
            keycloak.awaitReady();
        }
        return running;
    }

    private static ConfigurableApplicationContext start(KeycloakForTests keycloak) {
        SpringApplication spring = new SpringApplication(JianzhengApplication.class);
        spring.setAdditionalProfiles("test");
        spring.addInitializers(NoTestClasses::applyTo, SpecimensOfAnyAge::applyTo, new TestDatabase.Initializer());
        List<String> arguments = new ArrayList<>(List.of(
                "--camunda.bpm.job-execution.enabled=true",
                "--jianzheng.machines.enabled=true",
                // Else a journey that dismisses somebody would wait most of a minute.
                "--jianzheng.sessions.recheck=1s",
                "--jianzheng.notice.every=1s",
                "--jianzheng.base-url=http://localhost:" + keycloak.platformPort()));
        Arrays.stream(keycloak.properties()).map(setting -> "--" + setting).forEach(arguments::add);
        ConfigurableApplicationContext context = spring.run(arguments.toArray(String[]::new));
        DemoCity.seed(new DriverManagerDataSource(TestDatabase.url(), "flyway", "flyway"));
        return context;
    }

    /** The address of a path such as {@code /cases}. */
    public String url(String path) {
        return "http://localhost:" + keycloak.platformPort() + path;
    }

    public String issuer() {
        return keycloak.issuer();
    }

    public ApplicationContext application() {
        return application;
    }
}
