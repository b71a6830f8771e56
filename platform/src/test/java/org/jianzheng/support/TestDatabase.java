package org.jianzheng.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The database of the tests, one per JVM. {@code -Djianzheng.test.url=jdbc:mysql://…} runs the same tests against a server
 * of that address with the users {@code flyway/flyway} and {@code app/app}.
 */
public final class TestDatabase {

    /** How much of its pages the server keeps in memory. */
    public static final String MEMORY = "jianzheng.test.memory";

    /** {@code true}: what is committed is on the disk, as a city's server has it. */
    public static final String DURABLE = "jianzheng.test.durable";

    private static String url;
    private static Path folder;

    private TestDatabase() {}

    /** Its address; started when first asked. */
    public static synchronized String url() {
        if (url == null) {
            url = Optional.ofNullable(System.getProperty("jianzheng.test.url")).orElseGet(TestDatabase::start);
        }
        return url;
    }

    /** As whoever owns the schema: the application itself may neither delete official rows nor change what was only added. */
    public static JdbcTemplate owner() {
        return new JdbcTemplate(new DriverManagerDataSource(url(), "flyway", "flyway"));
    }

    private static String start() {
        return start("data", "s");
    }

    /** A server of its own, with its data and its socket of those names in the folder; gone at the end. */
    public static String start(String data, String socket) {
        // Nothing of it has to outlive the JVM, so nothing is forced to the disk unless somebody measures that.
        String[] forced = Boolean.getBoolean(DURABLE)
                ? new String[0]
                : new String[] {"--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync"};
        String[] settings = {
            "--socket=" + folder().resolve(socket),
            "--innodb-log-file-size=64M",
            "--innodb-buffer-pool-size=" + System.getProperty(MEMORY, "256M"),
            "--max-connections=300",
            "--skip-log-bin"
        };
        EmbeddedMariaDb server = EmbeddedMariaDb.start(
                folder().resolve(data).resolve("files"),
                0,
                Stream.of(settings, forced).flatMap(Stream::of).toArray(String[]::new));
        // After the contexts have closed, which a plain hook of this JVM would not wait for.
        SpringApplication.getShutdownHandlers().add(() -> {
            server.stop();
            FileSystemUtils.deleteRecursively(folder().toFile());
        });
        return server.url();
    }

    /** A folder of this JVM for everything that its tests leave behind; gone at the end. */
    public static synchronized Path folder() {
        if (folder == null) {
            folder = temporaryFolder();
        }
        return folder;
    }

    private static Path temporaryFolder() {
        try {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory) && !Boolean.getBoolean(DURABLE)
                    ? Files.createTempDirectory(memory, "jianzheng-test")
                    : Files.createTempDirectory("jianzheng-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points a context at it. */
    public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            pointTo(url(), context);
        }

        /** The same settings with that database. */
        public static void pointTo(String url, ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=app",
                            "spring.datasource.password=app",
                            "spring.flyway.user=flyway",
                            "spring.flyway.password=flyway",
                            "jianzheng.evidence.folder=" + folder().resolve("evidence"),
                            // Each context has a broker of its own.
                            "jianzheng.machines.folder=" + folder().resolve("machines-" + UUID.randomUUID()),
                            "jianzheng.machines.port=" + TestSocketUtils.findAvailableTcpPort())
                    .and(DemoKeys.in(folder().resolve("keys"), DemoCity.LABS))
                    .and(SiteChannels.settings())
                    .applyTo(context);
        }
    }
}
