package org.jianzheng.qualification.registration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The nine specialities and the items each holds, out of {@code qualification/specialities.csv}. */
@Component
class Specialities {

    private final Map<String, List<String>> items = new LinkedHashMap<>();

    Specialities() throws IOException {
        new ClassPathResource("qualification/specialities.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .forEach(cells -> items.put(cells[0], List.of(cells[1].split(" "))));
    }

    List<String> names() {
        return List.copyOf(items.keySet());
    }

    boolean holds(String speciality, String item) {
        return items.getOrDefault(speciality, List.of()).contains(item);
    }
}
