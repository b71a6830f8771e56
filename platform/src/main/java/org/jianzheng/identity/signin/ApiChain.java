package org.jianzheng.identity.signin;

import org.jianzheng.identity.Claims;
import org.jianzheng.identity.session.SignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Programs: bearer tokens and nothing else; a browser's session is not even looked at. */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, FilterProblems problems, SignIns signIns) throws Exception {
        return http.securityMatcher(SitePaths.any("/api/**"))
                // Nothing here trusts a cookie, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(SitePaths.any(HttpMethod.POST, "/api/verifications"))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(person()))
                        .authenticationEntryPoint(problems::notSignedIn)
                        .accessDeniedHandler(problems::forbidden))
                .addFilterBefore(signIns.filter(), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems::notSignedIn)
                        .accessDeniedHandler(problems::forbidden))
                .build();
    }

    private static Converter<Jwt, AbstractAuthenticationToken> person() {
        return token ->
                new JwtAuthenticationToken(token, Claims.authorities(token), token.getClaimAsString(Claims.USERNAME));
    }
}
