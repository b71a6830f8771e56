package org.jianzheng.support;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Person;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions as Keycloak's answer opens them, kept in the database like every other. */
public final class Sessions {

    private Sessions() {}

    /** The value of its cookie {@code SESSION}. @param now when the person has typed their password */
    public static <S extends Session> String open(SessionRepository<S> sessions, Person person, Instant now) {
        var token = new OidcIdToken(
                "token",
                now,
                now.plus(Duration.ofHours(1)),
                Map.of(
                        "sub", person.username(),
                        "preferred_username", person.username(),
                        "name", person.name(),
                        "groups", List.copyOf(person.groups()),
                        "auth_time", now));
        S session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(
                        new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "keycloak")));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
