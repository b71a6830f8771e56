package org.jianzheng.identity.signin;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in. Without an issuer nobody can, by browser or by token: so run the tests.
 *
 * @param issuer the realm's address as browsers see it, {@code https://id.example.cn/realms/jianzheng}
 * @param clientId the confidential client of the console and Tasklist
 * @param audience what a bearer token must be made out for
 */
@Validated
@ConfigurationProperties("jianzheng.keycloak")
record KeycloakSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("jianzheng-console") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("jianzheng-api") String audience) {

    boolean configured() {
        return !issuer.isBlank();
    }

    /** Checked at start, rather than found out by the first person who signs in. */
    @AssertTrue(message = "jianzheng.keycloak.client-secret is needed where jianzheng.keycloak.issuer is set")
    boolean isSecretGiven() {
        return !configured() || !clientSecret.isBlank();
    }

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Scheme, host and port, as a content security policy names it. */
    String origin() {
        return issuer.replaceFirst("^(https?://[^/]+).*$", "$1");
    }
}
