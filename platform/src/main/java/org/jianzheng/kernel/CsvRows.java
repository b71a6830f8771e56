package org.jianzheng.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * The data files of the platform: comma separated, {@code #} begins a remark. No cell is quoted, so a library would read
 * nothing more of them.
 */
public final class CsvRows {

    private CsvRows() {}

    /** What the file says, without its remarks. */
    public static Stream<String> lines(Resource file) {
        try {
            return lines(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    /** Lines by the heading of a file of the platform. @throws IllegalStateException as {@link #of(String, String)} */
    public static List<Map<String, String>> of(Resource file) {
        return of(file.getFilename(), lines(file));
    }

    /**
     * Lines by the heading, in file order.
     *
     * @param name for what is thrown
     * @return empty without lines
     * @throws IllegalStateException when a line has another number of cells than the heading
     */
    public static List<Map<String, String>> of(String name, String text) {
        return of(name, lines(text));
    }

    private static List<Map<String, String>> of(String name, Stream<String> text) {
        List<String[]> lines = text.map(line -> line.split(",", -1)).toList();
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
