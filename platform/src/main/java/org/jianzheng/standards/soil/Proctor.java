package org.jianzheng.standards.soil;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
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

/** Greatest dry density of a soil and the moisture it has there, GB/T 50123-2019. It judges nothing. */
public final class Proctor implements Method {

    private static final Row RULES = StandardTable.load("proctor").rows().get(0);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "proctor";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.positive("mouldVolumeCm3", "cm³", "100000"),
                InputField.positive("mouldG", "g", "100000"),
                InputField.choice("peak", "PARABOLA", "HIGHEST_POINT").policy("D14"),
                InputField.group(
                                "points",
                                InputField.positive("mouldSoilG", "g", "1000000"),
                                InputField.unsigned("moisturesPercent", "%", "300")
                                        .many(2, 2))
                        .many(5, 9),
                InputField.group(
                                "oversize",
                                InputField.decimal("percent", "%")
                                        .bounded(null, RULES.decimal("oversize_from"), RULES.decimal("oversize_to")),
                                InputField.positive("bulkDensity", "g/cm³", "10"),
                                InputField.unsigned("absorptionPercent", "%", "100"))
                        .optional());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<BigDecimal> moistures = new ArrayList<>();
        List<BigDecimal> densities = new ArrayList<>();
        boolean agree = true;
        List<GivenInputs> points = given.groups("points");
        for (int i = 0; i < points.size(); i++) {
            SoilMoisture moisture = SoilMoisture.of(points.get(i).decimals("moisturesPercent"));
            agree &= moisture.agree();
            moistures.add(moisture.percent());
            densities.add(moisture.dry(wet(given, points.get(i), i)));
        }
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("moisturesPercent", moistures).put("dryDensities", densities).decide("D14", given.choice("peak"));
        if (!agree) {
            return voided(sheet, "MOISTURE_PAIR");
        }
        return CompactionPeak.of(given.choice("peak"), moistures, densities)
                .map(peak -> found(sheet, given, peak))
                .orElseGet(() -> voided(sheet, "NO_PEAK"));
    }

    private static BigDecimal wet(GivenInputs given, GivenInputs point, int index) {
        BigDecimal soil = point.decimal("mouldSoilG").subtract(given.decimal("mouldG"));
        if (soil.signum() <= 0) {
            throw RuleBroken.at("points[" + index + "].mouldSoilG", "standards.soil.lighter");
        }
        return Gb8170.hundredth(Rational.quotient(soil, given.decimal("mouldVolumeCm3")));
    }

    private static Evaluation voided(AnswerSheet sheet, String rule) {
        return sheet.put("maxDryDensity", null)
                .put("optimumMoisturePercent", null)
                .put("correctedMaxDryDensity", null)
                .put("correctedOptimumMoisturePercent", null)
                .put("rule", rule)
                .verdict(Verdict.INVALID);
    }

    private static Evaluation found(AnswerSheet sheet, GivenInputs given, CompactionPeak peak) {
        Optional<GivenInputs> oversize = Optional.ofNullable(given.group("oversize"));
        return sheet.put("maxDryDensity", peak.density())
                .put("optimumMoisturePercent", peak.moisture())
                .put(
                        "correctedMaxDryDensity",
                        oversize.map(stones -> density(stones, peak)).orElse(null))
                .put(
                        "correctedOptimumMoisturePercent",
                        oversize.map(stones -> moisture(stones, peak)).orElse(null))
                .put("rule", given.choice("peak"))
                .unjudged();
    }

    // 1 / ((1 - P)/ρ + P/ρ of the stones), P in per cent
    private static BigDecimal density(GivenInputs stones, CompactionPeak peak) {
        BigDecimal share = stones.decimal("percent");
        Rational volume = Rational.quotient(HUNDRED.subtract(share), peak.density())
                .plus(Rational.quotient(share, stones.decimal("bulkDensity")));
        return Gb8170.hundredth(Rational.of(HUNDRED).dividedBy(volume));
    }

    private static BigDecimal moisture(GivenInputs stones, CompactionPeak peak) {
        BigDecimal share = stones.decimal("percent");
        BigDecimal water = peak.moisture()
                .multiply(HUNDRED.subtract(share))
                .add(share.multiply(stones.decimal("absorptionPercent")));
        return Gb8170.tenth(Rational.quotient(water, HUNDRED));
    }
}
