package org.jianzheng.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A Keycloak that runs as a child of this JVM, from the distribution that Maven unpacks into {@code .local/dist}. The
 * program is shared; what a server writes lies in a home of its own.
 */
public final class EmbeddedKeycloak {

    /** Keycloak's own administrator, in its realm {@code master}: of a local server only. */
    static final String ADMIN = "admin";

    static final String ADMIN_PASSWORD = "Jianzheng-2026";

    private static final int BUILT = 10;

    private final Path program = program();
    private final Path home;
    private final int port;
    private final String host;
    private final CompletableFuture<Process> server = new CompletableFuture<>();
    private volatile boolean stopped;

    private EmbeddedKeycloak(Path home, int port, String host) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.host = host;
    }

    /**
     * Starts a server and returns at once; {@link #awaitReady} waits for it.
     *
     * @param home folder of its database and log; kept at the end. What it holds of an older realm file is thrown away
     * @param realm the realm as JSON, imported into a new home
     */
    public static EmbeddedKeycloak launch(Path home, int port, String realm) {
        return launch(home, port, realm, "localhost");
    }

    /** The same under another name of this machine, for whoever comes from another. */
    public static EmbeddedKeycloak launch(Path home, int port, String realm, String host) {
        EmbeddedKeycloak keycloak = new EmbeddedKeycloak(home, port, host);
        keycloak.layOut(realm);
        Thread starter = new Thread(keycloak::run, "keycloak-start");
        starter.setDaemon(true);
        starter.start();
        return keycloak;
    }

    public String issuer() {
        return "http://" + host + ":" + port + "/realms/jianzheng";
    }

    public Path log() {
        return home.resolve("keycloak.log");
    }

    /** Returns when people can sign in; {@link IllegalStateException} when the server ended or is not there in time. */
    public void awaitReady(Duration limit) {
        Instant until = Instant.now().plus(limit);
        while (!answers()) {
            if (server.isCompletedExceptionally()
                    || server.isDone() && !server.join().isAlive()) {
                throw new IllegalStateException("Keycloak ended while starting, see " + log());
            }
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("Keycloak is not up after " + limit.toSeconds() + " s, see " + log());
            }
            pause();
        }
    }

    /** Returns when the server has ended, however far it had come. */
    public void stop() {
        stopped = true;
        if (!server.isDone() || server.isCompletedExceptionally()) {
            ProcessHandle.current().children().filter(this::isOurs).forEach(ProcessHandle::destroy);
            return;
        }
        Process process = server.join();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOurs(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains(home.toString());
    }

    // The importer skips a realm that exists: a changed file needs a fresh database.
    private void layOut(String realm) {
        Path imported = home.resolve("data/import/jianzheng-realm.json");
        try {
            if (!Files.exists(imported) || !Files.readString(imported).equals(realm)) {
                FileSystemUtils.deleteRecursively(home.resolve("data"));
                Files.createDirectories(imported.getParent());
                Files.writeString(imported, realm);
            }
            FileSystemUtils.copyRecursively(Checkout.top().resolve("keycloak-realm/themes"), home.resolve("themes"));
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("providers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        try {
            build();
            Process process = start("-Dkc.config.built=true");
            server.complete(process);
            if (stopped) {
                process.destroy();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.completeExceptionally(e);
        }
    }

    // Keycloak puts its program together for the mode it runs in, once: several JVMs may want to at the same time.
    private void build() throws IOException, InterruptedException {
        try {
            BetweenJvms.alone(program.resolve(".build"), this::buildOnce);
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw BetweenJvms.unchecked(e);
        }
    }

    private Path buildOnce() throws IOException, InterruptedException {
        Path done = program.resolve(".built");
        if (!Files.exists(done)) {
            int exit = start().waitFor();
            if (exit != BUILT) {
                throw new IllegalStateException("Keycloak does not build (exit " + exit + "), see " + log());
            }
            Files.createFile(done);
        }
        return done;
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(more));
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev",
                "--import-realm",
                "--http-host=" + (host.equals("localhost") ? "127.0.0.1" : "0.0.0.0"),
                "--http-port=" + port,
                "--hostname=http://" + host + ":" + port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return builder.start();
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak starts", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak starts", e);
        }
    }

    private static Path program() {
        File[] found = Checkout.top()
                .resolve(".local/dist")
                .toFile()
                .listFiles((folder, name) -> name.startsWith("keycloak-"));
        if (found == null || found.length != 1) {
            throw new IllegalStateException("There has to be one Keycloak in .local/dist: ./mvnw unpacks it");
        }
        return found[0].toPath().toAbsolutePath();
    }
}
