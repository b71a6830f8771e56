package org.jianzheng.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person of the realm as they are signed in.
 *
 * @param username {@code preferred_username} in Keycloak, user id in the engine
 * @param name the name that records and reports print
 * @param groups full group paths without leading slash, {@code labs/BJ01/tester}
 */
public record Person(String username, String name, Set<String> groups) implements Serializable {

    /** Nobody in person: jobs, timers, clean-up. No token can make anybody this. */
    public static final Person SYSTEM = new Person("system", "系统", Set.of("system"));

    public Person {
        groups = Set.copyOf(groups);
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    public Set<Role> roles() {
        return groups.stream().flatMap(group -> Role.ofGroup(group).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The code of the laboratory this person works for. */
    public Optional<String> lab() {
        return employer().filter(path -> path.startsWith("labs/")).map(path -> path.substring("labs/".length()));
    }

    /**
     * Path of the one organisation this person works for: {@code labs/BJ01}, {@code contractors/SJ1}, {@code station}.
     * Somebody with two employers has none here, and therefore sees and does nothing until an administrator puts it right.
     */
    public Optional<String> employer() {
        Set<String> employers = groups.stream()
                .filter(group -> Role.ofGroup(group).isPresent() && group.contains("/"))
                .map(group -> group.substring(0, group.lastIndexOf('/')))
                .collect(Collectors.toSet());
        return employers.size() == 1 ? employers.stream().findFirst() : Optional.empty();
    }
}
