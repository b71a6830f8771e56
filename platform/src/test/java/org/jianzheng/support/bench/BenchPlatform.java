package org.jianzheng.support.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.identity.Person;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.Sessions;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.SessionRepository;

/** The whole platform with the demo city on a database of its own, asked over HTTP as any browser would. */
public final class BenchPlatform implements AutoCloseable {

    // Strangers are metered; who measures asks more often than any stranger may.
    private static final String[] UNMETERED = {
        "--server.port=0",
        "--jianzheng.limits.looks=1000000",
        "--jianzheng.limits.looks-of-all=1000000",
        "--jianzheng.limits.files=1000000",
        "--jianzheng.limits.files-of-all=1000000"
    };

    private final ConfigurableApplicationContext context;

    private BenchPlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more settings, as on the command line */
    public static BenchPlatform start(String... more) {
        // As a city's server has it: what is read again and again stays in memory.
        System.setProperty(TestDatabase.MEMORY, "2G");
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        var platform = new BenchPlatform(application.run(
                Stream.concat(Stream.of(UNMETERED), Stream.of(more)).toArray(String[]::new)));
        DemoCity.seed(platform.bean(DataSource.class));
        return platform;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate sql() {
        return bean(JdbcTemplate.class);
    }

    public HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** The cookie of a session as Keycloak's answer opens it, kept in the database like every other. */
    public String signedIn(String username) {
        return signedIn(As.whoIs(username));
    }

    public String signedIn(Person person) {
        return "SESSION=" + Sessions.open(bean(SessionRepository.class), person, Instant.now());
    }

    @Override
    public void close() {
        context.close();
    }
}
