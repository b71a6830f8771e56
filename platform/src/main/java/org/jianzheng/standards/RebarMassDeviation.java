package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Deviation of the mass of at least five pieces from the theoretical mass, GB 1499.2. Never retested. */
final class RebarMassDeviation implements Method {

    private static final Table LIMITS = Table.load("rebar-mass-deviation");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    @Override
    public String name() {
        return "rebar-mass-deviation";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Field.choice("edition", "", LIMITS.values("edition")).commissioned(),
                Rebar.diameterField(),
                Field.decimal("lengthsMm", "mm")
                        .bounded(null, new BigDecimal(500), new BigDecimal(20_000))
                        .many(5, 100),
                Field.positive("totalMassG", "g", "10000000"));
    }

    @Override
    public Evaluation evaluate(Given given) {
        BigDecimal diameter = new BigDecimal(given.choice("diameterMm"));
        Row limit = LIMITS.first(row -> row.is("edition", given.choice("edition")) && row.within("diameter", diameter));
        // kg/m is g/mm
        BigDecimal theoretical = Rational.sum(given.decimals("lengthsMm"))
                .multiply(Rebar.size(given).decimal("mass_kg_per_m"));
        BigDecimal excess = given.decimal("totalMassG").subtract(theoretical).multiply(HUNDRED);
        BigDecimal deviation = Gb8170.tenth(Rational.quotient(excess, theoretical));

        return new Sheet(this)
                .put("theoreticalMassG", Gb8170.round(theoretical, THOUSANDTH))
                .put("deviationPercent", deviation)
                .decide("edition", given.choice("edition"))
                .decide("judgedBy", limit.text("standard"))
                .decide("D7", "ROUNDED_VALUE")
                .decide("retest", "NEVER")
                .limit("deviationPercent", "+-", limit.decimal("limit"), "%", limit.text("standard"))
                .verdict(Method.verdict(deviation.abs().compareTo(limit.decimal("limit")) <= 0));
    }
}
