package org.jianzheng.registration.entry;

import java.util.List;
import org.jianzheng.kernel.CsvRows;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.core.io.ClassPathResource;

/** The nine specialities, out of {@code registration/specialities.csv}; the catalogue says which items each holds. */
public final class Specialities {

    public static final List<String> NAMES = CsvRows.lines(new ClassPathResource("registration/specialities.csv"))
            .toList();

    private Specialities() {}

    public static boolean holds(String speciality, String item) {
        return Catalogue.current().find(item).stream()
                .flatMap(found -> found.specialities().stream())
                .anyMatch(row -> row.name().equals(speciality));
    }
}
