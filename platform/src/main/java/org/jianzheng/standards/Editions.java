package org.jianzheng.standards;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which edition of which standard a method follows: part of every record. */
final class Editions {

    private static final Table METHODS = Table.load("methods");

    private static final Table EDITIONS = Table.load("editions");

    private Editions() {}

    static Optional<String> title(String standard) {
        return EDITIONS.find(row -> row.is("standard", standard)).flatMap(row -> row.find("title"));
    }

    /** By role: testStandard, judgedBy, rounding. */
    static Map<String, String> of(String method) {
        Map<String, String> editions = new LinkedHashMap<>();
        METHODS.rows().stream()
                .filter(row -> row.is("method", method))
                .forEach(row -> editions.put(row.text("role"), row.text("standard")));
        return editions;
    }
}
