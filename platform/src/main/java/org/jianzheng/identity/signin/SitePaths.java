package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What the site's addresses mean to the filter chains. */
final class SitePaths {

    private SitePaths() {}

    static RequestMatcher any(String... patterns) {
        return any(null, patterns);
    }

    static RequestMatcher any(HttpMethod method, String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(method, patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    static boolean ofHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /**
     * The path to go back to, if that is a path of this site: an address elsewhere, also one written so that only browsers
     * take it for one ({@code //host}, {@code /\host}), is none.
     */
    static Optional<String> local(String path) {
        boolean ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
        return ours ? Optional.of(path) : Optional.empty();
    }

    /** The path of an address that the browser says it is on, such as its referer. */
    static Optional<String> within(HttpServletRequest request, String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            boolean here = request.getServerName().equalsIgnoreCase(uri.getHost());
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return here ? local(uri.getRawPath() + query) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
