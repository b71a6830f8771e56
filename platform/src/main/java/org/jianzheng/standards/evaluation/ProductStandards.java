package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianzheng.standards.evaluation.StandardTable.Row;

/** Which products an edition of a product standard knows. */
public final class ProductStandards {

    private static final StandardTable CEMENTS = StandardTable.load("cement-class");
    private static final StandardTable KINDS = StandardTable.load("cement-kinds");
    private static final StandardTable SIZES = StandardTable.load("rebar-sizes");
    private static final StandardTable RANGES = StandardTable.load("rebar-products");
    private static final StandardTable BARS = StandardTable.load("rebar-grades");

    private ProductStandards() {}

    public static List<String> cementClasses(String edition, String kind) {
        String printed = kind.replace('_', '·');
        return KINDS.find(row -> row.is("edition", edition) && row.is("kind", printed))
                .map(range -> CEMENTS.rows().stream()
                        .filter(row -> row.is("edition", edition) && range.within("class", figure(row)))
                        .map(row -> row.text("strength_class"))
                        .toList())
                .orElse(List.of());
    }

    public static InputField cementKind() {
        List<String> kinds =
                KINDS.values("kind").stream().map(ProductStandards::asInput).toList();
        return InputField.choice("cementKind", "", kinds).commissioned();
    }

    private static String asInput(String kind) {
        return kind.replace('·', '_');
    }

    /** As inputs name them: {@code P_O}. */
    public static List<String> cementKinds(String edition) {
        return KINDS.rows().stream()
                .filter(row -> row.is("edition", edition))
                .map(row -> asInput(row.text("kind")))
                .toList();
    }

    private static BigDecimal figure(Row row) {
        return new BigDecimal(row.text("strength_class").replace("R", ""));
    }

    /** Rm in MPa that the standard asks of bars of that grade; the editions agree. */
    public static Optional<BigDecimal> barStrength(String grade) {
        return BARS.find(row -> row.is("grade", grade)).map(row -> new BigDecimal(row.text("rm")));
    }

    /** Nominal diameters in mm; empty where that standard, named as printed, does not list the grade. */
    public static List<String> barDiameters(String standard, String grade) {
        return SIZES.rows().stream()
                .filter(size -> RANGES.find(range -> range.is("standard", standard)
                                && range.words("grades").contains(grade)
                                && range.within("diameter", size.decimal("diameter_mm")))
                        .isPresent())
                .map(size -> size.text("diameter_mm"))
                .toList();
    }

    public static List<String> barGrades(String edition) {
        return BARS.rows().stream()
                .filter(row -> row.is("edition", edition))
                .map(row -> row.text("grade"))
                .toList();
    }
}
