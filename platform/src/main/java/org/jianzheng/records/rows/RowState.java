package org.jianzheng.records.rows;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a row was after one of its changes.
 *
 * @param version 1, and one more with each change; of a row the newest counts, so that an old one brought back does not match
 * @param marks by column; none where the row is gone and may be
 */
record RowState(String table, String key, int version, String keyId, SortedMap<String, String> marks, byte[] mac) {

    static SortedMap<String, String> marks(String text) {
        SortedMap<String, String> marks = new TreeMap<>();
        Arrays.stream(text.split("\n"))
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> marks.put(pair[0], pair[1]));
        return marks;
    }

    RowKey row() {
        return new RowKey(table, key);
    }

    boolean gone() {
        return marks.isEmpty();
    }

    /** As it is stored. */
    String marksText() {
        return marks.entrySet().stream()
                .map(mark -> mark.getKey() + "=" + mark.getValue())
                .collect(Collectors.joining("\n"));
    }
}
