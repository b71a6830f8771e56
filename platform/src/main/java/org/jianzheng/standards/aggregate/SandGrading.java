package org.jianzheng.standards.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

/** Sieve analysis of sand in two runs: fineness modulus, and the zone that its cumulative residues fit. */
public final class SandGrading implements Method {

    private static final StandardTable RULES = StandardTable.load("sand-grading");
    private static final StandardTable ZONES = StandardTable.load("sand-zones");
    private static final StandardTable COARSENESS = StandardTable.load("sand-coarseness");
    private static final List<String> SIEVES = ZONES.values("sieve_mm");
    private static final int DECIDING = SIEVES.indexOf("0.60");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal FIVE = new BigDecimal(5);

    @Override
    public String name() {
        return "sand-grading";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("standard", "", RULES.values("input")).commissioned(),
                InputField.choice("sandKind", "NATURAL", "MANUFACTURED").commissioned(),
                InputField.group(
                                "runs",
                                InputField.positive("sampleG", "g", "10000"),
                                InputField.unsigned("retainedG", "g", "10000").many(SIEVES.size(), SIEVES.size()),
                                InputField.unsigned("panG", "g", "10000"))
                        .many(2, 2));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row rules = RULES.where("input", given.choice("standard"));
        List<Run> runs = given.groups("runs").stream().map(Run::of).toList();
        AnswerSheet sheet = new AnswerSheet(this);
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

    private static Evaluation voided(AnswerSheet sheet, String rule) {
        for (String member :
                List.of("meanCumulativePercent", "finenessModulus", "coarseness", "zone", "excessPercent")) {
            sheet.put(member, null);
        }
        return sheet.put("rule", rule).verdict(Verdict.INVALID);
    }

    // The modulus divides by what passed the first sieve.
    private static void requireSomePassed(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).cumulative().get(0).compareTo(HUNDRED) >= 0) {
                throw RuleBroken.at("runs[" + i + "].retainedG", "standards.sand.nothingPassed");
            }
        }
    }

    private static Evaluation judged(
            AnswerSheet sheet, GivenInputs given, Row rules, List<Run> runs, BigDecimal modulus) {
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
                .verdict(Verdict.of(fits));
    }

    private static String coarseness(BigDecimal modulus) {
        return COARSENESS
                .find(row -> row.within("modulus", modulus))
                .map(row -> row.text("coarseness"))
                .orElse(null);
    }

    /** @param loss signed, in per cent of the sample, not rounded */
    private record Run(Rational loss, List<BigDecimal> cumulative) {

        static Run of(GivenInputs run) {
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
