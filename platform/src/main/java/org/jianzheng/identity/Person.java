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
 * @param workNumber 工号 as the account says it; empty where it says none
 */
public record Person(String username, String name, Set<String> groups, String workNumber) implements Serializable {

    /** Nobody in person: jobs, timers, clean-up. No token can make anybody this. */
    public static final Person SYSTEM = new Person("system", "系统", Set.of("system"));

    /**
     * Whoever looks after the engine is nobody's employee, whatever other groups they were put into; and somebody with two
     * employers is nobody's either, and so sees and does nothing until an administrator puts it right.
     */
    public Person {
        Set<String> ranked = ranked(groups);
        Set<String> administering = ranked.stream()
                .filter(group -> Role.ofGroup(group).equals(Optional.of(Role.ADMIN)))
                .collect(Collectors.toUnmodifiableSet());
        if (!administering.isEmpty()) {
            groups = administering;
        } else if (employers(ranked).size() > 1) {
            groups = Set.of();
        } else {
            groups = Set.copyOf(groups);
        }
    }

    /** Whose account says no work number. */
    public Person(String username, String name, Set<String> groups) {
        this(username, name, groups, "");
    }

    /** Groups that give a role; a realm may have others. */
    private static Set<String> ranked(Set<String> groups) {
        return groups.stream().filter(group -> Role.ofGroup(group).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> employers(Set<String> ranked) {
        return ranked.stream()
                .filter(group -> group.contains("/"))
                .map(group -> group.substring(0, group.lastIndexOf('/')))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    public Set<Role> roles() {
        return groups.stream().flatMap(group -> Role.ofGroup(group).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this person decides for the station. */
    public boolean ofStation() {
        return has(Role.SUPERVISOR) || has(Role.STATIONADMIN);
    }

    /** Samples are tested without names: whoever does nothing else sees no case before its result is in. */
    public boolean testsOnly() {
        return roles().equals(Set.of(Role.TESTER));
    }

    /** The code of the laboratory this person works for. */
    public Optional<String> lab() {
        return employer().filter(path -> path.startsWith("labs/")).map(path -> path.substring("labs/".length()));
    }

    /** Path of the organisation this person works for: {@code labs/BJ01}, {@code contractors/SJ1}, {@code station}. */
    public Optional<String> employer() {
        return employers(ranked(groups)).stream().findFirst();
    }
}
