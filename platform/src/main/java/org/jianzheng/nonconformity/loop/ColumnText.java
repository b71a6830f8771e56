package org.jianzheng.nonconformity.loop;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts put together for a column that has an end. */
public final class ColumnText {

    private ColumnText() {}

    public static String of(String between, int longest, Stream<String> lines) {
        String all = lines.collect(Collectors.joining(between));
        return all.length() <= longest ? all : all.substring(0, longest - 1) + "…";
    }
}
