package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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

/** Evaluation of a batch of concrete groups, GB/T 50107-2010. */
public final class ConcreteBatch implements Method {

    private static final StandardTable RULES = StandardTable.load("concrete-batch");
    private static final List<String> GRADES =
            StandardTable.load("concrete-grades").values("fcuk");

    @Override
    public String name() {
        return "concrete-batch";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("procedure", "", RULES.values("procedure")).commissioned(),
                InputField.choice("fcuk", "MPa", GRADES).commissioned(),
                InputField.unsigned("sigma0", "MPa", "100")
                        .rounded(2)
                        .optional()
                        .derived(),
                InputField.positive("groupsMpa", "MPa", "300")
                        .rounded(1)
                        .many(1, 1000)
                        .derived());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        BigDecimal fcuk = new BigDecimal(given.choice("fcuk"));
        List<BigDecimal> groups = given.decimals("groupsMpa");
        requireSigma(given);
        Row rule = rule(given.choice("procedure"), groups.size(), fcuk);
        BigDecimal mean = Gb8170.tenth(Rational.mean(groups));
        BigDecimal lowest = Gb8170.round(Collections.min(groups), Gb8170.TENTH);

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("meanMpa", mean).put("minMpa", lowest);
        BigDecimal sigma = sigma(sheet, given, rule);
        BigDecimal meanLimit =
                rule.decimal("mean").multiply(fcuk).add(rule.decimal("sigma").multiply(sigma));
        BigDecimal minLimit = minLimit(rule, fcuk, sigma);
        boolean meanOk = mean.compareTo(meanLimit) >= 0;
        boolean minOk = lowest.compareTo(minLimit) >= 0;
        return sheet.put("meanOk", meanOk)
                .put("minOk", minOk)
                .decide("procedure", given.choice("procedure"))
                .decide("D7", "ROUNDED_MEAN_EXACT_LIMIT")
                .limit("meanMpa", ">=", meanLimit.stripTrailingZeros(), "MPa", rule.text("standard"))
                .limit("minMpa", ">=", minLimit.stripTrailingZeros(), "MPa", rule.text("standard"))
                .verdict(Verdict.of(meanOk && minOk));
    }

    private static void requireSigma(GivenInputs given) {
        boolean known = "KNOWN_SIGMA".equals(given.choice("procedure"));
        if (known && !given.has("sigma0")) {
            throw RuleBroken.at("sigma0", "standards.input.missing");
        }
        if (!known && given.has("sigma0")) {
            throw RuleBroken.at("sigma0", "standards.batch.sigmaOnlyKnown");
        }
    }

    private static Row rule(String procedure, int size, BigDecimal fcuk) {
        List<Row> rows = RULES.rows().stream()
                .filter(row -> row.is("procedure", procedure))
                .toList();
        InputReader.requireCount(
                "groupsMpa",
                size,
                rows.get(0).decimal("groups_from").intValueExact(),
                rows.get(rows.size() - 1).decimal("groups_to").intValueExact());
        return rows.stream()
                .filter(row -> row.within("groups", size) && row.within("grade", fcuk))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sigma(AnswerSheet sheet, GivenInputs given, Row rule) {
        if (rule.findDecimal("least_sigma").isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal least = rule.decimal("least_sigma").setScale(2);
        if (given.has("sigma0")) {
            BigDecimal used = given.decimal("sigma0").max(least);
            sheet.put("sigma0Used", used);
            return used;
        }
        BigDecimal deviation = standardDeviation(given.decimals("groupsMpa"));
        BigDecimal used = deviation.max(least);
        sheet.put("stdDev", deviation).put("stdDevUsed", used).decide("D9", "EXACT_MEAN");
        return used;
    }

    private static BigDecimal minLimit(Row rule, BigDecimal fcuk, BigDecimal sigma) {
        BigDecimal share = rule.decimal("lowest").multiply(fcuk);
        return rule.is("procedure", "KNOWN_SIGMA")
                ? share.max(fcuk.subtract(rule.decimal("sigma").multiply(sigma)))
                : share;
    }

    /** From the exact mean: (n·Σx² − (Σx)²) / (n(n−1)); with a rounded mean the short formula collapses (D9). */
    public static BigDecimal standardDeviation(List<BigDecimal> values) {
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal sum = Rational.sum(values);
        BigDecimal squares =
                Rational.sum(values.stream().map(x -> x.multiply(x)).toList());
        BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum));
        return Gb8170.rootToHundredth(Rational.quotient(spread, n.multiply(n.subtract(BigDecimal.ONE))));
    }
}
