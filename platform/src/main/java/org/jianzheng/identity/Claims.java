package org.jianzheng.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Reads a person out of a Keycloak token. */
public final class Claims {

    public static final String USERNAME = "preferred_username";

    private static final String WORK_NUMBER = "work_number";
    private static final String AUTH_TIME = "auth_time";

    /** How the person proved themselves; the realm says so only of a password typed seconds before (RFC 8176). */
    private static final String METHODS = "amr";

    private static final String PASSWORD = "pwd";

    private Claims() {}

    /** Empty where the token names nobody. */
    static Optional<Person> person(ClaimAccessor token) {
        return Optional.ofNullable(token.getClaimAsString(USERNAME)).map(username -> person(username, token));
    }

    private static Person person(String username, ClaimAccessor token) {
        String name = token.getClaimAsString("name");
        List<String> groups = token.hasClaim("groups") ? token.getClaimAsStringList("groups") : List.of();
        return new Person(
                username,
                name == null || name.isBlank() ? username : name,
                groups.stream()
                        .map(path -> path.startsWith("/") ? path.substring(1) : path)
                        // A realm group of that name must not make anybody the system.
                        .filter(path -> !Person.SYSTEM.groups().contains(path))
                        .collect(Collectors.toSet()),
                Objects.requireNonNullElse(token.getClaimAsString(WORK_NUMBER), ""));
    }

    /**
     * When the person of a program's token typed the password. A token of a password grant does not say when, only that it
     * was for this token; one that was renewed without it says nothing, and proves nobody's presence.
     */
    static Optional<Instant> presenceProvedAt(ClaimAccessor token) {
        Optional<Instant> said = Optional.ofNullable(token.getClaimAsInstant(AUTH_TIME));
        return said.isPresent() || !methods(token).contains(PASSWORD)
                ? said
                : Optional.ofNullable(token.getClaimAsInstant("iat"));
    }

    private static List<String> methods(ClaimAccessor token) {
        return token.hasClaim(METHODS) ? token.getClaimAsStringList(METHODS) : List.of();
    }

    public static Collection<GrantedAuthority> authorities(ClaimAccessor token) {
        return person(token).stream()
                .flatMap(person -> person.roles().stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
