package org.jianzheng.standards.cement;

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

/** Flexural strength of three cement mortar prisms, GB/T 17671-2021. */
public final class CementFlexural implements Method {

    private static final Row PRISM = StandardTable.load("cement-prisms").where("test", "FLEXURAL");

    private enum Rule {
        MEAN_OF_THREE,
        MEAN_OF_TWO,
        REMAINING_ONE,
        NONE_LEFT
    }

    @Override
    public String name() {
        return "cement-flexural";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(InputField.positive("loadsN", "N", "50000").many(3, 3));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        BigDecimal factor = PRISM.decimal("factor");
        List<BigDecimal> singles = given.decimals("loadsN").stream()
                .map(load -> Gb8170.round(load.multiply(factor), Gb8170.TENTH))
                .toList();
        ToleranceBand band = ToleranceBand.around(singles, PRISM.decimal("band"));
        List<BigDecimal> kept = band.inside(singles);
        int outliers = singles.size() - kept.size();
        BigDecimal result = kept.isEmpty() ? null : Gb8170.tenth(Rational.mean(kept));

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("singlesMpa", singles)
                .put("meanMpa", band.mean())
                .put("outliers", outliers)
                .representative(result)
                .put("rule", Rule.values()[outliers])
                .decide("D5", "ROUNDED");
        band.limits(sheet, "singlesMpa", PRISM.text("standard"));
        // Three outside is not covered by the standard: the test is repeated.
        return kept.isEmpty() ? sheet.verdict(Verdict.INVALID) : sheet.unjudged();
    }
}
