package org.jianzheng.notice.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.kernel.ServiceUrl;

/**
 * Where a browser's endpoint may be. It is chosen by whoever subscribes, and the platform posts to it: so only to push
 * services that the configuration names, over TLS, at public addresses. A whole origin ({@code https://push.intern:8443}) in the
 * configuration is the operator's own word for that machine; without TLS it has to be this machine.
 */
final class PushHosts {

    static final int LONGEST = 1000;

    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    private static final int TLS = 443;

    private final List<String> names;
    private final List<String> origins;

    PushHosts(List<String> allowed) {
        names = allowed.stream().filter(one -> !one.contains("://")).toList();
        origins = allowed.stream().filter(one -> one.contains("://")).toList();
        names.stream()
                .filter(name ->
                        !NAME.matcher(name).matches() || NUMBERS.matcher(name).matches())
                .forEach(PushHosts::wrong);
        origins.stream().filter(origin -> !isOrigin(origin)).forEach(PushHosts::wrong);
    }

    private static void wrong(String entry) {
        throw new IllegalStateException(
                "jianzheng.push.hosts: %s is neither a host's name nor an https origin".formatted(entry));
    }

    private static boolean isOrigin(String text) {
        return read(text)
                .filter(uri -> origin(uri).equals(text))
                .filter(ServiceUrl::isSafe)
                .isPresent();
    }

    /** The endpoint, where it may be posted to; empty for any other text. */
    Optional<URI> endpoint(String text) {
        return read(text)
                .filter(uri -> uri.getRawPath() != null && uri.getRawPath().length() > 1)
                .filter(uri -> origins.contains(origin(uri)) || isNamed(uri));
    }

    private static Optional<URI> read(String text) {
        if (text == null || text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean whole = uri.getScheme() != null && uri.getHost() != null && !uri.isOpaque();
            return whole && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private boolean isNamed(URI uri) {
        boolean tls = uri.getScheme().equals("https") && (uri.getPort() == -1 || uri.getPort() == TLS);
        return tls && names.stream().anyMatch(name -> fits(name, uri.getHost()));
    }

    // As it is written: a name in other letters is another's until it is resolved.
    private static boolean fits(String name, String host) {
        return name.startsWith("*.")
                ? host.endsWith(name.substring(1)) && host.matches("[a-z0-9.-]+")
                : name.equals(host);
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort());
    }

    /** Whether it can be posted to now: a name that leads into a private network leads nowhere. */
    boolean isReachable(URI endpoint) throws UnknownHostException {
        if (origins.contains(origin(endpoint))) {
            return true;
        }
        for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
            if (!isPublic(address)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            boolean carrier = first == 100 && (second & 0xc0) == 64;
            boolean kept = first == 192 && second == 0 || first == 198 && (second & 0xfe) == 18;
            return first != 0 && first < 224 && !carrier && !kept;
        }
        // 2000::/3 is what is given out; of that 2002::/16 holds an IPv4 address, and so do the first of 2001::/32.
        boolean wrapped = first == 0x20 && (second == 2 || second == 1 && bytes[2] == 0 && bytes[3] == 0);
        return (first & 0xe0) == 0x20 && !wrapped;
    }
}
