package org.jianzheng.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Reads a person out of a Keycloak token. */
public final class Claims {

    public static final String USERNAME = "preferred_username";

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
                        .collect(Collectors.toSet()));
    }

    public static Collection<GrantedAuthority> authorities(ClaimAccessor token) {
        return person(token).stream()
                .flatMap(person -> person.roles().stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
