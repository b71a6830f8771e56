package org.jianzheng.registration.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.core.io.ClassPathResource;

/** The nine specialities, out of {@code registration/specialities.csv}; the catalogue says which items each holds. */
public final class Specialities {

    public static final List<String> NAMES = text().lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    private Specialities() {}

    private static String text() {
        try {
            return new ClassPathResource("registration/specialities.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean holds(String speciality, String item) {
        return Catalogue.current().find(item).stream()
                .flatMap(found -> found.specialities().stream())
                .anyMatch(row -> row.name().equals(speciality));
    }
}
