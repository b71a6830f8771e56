package org.jianzheng.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which tests of this build showed which clause of the standard: writes the table, and fails where a clause that the platform
 * claims to fulfil was shown by none. The build's last step; arguments: the list of claims, the table, the folder of what was
 * written down.
 */
public final class ClauseTable {

    static final Comparator<String> BY_NUMBER = Comparator.comparing(
            (String id) ->
                    Arrays.stream(id.split("\\.")).mapToInt(Integer::parseInt).toArray(),
            Arrays::compare);

    private ClauseTable() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> claimed = claimed(Path.of(arguments[0]));
        Map<String, Set<String>> shown = shown(Path.of(arguments[2]));
        write(Path.of(arguments[1]), claimed, shown);
        Set<String> missing = new TreeSet<>(BY_NUMBER);
        missing.addAll(claimed.keySet());
        missing.removeAll(shown.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Clauses that no test of this build has shown: " + missing);
        }
    }

    static Map<String, String> claimed(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> a, LinkedHashMap::new));
    }

    /** What was written down by those runs that took place, one file each. */
    static Map<String, Set<String>> shown(Path folder) throws IOException {
        Map<String, Set<String>> shown = new TreeMap<>(BY_NUMBER);
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path run : runs) {
                for (String line : Files.readAllLines(run)) {
                    String[] parts = line.split(",", 2);
                    shown.computeIfAbsent(parts[0], id -> new TreeSet<>()).add(parts[1]);
                }
            }
        }
        return shown;
    }

    private static void write(Path table, Map<String, String> claimed, Map<String, Set<String>> shown)
            throws IOException {
        Set<String> ids = new TreeSet<>(BY_NUMBER);
        ids.addAll(claimed.keySet());
        ids.addAll(shown.keySet());
        String rows = ids.stream()
                .map(id -> "| %s | %s | %s |"
                        .formatted(
                                id,
                                claimed.getOrDefault(id, ""),
                                shown.getOrDefault(id, Set.of()).stream()
                                        .map(test -> "`" + test + "`")
                                        .collect(Collectors.joining("<br>"))))
                .collect(Collectors.joining("\n"));
        Files.writeString(table, "| clause | what | tests that ran |\n|---|---|---|\n" + rows + "\n");
    }
}
