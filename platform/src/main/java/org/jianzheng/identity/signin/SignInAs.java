package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Somebody else at the same browser: signed out here and at Keycloak, which would not have another beside the one it knows,
 * then to Keycloak again with that one's user name, and back to the page.
 */
final class SignInAs {

    private static final String ATTRIBUTE = "jianzheng.next";
    private static final String BACK = "returnTo";

    private SignInAs() {}

    /** In the session that follows the one that has ended. */
    static void remember(HttpServletRequest request) {
        String username = request.getParameter(PresenceAsked.AS);
        if (username != null && !username.isBlank()) {
            ReturnAddress.to(SitePaths.local(request.getParameter(BACK)).orElse("/"), request);
            request.getSession().setAttribute(ATTRIBUTE, username);
        }
    }

    /** Where the next one signs in; once. */
    static Optional<String> taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object username = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (username == null) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(UriComponentsBuilder.fromPath(SignInPoint.SIGN_IN)
                .queryParam(PresenceAsked.ASKED)
                .queryParam(PresenceAsked.AS, "{username}")
                .encode()
                .build(username)
                .toString());
    }
}
