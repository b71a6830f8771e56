package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Nobody is signed in, or no longer: a page leads to Keycloak and back, a fragment makes its page load again, and Tasklist's
 * own calls get an answer it can show, so that what was typed stays on the screen.
 */
@Component
class SignInPoint implements AuthenticationEntryPoint {

    static final String SIGN_IN = "/oauth2/authorization/" + KeycloakClient.REGISTRATION;

    private static final RequestMatcher ENGINE = SitePaths.any("/camunda/api/**");

    /** The phone's app keeps what it has to send and says itself that somebody has to sign in. */
    private static final RequestMatcher PHONE = SitePaths.any("/m/api/**");

    private final FilterProblems problems;

    SignInPoint(FilterProblems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (ENGINE.matches(request)) {
            problems.toTasklist(request, response);
        } else if (PHONE.matches(request)) {
            problems.toPhone(request, response);
        } else if (SitePaths.ofHtmx(request)) {
            String page = SitePaths.within(request, request.getHeader("HX-Current-URL"))
                    .orElse("/");
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            if (!request.getMethod().equals("GET")) {
                // A form sent too late: back to the form, which the browser may still have filled in.
                SitePaths.within(request, request.getHeader(HttpHeaders.REFERER))
                        .ifPresent(page -> ReturnAddress.to(page, request));
            }
            response.sendRedirect(SIGN_IN);
        }
    }
}
