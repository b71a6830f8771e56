package org.jianzheng.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * The Keycloak of browser journeys: one per JVM, random port, a home that is thrown away. Knows the platform under one
 * port, {@link #platformPort()}, on which the journeys start it.
 */
public final class KeycloakForTests {

    private static KeycloakForTests running;

    private final EmbeddedKeycloak keycloak;
    private final int platformPort;

    private KeycloakForTests(EmbeddedKeycloak keycloak, int platformPort) {
        this.keycloak = keycloak;
        this.platformPort = platformPort;
    }

    /** Starting when first asked; {@link #awaitReady()} waits for it. */
    public static synchronized KeycloakForTests launched() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    public KeycloakForTests awaitReady() {
        keycloak.awaitReady(Duration.ofMinutes(6));
        return this;
    }

    private static KeycloakForTests start() {
        try {
            Path home = Files.createTempDirectory("jianzheng-keycloak");
            int platformPort = freePort();
            EmbeddedKeycloak keycloak = EmbeddedKeycloak.launch(home, freePort(), Checkout.realm(platformPort));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                keycloak.stop();
                FileSystemUtils.deleteRecursively(home.toFile());
            }));
            return new KeycloakForTests(keycloak, platformPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String issuer() {
        return keycloak.issuer();
    }

    public int platformPort() {
        return platformPort;
    }

    /** What a Spring context needs to use it, on {@link #platformPort()}. */
    public String[] properties() {
        return new String[] {
            "server.port=" + platformPort,
            "jianzheng.keycloak.issuer=" + issuer(),
            "jianzheng.keycloak.client-secret=jianzheng-console-demo",
            "jianzheng.keycloak.engine-client-secret=jianzheng-engine-demo",
        };
    }
}
