package org.jianzheng.archive;

import java.time.LocalDate;
import java.util.Set;

/** How long a case is kept (9.1.3): six years at least, twenty where the structure stands on what was tested. */
final class Retention {

    private static final int YEARS = 6;
    private static final int STRUCTURAL_YEARS = 20;
    private static final Set<String> STRUCTURAL = Set.of("CONCRETE", "REBAR", "WELD", "SPLICE");

    private Retention() {}

    static LocalDate until(String family, LocalDate filedOn) {
        return filedOn.plusYears(STRUCTURAL.contains(family) ? STRUCTURAL_YEARS : YEARS);
    }
}
