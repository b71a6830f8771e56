package org.jianzheng.standards;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Table.Row;

/** Concrete cover of the bars of beams or of slabs, GB 50204-2015 appendix E: once, or with as many components again. */
final class CoverThickness implements Method {

    private static final Table LIMITS = Table.load("cover-thickness");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "cover-thickness";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Field.choice("kind", "", LIMITS.values("kind")).commissioned(),
                components("components"),
                components("second").optional());
    }

    private static Field components(String name) {
        return Field.group(
                        name,
                        Field.positive("designMm", "mm", "500").commissioned(),
                        Field.group(
                                        "bars",
                                        Field.positive("pointsMm", "mm", "1000").many(3, 3))
                                .many(1, 200))
                .many(1, 500);
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row limits = LIMITS.where("kind", given.choice("kind"));
        Sampling first = Sampling.of(given, "components", limits);
        Sheet sheet = new Sheet(this);
        String verdict = first.verdict(limits, "RETEST");
        sheet.put("barMeansMm", first.means());
        limits(sheet, limits);
        if (!given.has("second")) {
            sheet.put("secondBarMeansMm", null);
            return judged(sheet, first, verdict);
        }
        if (!verdict.equals("RETEST")) {
            throw RuleBroken.at("second", "standards.cover.secondNotNeeded");
        }
        requireAsMany(given);
        Sampling second = Sampling.of(given, "second", limits);
        sheet.put("secondBarMeansMm", second.means());
        Sampling both = first.with(second);
        return judged(sheet, both, both.verdict(limits, FAIL));
    }

    private static void requireAsMany(Given given) {
        int first = given.groups("components").size();
        InputReader.requireCount("second", given.groups("second").size(), first, first);
    }

    private static void limits(Sheet sheet, Row limits) {
        sheet.limit("deviationMm.low", ">=", limits.decimal("under").negate(), "mm", limits.text("standard"))
                .limit("deviationMm.high", "<=", limits.decimal("over"), "mm", limits.text("standard"))
                .limit("ratePercent", ">=", limits.decimal("pass_percent"), "%", limits.text("standard"));
    }

    private static Evaluation judged(Sheet sheet, Sampling sampling, String verdict) {
        return sheet.put("good", sampling.good())
                .put("total", sampling.total())
                .put("ratePercent", Gb8170.tenth(sampling.percent()))
                .put("beyondOneAndHalf", sampling.beyond())
                .decide("D7", "ROUNDED_VALUE")
                .verdict(verdict);
    }

    /** @param beyond whether a bar lies off by more than the factor times its allowance */
    private record Sampling(List<List<BigDecimal>> means, int good, int total, boolean beyond) {

        static Sampling of(Given given, String name, Row limits) {
            List<Given> components = given.groups(name);
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

        private static List<BigDecimal> means(Given component) {
            return component.groups("bars").stream()
                    .map(bar -> Gb8170.round(Rational.mean(bar.decimals("pointsMm")), BigDecimal.ONE))
                    .toList();
        }

        private static Stream<BigDecimal> deviations(Given component) {
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
        String verdict(Row limits, String between) {
            if (beyond || percent().compareTo(limits.decimal("again_percent")) < 0) {
                return FAIL;
            }
            return percent().compareTo(limits.decimal("pass_percent")) >= 0 ? PASS : between;
        }
    }
}
