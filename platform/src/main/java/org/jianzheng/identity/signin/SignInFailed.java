package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Keycloak sent somebody back without a sign-in: a page says so, instead of sending them round again for ever. */
class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        LOG.warn("A sign-in failed: {}", reason.getMessage());
        // The back button to Keycloak's page after signing in: nothing is wrong, the session stands.
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        response.sendRedirect(signedIn ? "/" : "/signed-out?failed");
    }
}
