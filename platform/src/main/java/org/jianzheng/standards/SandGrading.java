package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Table.Row;

/** Sieve analysis of sand in two runs: fineness modulus, and the zone that its cumulative residues fit. */
final class SandGrading implements Method {

    private static final Table RULES = Table.load("sand-grading");
    private static final Table ZONES = Table.load("sand-zones");
    private static final Table COARSENESS = Table.load("sand-coarseness");
    private static final List<String> SIEVES = ZONES.values("sieve_mm");
    private static final int DECIDING = SIEVES.indexOf("0.60");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal FIVE = new BigDecimal(5);

    @Override
    public String name() {
        return "sand-grading";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Field.choice("standard", "", RULES.values("input")).commissioned(),
                Field.choice("sandKind", "NATURAL", "MANUFACTURED").commissioned(),
                Field.group(
                                "runs",
                                Field.positive("sampleG", "g", "10000"),
                                Field.unsigned("retainedG", "g", "10000").many(SIEVES.size(), SIEVES.size()),
                                Field.unsigned("panG", "g", "10000"))
                        .many(2, 2));
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row rules = RULES.where("input", given.choice("standard"));
        List<Run> runs = given.groups("runs").stream().map(Run::of).toList();
        Sheet sheet = new Sheet(this);
        sheet.decide("judgedBy", rules.text("standard"))
                .decide("D15", "ZONES_EXCLUDE_EACH_OTHER")
                .put(
                        "lossPercent",
                        runs.stream().map(run -> Gb8170.tenth(run.loss())).toList());
        if (runs.stream().anyMatch(run -> run.lostMoreThan(rules.decimal("loss_percent")))) {
            sheet.put("cumulativePercent", null).put("finenessModuli", null);
            return voided(sheet, "LOSS");
        }
        requireSomePassed(runs);
        List<BigDecimal> moduli = runs.stream().map(Run::modulus).toList();
        sheet.put("cumulativePercent", runs.stream().map(Run::cumulative).toList())
                .put("finenessModuli", moduli);
        BigDecimal apart = moduli.get(0).subtract(moduli.get(1)).abs();
        if (apart.compareTo(rules.decimal("moduli_apart")) > 0) {
            return voided(sheet, "FM_DIFFERENCE");
        }
        return judged(sheet, given, rules, runs, Gb8170.tenth(Rational.mean(moduli)));
    }

    private static Evaluation voided(Sheet sheet, String rule) {
        for (String member :
                List.of("meanCumulativePercent", "finenessModulus", "coarseness", "zone", "excessPercent")) {
            sheet.put(member, null);
        }
        return sheet.put("rule", rule).verdict("INVALID");
    }

    // The modulus divides by what passed the first sieve.
    private static void requireSomePassed(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).cumulative().get(0).compareTo(HUNDRED) >= 0) {
                throw RuleBroken.at("runs[" + i + "].retainedG", "standards.sand.nothingPassed");
            }
        }
    }

    private static Evaluation judged(Sheet sheet, Given given, Row rules, List<Run> runs, BigDecimal modulus) {
        List<BigDecimal> means = IntStream.range(0, SIEVES.size())
                .mapToObj(i -> Rational.mean(List.of(
                        runs.get(0).cumulative().get(i),
                        runs.get(1).cumulative().get(i))))
                .map(mean -> Gb8170.round(mean, BigDecimal.ONE))
                .toList();
        Optional<SandZone> zone = SandZone.of(given, means.get(DECIDING));
        boolean fits = zone.map(found -> found.fits(means, rules.decimal("excess_percent")))
                .orElse(false);
        return sheet.put("meanCumulativePercent", means)
                .put("finenessModulus", modulus)
                .put("coarseness", coarseness(modulus))
                .put("zone", fits ? zone.get().number() : null)
                .put("excessPercent", zone.map(found -> found.excess(means)).orElse(null))
                .put("rule", "MEAN")
                .verdict(Method.verdict(fits));
    }

    private static String coarseness(BigDecimal modulus) {
        return COARSENESS
                .find(row -> row.within("modulus", modulus))
                .map(row -> row.text("coarseness"))
                .orElse(null);
    }

    /** @param loss signed, in per cent of the sample, not rounded */
    private record Run(Rational loss, List<BigDecimal> cumulative) {

        static Run of(Given run) {
            BigDecimal sample = run.decimal("sampleG");
            BigDecimal found = Rational.sum(run.decimals("retainedG")).add(run.decimal("panG"));
            List<BigDecimal> cumulative = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal retained : run.decimals("retainedG")) {
                sum = sum.add(Gb8170.tenth(Rational.quotient(retained.multiply(HUNDRED), sample)));
                cumulative.add(sum);
            }
            return new Run(Rational.quotient(sample.subtract(found).multiply(HUNDRED), sample), cumulative);
        }

        boolean lostMoreThan(BigDecimal percent) {
            return loss.compareTo(percent) > 0 || loss.compareTo(percent.negate()) < 0;
        }

        BigDecimal modulus() {
            BigDecimal first = cumulative.get(0);
            BigDecimal others = Rational.sum(cumulative.subList(1, cumulative.size()));
            return Gb8170.hundredth(Rational.quotient(others.subtract(first.multiply(FIVE)), HUNDRED.subtract(first)));
        }
    }
}
