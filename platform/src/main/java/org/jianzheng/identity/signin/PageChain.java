package org.jianzheng.identity.signin;

import jakarta.servlet.DispatcherType;
import org.jianzheng.identity.session.SignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** People: one session for the console and the engine's web applications, opened and closed together with Keycloak's. */
@Configuration(proxyBeanMethods = false)
class PageChain {

    private static final RequestMatcher PUBLIC =
            SitePaths.any("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/error", "/signed-out");

    // Somebody whose session has ended still holds the specimen.
    private static final RequestMatcher MARK = SitePaths.any(HttpMethod.GET, "/s/*");

    private static final RequestMatcher ASSETS = SitePaths.any(
            HttpMethod.GET,
            "/vendor/**",
            "/css/**",
            "/js/**",
            "/img/**",
            "/favicon.svg",
            "/favicon.ico",
            // The phone's app: its first screen is drawn before anybody has signed in, and without network.
            "/m",
            "/m/",
            "/m/{file:[a-z-]+\\.(?:html|js|css|svg|png|webmanifest)}");

    // CVE-2026-77226: creates an administrator for whoever asks while that group is empty. Nothing here ever needs it.
    private static final RequestMatcher CLOSED =
            SitePaths.any("/camunda/api/admin/setup/**", "/engine-rest/**", "/actuator/**");

    private final ClientRegistrationRepository registrations;
    private final SignInPoint signIn;
    private final AccessRefusal refusal;
    private final KeycloakSettings keycloak;
    private final SignIns signIns;

    PageChain(
            ClientRegistrationRepository registrations,
            SignInPoint signIn,
            AccessRefusal refusal,
            KeycloakSettings keycloak,
            SignIns signIns) {
        this.registrations = registrations;
        this.signIn = signIn;
        this.refusal = refusal;
        this.keycloak = keycloak;
        this.signIns = signIns;
    }

    /** What pages are drawn with: no session is looked at, so that it comes while the database is away. */
    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        SafetyHeaders.add(http, keycloak);
        return http.securityMatcher(ASSETS)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        SafetyHeaders.add(http, keycloak);
        return http.authorizeHttpRequests(PageChain::rules)
                .requestCache(cache -> cache.requestCache(ReturnAddress.cache()))
                .oauth2Login(this::signIn)
                .addFilterBefore(signIns.filter(), AuthorizationFilter.class)
                // The engine's web applications guard themselves in their own way.
                .csrf(csrf -> csrf.ignoringRequestMatchers(SitePaths.any("/camunda/**")))
                .logout(logout -> logout.logoutSuccessHandler(alsoFromKeycloak()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(signIn).accessDeniedHandler(refusal))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // A stream was let in when it was asked for; its end is no request of its own.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PUBLIC, MARK)
                .permitAll()
                .requestMatchers(CLOSED)
                .denyAll()
                .anyRequest()
                .authenticated();
    }

    private void signIn(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(SignInPoint.SIGN_IN)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new PresenceAsked(registrations)))
                .userInfoEndpoint(user -> user.userAuthoritiesMapper(new RolesOfGroups()))
                .successHandler(new SignedIn(signIns))
                .failureHandler(new SignInFailed());
    }

    private LogoutSuccessHandler alsoFromKeycloak() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/signed-out");
        handler.setDefaultTargetUrl("/signed-out");
        return (request, response, person) -> {
            SignInAs.remember(request);
            handler.onLogoutSuccess(request, response, person);
        };
    }
}
