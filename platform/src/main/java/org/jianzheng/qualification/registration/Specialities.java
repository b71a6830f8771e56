package org.jianzheng.qualification.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The nine specialities and the items each holds, out of {@code qualification/specialities.csv}. */
final class Specialities {

    private static final Map<String, List<String>> ITEMS = read();

    static final List<String> NAMES = List.copyOf(ITEMS.keySet());

    private Specialities() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> items = new LinkedHashMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .forEach(cells -> items.put(cells[0], List.of(cells[1].split(" "))));
        return items;
    }

    private static String text() {
        try {
            return new ClassPathResource("qualification/specialities.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean holds(String speciality, String item) {
        return ITEMS.getOrDefault(speciality, List.of()).contains(item);
    }
}
