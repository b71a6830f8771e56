package org.jianzheng.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is acting on this thread. */
@Service
public class Identity {

    /** The acting person; {@link RuleBroken} when nobody is signed in. Jobs act {@link #as} {@link Person#SYSTEM}. */
    public Person acting() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return person(now).orElseThrow(() -> new RuleBroken("identity.nobody"));
    }

    /** Does the work as that person, and is who it was before afterwards. */
    public <T> T as(Person person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new PersonAuthentication(person)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The rows the acting person may see. */
    public Scope scope() {
        return Scope.of(acting());
    }

    /**
     * When the acting person last typed the password: the token's {@code auth_time}, or the making of a program's token that
     * the password was typed for.
     */
    public Optional<Instant> presenceProvedAt() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        if (now instanceof PersonAuthentication person) {
            return person.presenceProvedAt();
        }
        if (now == null) {
            return Optional.empty();
        }
        if (now.getPrincipal() instanceof OidcUser user) {
            return Optional.ofNullable(user.getAuthenticatedAt());
        }
        return now.getPrincipal() instanceof Jwt token ? Claims.presenceProvedAt(token) : Optional.empty();
    }

    /** The acting person's account in the realm; empty for jobs, which have none. */
    public Optional<String> subject() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        Object principal = now == null ? null : now.getPrincipal();
        if (principal instanceof OidcUser user) {
            return Optional.ofNullable(user.getSubject());
        }
        return principal instanceof Jwt token ? Optional.ofNullable(token.getSubject()) : Optional.empty();
    }

    /** Whether a bearer token acts, for which there is no page to go to. */
    boolean isProgram() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof Jwt;
    }

    /** Where to type the password again. Afterwards the browser is sent to {@code returnTo}, a path of this site. */
    public URI stepUpUrl(String returnTo) {
        return UriComponentsBuilder.fromPath("/step-up")
                .queryParam("returnTo", "{returnTo}")
                .encode()
                .build(returnTo);
    }

    private static Optional<Person> person(Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        Object principal = authentication.getPrincipal();
        if (principal instanceof Person person) {
            return Optional.of(person);
        }
        if (principal instanceof OidcUser user) {
            return Claims.person(user);
        }
        return principal instanceof Jwt token ? Claims.person(token) : Optional.empty();
    }
}
