package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.InputReader;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Concrete cover of the bars of beams or of slabs, GB 50204-2015 appendix E: once, or with as many components again. */
public final class CoverThickness implements Method {

    private static final StandardTable LIMITS = StandardTable.load("cover-thickness");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "cover-thickness";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("kind", "", LIMITS.values("kind")).commissioned(),
                components("components"),
                components("second").optional());
    }

    private static InputField components(String name) {
        return InputField.group(
                        name,
                        InputField.positive("designMm", "mm", "500").commissioned(),
                        InputField.group(
                                        "bars",
                                        InputField.positive("pointsMm", "mm", "1000")
                                                .many(3, 3))
                                .many(1, 200))
                .many(1, 500);
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row limits = LIMITS.where("kind", given.choice("kind"));
        Sampling first = Sampling.of(given, "components", limits);
        AnswerSheet sheet = new AnswerSheet(this);
        Verdict verdict = first.verdict(limits, Verdict.RETEST);
        sheet.put("barMeansMm", first.means());
        limits(sheet, limits);
        if (!given.has("second")) {
            sheet.put("secondBarMeansMm", null);
            return judged(sheet, first, verdict);
        }
        if (verdict != Verdict.RETEST) {
            throw RuleBroken.at("second", "standards.cover.secondNotNeeded");
        }
        requireAsMany(given);
        Sampling second = Sampling.of(given, "second", limits);
        sheet.put("secondBarMeansMm", second.means());
        Sampling both = first.with(second);
        return judged(sheet, both, both.verdict(limits, Verdict.FAIL));
    }

    private static void requireAsMany(GivenInputs given) {
        int first = given.groups("components").size();
        InputReader.requireCount("second", given.groups("second").size(), first, first);
    }

    private static void limits(AnswerSheet sheet, Row limits) {
        sheet.limit("deviationMm.low", ">=", limits.decimal("under").negate(), "mm", limits.text("standard"))
                .limit("deviationMm.high", "<=", limits.decimal("over"), "mm", limits.text("standard"))
                .limit("ratePercent", ">=", limits.decimal("pass_percent"), "%", limits.text("standard"));
    }

    private static Evaluation judged(AnswerSheet sheet, Sampling sampling, Verdict verdict) {
        return sheet.put("good", sampling.good())
                .put("total", sampling.total())
                .put("ratePercent", Gb8170.tenth(sampling.percent()))
                .put("beyondOneAndHalf", sampling.beyond())
                .decide("D7", "ROUNDED_VALUE")
                .verdict(verdict);
    }

    /** @param beyond whether a bar lies off by more than the factor times its allowance */
    private record Sampling(List<List<BigDecimal>> means, int good, int total, boolean beyond) {

        static Sampling of(GivenInputs given, String name, Row limits) {
            List<GivenInputs> components = given.groups(name);
            for (int i = 0; i < components.size(); i++) {
                int bars = components.get(i).groups("bars").size();
                int least = limits.decimal("bars_least").intValueExact();
                InputReader.requireCount(name + "[" + i + "].bars", bars, least, 200);
            }
            List<BigDecimal> deviations =
                    components.stream().flatMap(Sampling::deviations).toList();
            BigDecimal factor = limits.decimal("beyond_factor");
            return new Sampling(
                    components.stream().map(Sampling::means).toList(),
                    (int) deviations.stream()
                            .filter(deviation -> allowed(deviation, limits, BigDecimal.ONE))
                            .count(),
                    deviations.size(),
                    !deviations.stream().allMatch(deviation -> allowed(deviation, limits, factor)));
        }

        private static List<BigDecimal> means(GivenInputs component) {
            return component.groups("bars").stream()
                    .map(bar -> Gb8170.round(Rational.mean(bar.decimals("pointsMm")), BigDecimal.ONE))
                    .toList();
        }

        private static Stream<BigDecimal> deviations(GivenInputs component) {
            return means(component).stream().map(mean -> mean.subtract(component.decimal("designMm")));
        }

        private static boolean allowed(BigDecimal deviation, Row limits, BigDecimal factor) {
            BigDecimal over = limits.decimal("over").multiply(factor);
            BigDecimal under = limits.decimal("under").multiply(factor);
            return deviation.compareTo(over) <= 0 && deviation.negate().compareTo(under) <= 0;
        }

        Sampling with(Sampling second) {
            return new Sampling(second.means, good + second.good, total + second.total, second.beyond);
        }

        Rational percent() {
            return new Rational(BigInteger.valueOf(good), BigInteger.valueOf(total)).times(HUNDRED);
        }

        /** The rate meets its limits as it is, not as printed; @param between what a rate between the two limits means */
        Verdict verdict(Row limits, Verdict between) {
            if (beyond || percent().compareTo(limits.decimal("again_percent")) < 0) {
                return Verdict.FAIL;
            }
            return percent().compareTo(limits.decimal("pass_percent")) >= 0 ? Verdict.PASS : between;
        }
    }
}
