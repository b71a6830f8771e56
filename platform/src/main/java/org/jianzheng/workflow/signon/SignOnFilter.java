package org.jianzheng.workflow.signon;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** The engine's filter makes its provider from a class name; ours needs a bean. */
class SignOnFilter extends ContainerBasedAuthenticationFilter {

    SignOnFilter(AuthenticationProvider provider) {
        authenticationProvider = provider;
    }

    @Override
    public void init(FilterConfig config) {
        // The provider is given.
    }
}
