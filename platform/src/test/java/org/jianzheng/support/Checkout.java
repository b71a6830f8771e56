package org.jianzheng.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that runs, from whatever folder of it. */
public final class Checkout {

    private Checkout() {}

    /** The folder with {@code processes}, {@code forms} and {@code keycloak-realm} in it. */
    public static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("keycloak-realm"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run this inside a checkout of Jianzheng");
        }
        return folder;
    }

    /** The realm file, for a platform on that port. */
    public static String realm(int platformPort) {
        try {
            return Files.readString(top().resolve("keycloak-realm/jianzheng-realm.json"))
                    .replace("http://localhost:8080", "http://localhost:" + platformPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
