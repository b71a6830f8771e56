package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Table.Row;

/** Compaction of one point of a layer of soil, by two ring knives or one sand cone, GB/T 50123-2019. */
final class SoilCompaction implements Method {

    private static final Table EXPRESSIONS = Table.load("soil-compaction");

    @Override
    public String name() {
        return "soil-compaction";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Field.choice("procedure", "RING_KNIFE", "SAND_CONE").commissioned(),
                Field.positive("maxDryDensity", "g/cm³", "5").derived(),
                Field.positive("required", "", "200").commissioned(),
                Field.choice("expression", "", EXPRESSIONS.values("expression")).commissioned(),
                Field.choice("parallelOn", "DRY_DENSITY", "WET_DENSITY")
                        .optional()
                        .policy("D13"),
                Field.group(
                                "rings",
                                Field.positive("volumeCm3", "cm³", "10000"),
                                Field.positive("ringG", "g", "100000"),
                                Field.positive("ringSoilG", "g", "100000"),
                                Moisture.boxes())
                        .many(2, 2)
                        .optional(),
                Field.group(
                                "pit",
                                Field.positive("soilG", "g", "100000"),
                                Field.positive("sandUsedG", "g", "100000"),
                                Field.positive("sandConeG", "g", "100000"),
                                Field.positive("sandDensity", "g/cm³", "5"),
                                Moisture.boxes())
                        .optional());
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row expression = EXPRESSIONS.where("expression", given.choice("expression"));
        requireUnit(given, expression);
        List<SoilSample> samples = samples(given);
        Sheet sheet = new Sheet(this);
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

    private static void requireUnit(Given given, Row expression) {
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

    private static List<SoilSample> samples(Given given) {
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

    private static String parallelOn(Given given) {
        return given.choiceOr("parallelOn", "DRY_DENSITY");
    }

    private static BigDecimal apart(Given given, List<SoilSample> samples) {
        boolean dry = parallelOn(given).equals("DRY_DENSITY");
        List<BigDecimal> densities = samples.stream()
                .map(sample -> dry ? sample.dry() : sample.wet())
                .toList();
        return densities.get(0).subtract(densities.get(densities.size() - 1)).abs();
    }

    private static Evaluation voided(Sheet sheet, String rule) {
        return sheet.put("dryDensity", null)
                .put("compaction", null)
                .put("above100", null)
                .put("rule", rule)
                .verdict("INVALID");
    }

    // Above 100 % the maximum is probably of another soil: passed, and said.
    private static Evaluation judged(Sheet sheet, Given given, Row expression, List<SoilSample> samples) {
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
                .verdict(Method.verdict(compaction.compareTo(given.decimal("required")) >= 0));
    }
}
