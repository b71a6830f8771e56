package org.jianzheng.qualification.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianzheng.standards.Catalogue;
import org.springframework.core.io.ClassPathResource;

/** The nine specialities, out of {@code qualification/specialities.csv}; the catalogue says which items each holds. */
final class Specialities {

    static final List<String> NAMES = text().lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    private Specialities() {}

    private static String text() {
        try {
            return new ClassPathResource("qualification/specialities.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean holds(String speciality, String item) {
        return Catalogue.current().find(item).stream()
                .flatMap(found -> found.specialities().stream())
                .anyMatch(row -> row.name().equals(speciality));
    }
}
