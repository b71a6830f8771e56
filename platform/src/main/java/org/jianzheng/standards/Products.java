package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianzheng.standards.Table.Row;

/** Which products an edition of a product standard knows. */
final class Products {

    private static final Table CEMENTS = Table.load("cement-class");
    private static final Table KINDS = Table.load("cement-kinds");
    private static final Table SIZES = Table.load("rebar-sizes");
    private static final Table RANGES = Table.load("rebar-products");
    private static final Table BARS = Table.load("rebar-grades");

    private Products() {}

    static List<String> cementClasses(String edition, String kind) {
        String printed = kind.replace('_', '·');
        return KINDS.find(row -> row.is("edition", edition) && row.is("kind", printed))
                .map(range -> CEMENTS.rows().stream()
                        .filter(row -> row.is("edition", edition) && range.within("class", figure(row)))
                        .map(row -> row.text("strength_class"))
                        .toList())
                .orElse(List.of());
    }

    static Field cementKind() {
        List<String> kinds =
                KINDS.values("kind").stream().map(Products::asInput).toList();
        return Field.choice("cementKind", "", kinds).commissioned();
    }

    private static String asInput(String kind) {
        return kind.replace('·', '_');
    }

    /** As inputs name them: {@code P_O}. */
    static List<String> cementKinds(String edition) {
        return KINDS.rows().stream()
                .filter(row -> row.is("edition", edition))
                .map(row -> asInput(row.text("kind")))
                .toList();
    }

    private static BigDecimal figure(Row row) {
        return new BigDecimal(row.text("strength_class").replace("R", ""));
    }

    /** Rm in MPa that the standard asks of bars of that grade; the editions agree. */
    static Optional<BigDecimal> barStrength(String grade) {
        return BARS.find(row -> row.is("grade", grade)).map(row -> new BigDecimal(row.text("rm")));
    }

    /** Nominal diameters in mm; empty where that standard, named as printed, does not list the grade. */
    static List<String> barDiameters(String standard, String grade) {
        return SIZES.rows().stream()
                .filter(size -> RANGES.find(range -> range.is("standard", standard)
                                && range.words("grades").contains(grade)
                                && range.within("diameter", size.decimal("diameter_mm")))
                        .isPresent())
                .map(size -> size.text("diameter_mm"))
                .toList();
    }

    static List<String> barGrades(String edition) {
        return BARS.rows().stream()
                .filter(row -> row.is("edition", edition))
                .map(row -> row.text("grade"))
                .toList();
    }
}
