package org.jianzheng.standards.soil;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

/** Compaction of one point of a layer of soil, by two ring knives or one sand cone, GB/T 50123-2019. */
public final class SoilCompaction implements Method {

    private static final StandardTable EXPRESSIONS = StandardTable.load("soil-compaction");

    @Override
    public String name() {
        return "soil-compaction";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("procedure", "RING_KNIFE", "SAND_CONE").commissioned(),
                InputField.positive("maxDryDensity", "g/cm³", "5").derived(),
                InputField.positive("required", "", "200").commissioned(),
                InputField.choice("expression", "", EXPRESSIONS.values("expression"))
                        .commissioned(),
                InputField.choice("parallelOn", "DRY_DENSITY", "WET_DENSITY")
                        .optional()
                        .policy("D13"),
                InputField.group(
                                "rings",
                                InputField.positive("volumeCm3", "cm³", "10000"),
                                InputField.positive("ringG", "g", "100000"),
                                InputField.positive("ringSoilG", "g", "100000"),
                                SoilMoisture.boxes())
                        .many(2, 2)
                        .optional(),
                InputField.group(
                                "pit",
                                InputField.positive("soilG", "g", "100000"),
                                InputField.positive("sandUsedG", "g", "100000"),
                                InputField.positive("sandConeG", "g", "100000"),
                                InputField.positive("sandDensity", "g/cm³", "5"),
                                SoilMoisture.boxes())
                        .optional());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row expression = EXPRESSIONS.where("expression", given.choice("expression"));
        requireUnit(given, expression);
        List<SoilSample> samples = samples(given);
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("wetDensities", samples.stream().map(SoilSample::wet).toList())
                .put(
                        "moisturesPercent",
                        samples.stream()
                                .map(sample -> sample.moisture().percent())
                                .toList())
                .put("dryDensities", samples.stream().map(SoilSample::dry).toList())
                .decide("procedure", given.choice("procedure"))
                .decide("D13", parallelOn(given))
                .decide("D7", "ROUNDED_VALUE");
        if (samples.stream().anyMatch(sample -> !sample.moisture().agree())) {
            return voided(sheet, "MOISTURE_PAIR");
        }
        if (apart(given, samples).compareTo(expression.decimal("rings_apart")) > 0) {
            return voided(sheet, "DENSITY_PAIR");
        }
        return judged(sheet, given, expression, samples);
    }

    private static void requireUnit(GivenInputs given, Row expression) {
        BigDecimal required = given.decimal("required");
        if (!expression.within("required", required)) {
            throw RuleBroken.at(
                    "required",
                    "standards.soil.required",
                    required.toPlainString(),
                    expression.text("required_from"),
                    expression.text("required_to"));
        }
    }

    private static List<SoilSample> samples(GivenInputs given) {
        boolean rings = given.choice("procedure").equals("RING_KNIFE");
        String needed = rings ? "rings" : "pit";
        String other = rings ? "pit" : "rings";
        if (!given.has(needed)) {
            throw RuleBroken.at(needed, "standards.input.missing");
        }
        if (given.has(other)) {
            throw RuleBroken.at(other, "standards.soil.otherProcedure");
        }
        if (!rings) {
            return List.of(SoilSample.ofPit(given.group("pit")));
        }
        List<SoilSample> samples = new ArrayList<>();
        for (int i = 0; i < given.groups("rings").size(); i++) {
            samples.add(SoilSample.ofRing(given.groups("rings").get(i), "rings[" + i + "]"));
        }
        return samples;
    }

    private static String parallelOn(GivenInputs given) {
        return given.choiceOr("parallelOn", "DRY_DENSITY");
    }

    private static BigDecimal apart(GivenInputs given, List<SoilSample> samples) {
        boolean dry = parallelOn(given).equals("DRY_DENSITY");
        List<BigDecimal> densities = samples.stream()
                .map(sample -> dry ? sample.dry() : sample.wet())
                .toList();
        return densities.get(0).subtract(densities.get(densities.size() - 1)).abs();
    }

    private static Evaluation voided(AnswerSheet sheet, String rule) {
        return sheet.put("dryDensity", null)
                .put("compaction", null)
                .put("above100", null)
                .put("rule", rule)
                .verdict(Verdict.INVALID);
    }

    // Above 100 % the maximum is probably of another soil: passed, and said.
    private static Evaluation judged(AnswerSheet sheet, GivenInputs given, Row expression, List<SoilSample> samples) {
        BigDecimal dry = Gb8170.hundredth(
                Rational.mean(samples.stream().map(SoilSample::dry).toList()));
        BigDecimal most = given.decimal("maxDryDensity");
        BigDecimal compaction = Gb8170.round(
                Rational.quotient(dry, most).times(expression.decimal("factor")), expression.decimal("interval"));
        String unit = expression.is("expression", "PERCENT") ? "%" : "";
        return sheet.put("dryDensity", dry)
                .put("compaction", compaction)
                .put("above100", dry.compareTo(most) > 0)
                .put("rule", samples.size() == 1 ? "SINGLE" : "MEAN")
                .limit("compaction", ">=", given.decimal("required"), unit, "")
                .verdict(Verdict.of(compaction.compareTo(given.decimal("required")) >= 0));
    }
}
