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

    /**
     * The realm file, for a platform on that port, where a password is enough: the demo people have nothing else. With
     * {@code JIANZHENG_SECOND_FACTOR=on} as it is shipped.
     */
    public static String realm(int platformPort) {
        String shipped = shippedRealm().replace("http://localhost:8080", "http://localhost:" + platformPort);
        return "on".equals(System.getenv("JIANZHENG_SECOND_FACTOR"))
                ? shipped
                : shipped.replace("Flow\": \"browser with second factor\"", "Flow\": \"browser\"")
                        .replace("Flow\": \"direct grant with second factor\"", "Flow\": \"direct grant\"");
    }

    /** The same where phones come to that address too, which Keycloak sends them back to. */
    public static String realm(int platformPort, String site) {
        return realm(platformPort)
                .replaceFirst(
                        "(\"redirectUris\": \\[\"http://[^\"]+\")\\]",
                        "$1, \"" + site + "/login/oauth2/code/keycloak\"]")
                .replaceFirst("(\"post.logout.redirect.uris\": \"http://[^\"]+)\"", "$1##" + site + "/signed-out\"");
    }

    /** The realm file as it is. */
    public static String shippedRealm() {
        try {
            return Files.readString(top().resolve("keycloak-realm/jianzheng-realm.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
