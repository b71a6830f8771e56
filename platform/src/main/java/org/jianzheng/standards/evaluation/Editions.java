package org.jianzheng.standards.evaluation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which edition of which standard a method follows: part of every record. */
public final class Editions {

    private static final StandardTable METHODS = StandardTable.load("methods");

    private static final StandardTable EDITIONS = StandardTable.load("editions");

    private Editions() {}

    public static Optional<String> title(String standard) {
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

    /** Where it ended before that day. */
    public static Optional<Superseded> superseded(String standard, LocalDate day) {
        return EDITIONS.find(row -> row.is("standard", standard)).flatMap(row -> row.find("valid_to")
                .map(LocalDate::parse)
                .filter(last -> last.isBefore(day))
                .map(last ->
                        new Superseded(standard, last, row.find("replaced_by").orElse("—"))));
    }
}
