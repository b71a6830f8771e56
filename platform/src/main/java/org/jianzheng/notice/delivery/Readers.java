package org.jianzheng.notice.delivery;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Person;

/** Whose notices a person reads: those to their groups and to the houses these belong to. */
public final class Readers {

    private Readers() {}

    /** {@code labs/BJ01/tester} and {@code labs/BJ01}; {@code station/supervisor} and {@code station}. */
    public static Set<String> of(Person person) {
        return person.groups().stream().flatMap(Readers::paths).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> paths(String group) {
        int end = group.lastIndexOf('/');
        return end < 0 ? Stream.of(group) : Stream.of(group, group.substring(0, end));
    }
}
