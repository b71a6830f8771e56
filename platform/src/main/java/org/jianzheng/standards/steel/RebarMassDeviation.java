package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Deviation of the mass of at least five pieces from the theoretical mass, GB 1499.2. Never retested. */
public final class RebarMassDeviation implements Method {

    private static final StandardTable LIMITS = StandardTable.load("rebar-mass-deviation");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    @Override
    public String name() {
        return "rebar-mass-deviation";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("edition", "", LIMITS.values("edition")).commissioned(),
                Rebar.diameterField(),
                InputField.decimal("lengthsMm", "mm")
                        .bounded(null, new BigDecimal(500), new BigDecimal(20_000))
                        .many(5, 100),
                InputField.positive("totalMassG", "g", "10000000"));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        BigDecimal diameter = new BigDecimal(given.choice("diameterMm"));
        Row limit = LIMITS.first(row -> row.is("edition", given.choice("edition")) && row.within("diameter", diameter));
        // kg/m is g/mm
        BigDecimal theoretical = Rational.sum(given.decimals("lengthsMm"))
                .multiply(Rebar.size(given).decimal("mass_kg_per_m"));
        BigDecimal excess = given.decimal("totalMassG").subtract(theoretical).multiply(HUNDRED);
        BigDecimal deviation = Gb8170.tenth(Rational.quotient(excess, theoretical));

        return new AnswerSheet(this)
                .put("theoreticalMassG", Gb8170.round(theoretical, THOUSANDTH))
                .put("deviationPercent", deviation)
                .decide("edition", given.choice("edition"))
                .decide("judgedBy", limit.text("standard"))
                .decide("D7", "ROUNDED_VALUE")
                .decide("retest", "NEVER")
                .limit("deviationPercent", "+-", limit.decimal("limit"), "%", limit.text("standard"))
                .verdict(Verdict.of(deviation.abs().compareTo(limit.decimal("limit")) <= 0));
    }
}
