package org.jianzheng.identity.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Anybody who holds a report or a specimen, or looks up a laboratory's grade: no session, so that scanning a code leaves no row in the database, however many people scan.
 * Without it every visitor got one, for the token of a form that acts for nobody and stores nothing.
 */
@Configuration(proxyBeanMethods = false)
class PublicChain {

    private static final RequestMatcher MARK = SitePaths.any(HttpMethod.GET, "/s/*");

    // Who has signed in sees more of a mark than where it stands.
    private static final RequestMatcher FOR_ANYBODY = new OrRequestMatcher(
            SitePaths.any("/v", "/v/**", "/public/**"),
            request -> MARK.matches(request) && request.getRequestedSessionId() == null);

    @Bean
    @Order(1)
    SecurityFilterChain forAnybody(HttpSecurity http, KeycloakSettings keycloak) throws Exception {
        SafetyHeaders.add(http, keycloak);
        return http.securityMatcher(FOR_ANYBODY)
                // Nobody's cookie is believed here, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
