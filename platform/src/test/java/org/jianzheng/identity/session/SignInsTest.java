package org.jianzheng.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jianzheng.kernel.Unavailable;
import org.jianzheng.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class SignInsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(12), Duration.ofSeconds(45), Duration.ofMinutes(10));

    private final MutableClock clock = new MutableClock();
    private final Realm realm = new Realm();
    private final SignIns signIns = new SignIns(new Accounts(realm, SETTINGS, clock), SETTINGS, clock);

    @BeforeEach
    void morning() {
        clock.at(MORNING.plusSeconds(5));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aDisabledAccountEndsSessionAndTokenWithinAMinute() {
        assertThat(standing()).containsExactly(SignInState.STANDS, SignInState.STANDS);
        realm.account = new Account(false, Set.of("labs/BJ01/signatory"), Instant.EPOCH, Instant.EPOCH);
        later(Duration.ofSeconds(60));
        assertThat(standing()).containsExactly(SignInState.OVER, SignInState.OVER);
    }

    @Test
    void soDoesAnotherGroupAndAnAccountThatIsGone() {
        standing();
        realm.account = new Account(true, Set.of("labs/BJ02/signatory"), Instant.EPOCH, Instant.EPOCH);
        later(Duration.ofSeconds(60));
        assertThat(standing()).containsOnly(SignInState.OVER);
        realm.account = Account.NONE;
        later(Duration.ofSeconds(60));
        assertThat(standing()).containsOnly(SignInState.OVER);
    }

    @Test
    void soDoesAnAdministratorWhoEndsAllSignIns() {
        realm.account = new Account(true, Set.of("labs/BJ01/signatory"), Instant.EPOCH, MORNING.plusSeconds(30));
        assertThat(standing()).containsOnly(SignInState.OVER);
    }

    @Test
    void anotherPasswordHasToBeTypedEvenWhereTheRealmRemembersThePerson() {
        realm.account = new Account(true, Set.of("labs/BJ01/signatory"), MORNING.plusSeconds(30), Instant.EPOCH);
        assertThat(standing()).containsOnly(SignInState.TO_BE_PROVED);
    }

    @Test
    void nobodyWorksOnOneSignInForLongerThanItsLifetime() {
        later(Duration.ofHours(13));
        assertThat(signIns.standing(session())).isEqualTo(SignInState.TO_BE_PROVED);
    }

    @Test
    void theRealmIsAskedOnceAMinuteNotAtEveryRequest() {
        for (int request = 0; request < 50; request++) {
            standing();
        }
        assertThat(realm.asked).isEqualTo(1);
    }

    @Test
    void anAnswerFromBeforeASignInDoesNotEndIt() {
        standing();
        realm.account = new Account(true, Set.of("labs/BJ02/signatory"), Instant.EPOCH, Instant.EPOCH);
        later(Duration.ofSeconds(10));
        assertThat(signIns.standing(session(clock.instant().minusSeconds(2), "/labs/BJ02/signatory")))
                .isEqualTo(SignInState.STANDS);
    }

    @Test
    void aSilentRealmStopsNobodyForAWhileAndThenEverybody() {
        standing();
        realm.account = null;
        later(Duration.ofMinutes(5));
        assertThat(standing()).containsOnly(SignInState.STANDS);
        assertThat(realm.asked).as("it is not asked again at once").isEqualTo(2);
        later(Duration.ofMinutes(6));
        assertThatThrownBy(this::standing).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoseSignInIsOverIsNobodyForTheRestOfTheRequest() throws Exception {
        realm.account = Account.NONE;
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpSession session = new MockHttpSession();
        request.setSession(session);
        SecurityContextHolder.getContext().setAuthentication(session());
        FilterChain chain = (asked, answered) -> assertThat(
                        SecurityContextHolder.getContext().getAuthentication())
                .isNull();
        signIns.filter().doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(session.isInvalid()).isTrue();
    }

    private List<SignInState> standing() {
        return List.of(signIns.standing(session()), signIns.standing(program()));
    }

    private void later(Duration time) {
        clock.at(clock.instant().plus(time));
    }

    private static Authentication session() {
        return session(MORNING, "/labs/BJ01/signatory");
    }

    private static Authentication session(Instant at, String group) {
        OidcIdToken token = new OidcIdToken(
                "token",
                at,
                at.plusSeconds(60),
                Map.of("sub", "1", "auth_time", at, "groups", List.of(group), "iat", at));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "keycloak");
    }

    private static Authentication program() {
        return new JwtAuthenticationToken(Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject("1")
                .issuedAt(MORNING)
                .claim("groups", List.of("/labs/BJ01/signatory"))
                .build());
    }

    private static class Realm implements Function<String, Account> {

        private Account account = new Account(true, Set.of("labs/BJ01/signatory"), Instant.EPOCH, Instant.EPOCH);
        private int asked;

        @Override
        public Account apply(String subject) {
            asked++;
            if (account == null) {
                throw new IllegalStateException("Connection refused");
            }
            return account;
        }
    }
}
