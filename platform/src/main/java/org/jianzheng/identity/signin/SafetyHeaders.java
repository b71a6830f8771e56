package org.jianzheng.identity.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** What browsers may do with our pages: scripts come from our files only, and frames (Tasklist's forms) from this site. */
final class SafetyHeaders {

    private SafetyHeaders() {}

    static void add(HttpSecurity http, KeycloakSettings keycloak) throws Exception {
        // The engine's web applications send a policy of their own, made for their scripts.
        DelegatingRequestMatcherHeaderWriter contentPolicy = new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(SitePaths.any("/camunda/**")),
                new StaticHeadersWriter("Content-Security-Policy", contentPolicy(keycloak)));
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(self), geolocation=(self), microphone=(), payment=()"))
                .addHeaderWriter(contentPolicy));
    }

    private static String contentPolicy(KeycloakSettings keycloak) {
        // Signing out is a form whose answer redirects to Keycloak, which browsers count as the form's target.
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                + "font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self' "
                + keycloak.origin();
    }
}
