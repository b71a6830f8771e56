package org.jianzheng.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What somebody acts on: a browser's session or a program's token.
 *
 * @param groups as they were when it was made
 * @param issuedAt when it was made
 * @param provedAt when the person last proved who they are
 */
record SignIn(String subject, Set<String> groups, Instant issuedAt, Instant provedAt) {

    static Optional<SignIn> of(Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof OidcUser user) {
            return Optional.of(read(user.getIdToken()));
        }
        return principal instanceof Jwt token ? Optional.of(read(token)) : Optional.empty();
    }

    private static SignIn read(ClaimAccessor token) {
        Instant issued = Objects.requireNonNullElse(token.getClaimAsInstant("iat"), Instant.EPOCH);
        Instant proved = Objects.requireNonNullElse(token.getClaimAsInstant("auth_time"), issued);
        Set<String> groups = token.hasClaim("groups")
                ? token.getClaimAsStringList("groups").stream()
                        .map(SignIn::path)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new SignIn(Objects.toString(token.getClaim("sub"), ""), groups, issued, proved);
    }

    static String path(String group) {
        return group.startsWith("/") ? group.substring(1) : group;
    }

    SignInState standing(Account account) {
        // Times of tokens have whole seconds.
        boolean sameAccount = account.enabled()
                && groups.equals(account.groups())
                && !issuedAt.plusSeconds(1).isBefore(account.signedOutAt());
        if (!sameAccount) {
            return SignInState.OVER;
        }
        return provedAt.plusSeconds(1).isBefore(account.passwordChangedAt())
                ? SignInState.TO_BE_PROVED
                : SignInState.STANDS;
    }

    boolean isOlderThan(Duration lifetime, Instant now) {
        return provedAt.plus(lifetime).isBefore(now);
    }
}
