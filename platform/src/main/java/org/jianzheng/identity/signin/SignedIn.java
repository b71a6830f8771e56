package org.jianzheng.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jianzheng.identity.session.SignIns;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Signed in: on to the page that was asked for, else home. Whom Keycloak only remembered, from before the password changed
 * or too long ago, types it first.
 */
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SignIns signIns;

    SignedIn(SignIns signIns) {
        this.signIns = signIns;
        setRequestCache(ReturnAddress.cache());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        switch (signIns.standing(person)) {
            case STANDS -> super.onAuthenticationSuccess(request, response, person);
            case TO_BE_PROVED -> response.sendRedirect(SignInPoint.SIGN_IN + "?" + PresenceAsked.ASKED);
            case OVER -> {
                // Sent to Keycloak once more, it would come back the same way for ever.
                SignIns.end(person, request);
                response.sendRedirect("/signed-out?failed");
            }
        }
    }
}
