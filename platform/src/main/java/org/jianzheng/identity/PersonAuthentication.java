package org.jianzheng.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A person acting without a browser or token: jobs, seeding, tests. The filter chains never make one, so no request can
 * arrive with it.
 */
public final class PersonAuthentication extends AbstractAuthenticationToken {

    private final Person person;
    private final Instant presenceProvedAt;

    public PersonAuthentication(Person person) {
        this(person, null);
    }

    /** As if the person had typed the password at that instant. */
    public PersonAuthentication(Person person, Instant presenceProvedAt) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.person = person;
        this.presenceProvedAt = presenceProvedAt;
        setAuthenticated(true);
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.username();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    Optional<Instant> presenceProvedAt() {
        return Optional.ofNullable(presenceProvedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonAuthentication that && person.equals(that.person) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
