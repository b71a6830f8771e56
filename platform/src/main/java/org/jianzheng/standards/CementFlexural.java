package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Flexural strength of three cement mortar prisms, GB/T 17671-2021. */
final class CementFlexural implements Method {

    private static final Row PRISM = Table.load("cement-prisms").where("test", "FLEXURAL");

    private enum Rule {
        MEAN_OF_THREE,
        MEAN_OF_TWO,
        REMAINING_ONE,
        NONE_LEFT
    }

    @Override
    public String name() {
        return "cement-flexural";
    }

    @Override
    public List<Field> inputs() {
        return List.of(Field.positive("loadsN", "N", "50000").many(3, 3));
    }

    @Override
    public Evaluation evaluate(Given given) {
        BigDecimal factor = PRISM.decimal("factor");
        List<BigDecimal> singles = given.decimals("loadsN").stream()
                .map(load -> Gb8170.round(load.multiply(factor), Gb8170.TENTH))
                .toList();
        Band band = Band.around(singles, PRISM.decimal("band"));
        List<BigDecimal> kept = band.inside(singles);
        int outliers = singles.size() - kept.size();
        BigDecimal result = kept.isEmpty() ? null : Gb8170.tenth(Rational.mean(kept));

        Sheet sheet = new Sheet(this);
        sheet.put("singlesMpa", singles)
                .put("meanMpa", band.mean())
                .put("outliers", outliers)
                .put("resultMpa", result)
                .put("rule", Rule.values()[outliers])
                .decide("D5", "ROUNDED");
        band.limits(sheet, "singlesMpa", PRISM.text("standard"));
        // Three outside is not covered by the standard: the test is repeated.
        return kept.isEmpty() ? sheet.verdict("INVALID") : sheet.unjudged();
    }
}
