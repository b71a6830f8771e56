package org.jianzheng.standards.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of this module: comma separated without quotes, a heading line, {@code #} begins a remark. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * Lines by the heading, in file order.
     *
     * @param name for what is thrown
     * @return empty without lines
     * @throws IllegalStateException when a line has another number of cells than the heading
     */
    public static List<Map<String, String>> of(String name, Stream<String> text) {
        List<String[]> lines = text.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            rows.add(row(name, lines.get(0), line));
        }
        return List.copyOf(rows);
    }

    private static Map<String, String> row(String name, String[] heading, String[] line) {
        if (line.length != heading.length) {
            throw new IllegalStateException(name + ": " + String.join(",", line));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heading.length; i++) {
            row.put(heading[i].strip(), line[i].strip());
        }
        return Collections.unmodifiableMap(row);
    }
}
