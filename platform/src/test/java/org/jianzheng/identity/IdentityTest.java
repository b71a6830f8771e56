package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jianzheng.kernel.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class IdentityTest {

    private static final Instant TYPED = Instant.parse("2026-03-02T01:00:00Z");

    private final Identity identity = new Identity();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void readsAPersonFromASignInWithTheTimeThePasswordWasTyped() {
        signIn(browser(List.of("/labs/BJ01/signatory")));
        assertThat(identity.acting()).isEqualTo(new Person("signatory", "郑国安", Set.of("labs/BJ01/signatory")));
        assertThat(identity.presenceProvedAt()).contains(TYPED);
    }

    @Test
    void readsAPersonFromABearerTokenWhichProvesNobodysPresence() {
        signIn(program(List.of("/labs/BJ01/tester")));
        assertThat(identity.acting().has(Role.TESTER)).isTrue();
        assertThat(identity.acting().lab()).contains("BJ01");
        assertThat(identity.presenceProvedAt()).isEmpty();
    }

    @Test
    void aProgramProvesPresenceByThePasswordTypedForItsTokenAndByNothingElse() {
        signIn(program(token -> token.claim("amr", List.of("pwd")).issuedAt(TYPED)));
        assertThat(identity.presenceProvedAt()).contains(TYPED);
        signIn(program(token -> token.claim("auth_time", TYPED).issuedAt(TYPED.plusSeconds(600))));
        assertThat(identity.presenceProvedAt()).contains(TYPED);
        signIn(program(token -> token.claim("amr", List.of()).issuedAt(TYPED)));
        assertThat(identity.presenceProvedAt()).isEmpty();
        signIn(program(token -> token.claim("amr", List.of("otp")).issuedAt(TYPED)));
        assertThat(identity.presenceProvedAt()).isEmpty();
    }

    @Test
    void aWorkNumberIsTheAccounts() {
        signIn(program(token -> token.claim("work_number", "1002")));
        assertThat(identity.acting().workNumber()).isEqualTo("1002");
        signIn(program(token -> {}));
        assertThat(identity.acting().workNumber()).isEmpty();
    }

    @Test
    void noTokenMakesAnybodyTheSystem() {
        signIn(program(List.of("/system", "system")));
        assertThat(identity.acting().has(Role.SYSTEM)).isFalse();
        assertThat(identity.scope()).isEqualTo(Scope.NONE);
    }

    @Test
    void nobodySignedInIsRefused() {
        assertThatThrownBy(identity::acting)
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("identity.nobody");
    }

    @Test
    void isWhoItWasBeforeAfterActingAsSomebodyElse() {
        signIn(browser(List.of("/labs/BJ01/signatory")));
        Person during = identity.as(Person.SYSTEM, identity::acting);
        assertThat(during).isEqualTo(Person.SYSTEM);
        assertThat(identity.acting().username()).isEqualTo("signatory");
        assertThatThrownBy(() -> identity.as(Person.SYSTEM, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(identity.acting().username()).isEqualTo("signatory");
    }

    @Test
    void theAddressOfAStepUpCarriesTheWholePathBack() {
        assertThat(identity.stepUpUrl("/camunda/app/tasklist/default/#/?task=1&x=y"))
                .hasToString("/step-up?returnTo=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F%23%2F%3Ftask%3D1%26x%3Dy");
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static Authentication browser(List<String> groups) {
        OidcIdToken token = new OidcIdToken(
                "token",
                TYPED,
                TYPED.plusSeconds(60),
                Map.of(
                        "sub", "1",
                        "preferred_username", "signatory",
                        "name", "郑国安",
                        "groups", groups,
                        "auth_time", TYPED));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "keycloak");
    }

    private static Authentication program(List<String> groups) {
        return program(token -> token.claim("groups", groups));
    }

    private static Authentication program(Consumer<Jwt.Builder> more) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "none").claim("preferred_username", "tester");
        more.accept(token);
        return new JwtAuthenticationToken(token.build());
    }
}
