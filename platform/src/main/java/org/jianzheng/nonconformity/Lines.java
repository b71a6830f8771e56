package org.jianzheng.nonconformity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts put together for a column that has an end. */
final class Lines {

    private Lines() {}

    static String of(String between, int longest, Stream<String> lines) {
        String all = lines.collect(Collectors.joining(between));
        return all.length() <= longest ? all : all.substring(0, longest - 1) + "…";
    }
}
