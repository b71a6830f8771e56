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

/** Compressive strength of six halves of cement mortar prisms, GB/T 17671-2021. */
public final class CementCompressive implements Method {

    private static final Row PRISM = StandardTable.load("cement-prisms").where("test", "COMPRESSIVE");

    @Override
    public String name() {
        return "cement-compressive";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("singles", "ROUNDED", "UNROUNDED").policy("D5"),
                InputField.positive("loadsKn", "kN", "1000").many(6, 6));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        boolean rounded = "ROUNDED".equals(given.choice("singles"));
        List<BigDecimal> singles = given.decimals("loadsKn").stream()
                .map(load -> single(load, rounded))
                .toList();
        ToleranceBand band = ToleranceBand.around(singles, PRISM.decimal("band"));
        List<BigDecimal> kept = band.inside(singles);

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("singlesMpa", singles).put("meanMpa", band.mean()).decide("D5", given.choice("singles"));
        band.limits(sheet, "singlesMpa", PRISM.text("standard"));
        if (kept.size() == 6) {
            return result(sheet, "MEAN_OF_SIX", band.mean());
        }
        return kept.size() == 5 ? ofFive(sheet, kept) : voided(sheet, "VOID_TWO_OF_SIX");
    }

    private static Evaluation ofFive(AnswerSheet sheet, List<BigDecimal> five) {
        ToleranceBand band = ToleranceBand.around(five, PRISM.decimal("band"));
        band.limits(sheet, "remainingFiveMpa", PRISM.text("standard"));
        return band.inside(five).size() == 5
                ? result(sheet, "MEAN_OF_FIVE", band.mean())
                : voided(sheet, "VOID_IN_FIVE");
    }

    // 1600 = 2^6 · 5^2: the quotient always ends, so an unrounded single is still exact.
    private static BigDecimal single(BigDecimal kilonewton, boolean rounded) {
        BigDecimal newton = kilonewton.movePointRight(3);
        BigDecimal area = PRISM.decimal("area_mm2");
        return rounded ? Gb8170.tenth(Rational.quotient(newton, area)) : newton.divide(area);
    }

    private static Evaluation result(AnswerSheet sheet, String rule, BigDecimal value) {
        return sheet.put("rule", rule).representative(value).unjudged();
    }

    private static Evaluation voided(AnswerSheet sheet, String rule) {
        return sheet.put("rule", rule).representative(null).verdict(Verdict.INVALID);
    }
}
