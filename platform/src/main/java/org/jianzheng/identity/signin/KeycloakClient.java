package org.jianzheng.identity.signin;

import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Claims;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What the realm means to Spring Security. Its addresses are written down instead of discovered, so that the platform
 * starts while Keycloak is down.
 */
@Configuration(proxyBeanMethods = false)
class KeycloakClient {

    static final String REGISTRATION = "keycloak";

    private final KeycloakSettings keycloak;

    KeycloakClient(KeycloakSettings keycloak) {
        this.keycloak = keycloak;
        if (!keycloak.configured()) {
            LoggerFactory.getLogger(KeycloakClient.class)
                    .warn("Nobody can sign in: set jianzheng.keycloak.issuer to the address of the realm");
        }
    }

    @Bean
    ClientRegistrationRepository registrations() {
        ClientRegistration console = keycloak.configured() ? console() : null;
        return id -> REGISTRATION.equals(id) ? console : null;
    }

    private ClientRegistration console() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(keycloak.clientId())
                .clientSecret(keycloak.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(keycloak.issuer())
                .authorizationUri(keycloak.endpoint("auth"))
                .tokenUri(keycloak.endpoint("token"))
                .jwkSetUri(keycloak.endpoint("certs"))
                .userNameAttributeName(Claims.USERNAME)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", keycloak.endpoint("logout")))
                .build();
    }

    /** Reads the bearer tokens of programs; keys are fetched when the first one comes. */
    @Bean
    JwtDecoder bearerTokens() {
        if (!keycloak.configured()) {
            return token -> {
                throw new BadJwtException("No issuer is configured");
            };
        }
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keycloak.endpoint("certs")).build();
        OAuth2TokenValidator<Jwt> madeOutForUs = new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(keycloak.audience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(keycloak.issuer()), madeOutForUs));
        return decoder;
    }
}
