package org.jianzheng.kernel;

import java.net.URI;
import java.util.Set;

/** Where the platform may send what belongs to people: over TLS, or to the machine it runs on. */
public final class ServiceUrl {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServiceUrl() {}

    /** @param url as the configuration has it; null is none */
    public static boolean isSafe(URI url) {
        return url != null
                && url.getHost() != null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && HERE.contains(url.getHost()));
    }
}
