package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.Collections;
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

/** Acceptance of a batch of mortar groups, GB 50203-2011 4.0.12. */
public final class MortarBatch implements Method {

    private static final StandardTable RULES = StandardTable.load("mortar-batch");

    @Override
    public String name() {
        return "mortar-batch";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("grade", "", MortarCube.GRADES.values("grade"))
                        .commissioned(),
                InputField.positive("groupsMpa", "MPa", "300")
                        .rounded(1)
                        .many(1, 1000)
                        .derived());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<BigDecimal> groups = given.decimals("groupsMpa");
        Row rule = RULES.first(row -> row.within("groups", groups.size()));
        BigDecimal f2 = MortarCube.GRADES.where("grade", given.choice("grade")).decimal("f2");
        BigDecimal least = rule.decimal("lowest").multiply(f2);
        BigDecimal lowest = Gb8170.round(Collections.min(groups), Gb8170.TENTH);
        boolean minOk = lowest.compareTo(least) >= 0;

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("minMpa", lowest)
                .decide("D7", "ROUNDED_MEAN_EXACT_LIMIT")
                .limit("minMpa", ">=", least.stripTrailingZeros(), "MPa", rule.text("standard"));
        // One or two groups are judged one by one; a mean of them means nothing.
        boolean meanOk = rule.findDecimal("mean")
                .map(factor -> meanOk(sheet, groups, factor.multiply(f2), rule.text("standard")))
                .orElse(true);
        return sheet.verdict(Verdict.of(meanOk && minOk));
    }

    private static boolean meanOk(AnswerSheet sheet, List<BigDecimal> groups, BigDecimal least, String standard) {
        BigDecimal mean = Gb8170.tenth(Rational.mean(groups));
        sheet.put("meanMpa", mean).limit("meanMpa", ">=", least.stripTrailingZeros(), "MPa", standard);
        return mean.compareTo(least) >= 0;
    }
}
