package org.jianzheng.workflow.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;

/** Tells the engine's web applications who is signed in: their user id is the user name, their groups the group paths. */
class SignOn implements AuthenticationProvider {

    private final Identity identity;

    SignOn(Identity identity) {
        this.identity = identity;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        try {
            Person person = identity.acting();
            AuthenticationResult signedIn = AuthenticationResult.successful(person.username());
            signedIn.setGroups(List.copyOf(person.groups()));
            return signedIn;
        } catch (RuleBroken nobody) {
            return AuthenticationResult.unsuccessful();
        }
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The filter chain in front has done it already.
    }
}
