package org.jianzheng.notice;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Person;

/** Whose notices a person reads: those to their groups and to the houses these belong to. */
final class NoticeReaders {

    private NoticeReaders() {}

    /** {@code labs/BJ01/tester} and {@code labs/BJ01}; {@code station/supervisor} and {@code station}. */
    static Set<String> of(Person person) {
        return person.groups().stream().flatMap(NoticeReaders::paths).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> paths(String group) {
        int end = group.lastIndexOf('/');
        return end < 0 ? Stream.of(group) : Stream.of(group, group.substring(0, end));
    }
}
