package org.jianzheng.standards.concrete;

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

/** Compressive strength of a group of three concrete cubes, GB/T 50081-2019. */
public final class ConcreteCube implements Method {

    private static final StandardTable SIZES = StandardTable.load("concrete-cube");
    private static final StandardTable CURING = StandardTable.load("concrete-curing");
    private static final StandardTable GRADES = StandardTable.load("concrete-grades");

    @Override
    public String name() {
        return "concrete-cube";
    }

    @Override
    public List<InputField> inputs() {
        List<InputField> fields = new ArrayList<>(List.of(
                InputField.choice("grade", "", GRADES.values("grade")).commissioned(),
                InputField.choice("sizeMm", "mm", SIZES.values("size_mm")).commissioned(),
                InputField.choice("curing", "", CURING.values("curing")).commissioned(),
                InputField.choice("sizeFactorStage", "GROUP", "SPECIMEN").policy("D4"),
                InputField.positive("loadsKn", "kN", "10000").many(3, 3)));
        fields.addAll(TestAge.fields());
        return fields;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        TestAge age = age(given);
        Row size = SIZES.where("size_mm", given.choice("sizeMm"));
        BigDecimal factor = size.decimal("factor");
        boolean perSpecimen = "SPECIMEN".equals(given.choice("sizeFactorStage"));
        List<BigDecimal> singles = given.decimals("loadsKn").stream()
                .map(load -> strength(load, size.decimal("area_mm2")))
                .toList();
        List<BigDecimal> compared = perSpecimen ? factored(singles, factor) : singles;
        GroupOfThree group = GroupOfThree.of(compared, size.decimal("deviation"));

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("singlesMpa", singles).put("rule", group.rule());
        if (perSpecimen) {
            sheet.put("factoredSinglesMpa", compared);
        }
        decide(sheet, given);
        return group.invalid()
                ? invalid(sheet, given)
                : judged(sheet, given, factor, perSpecimen ? group.value() : factored(group.value(), factor), age);
    }

    // Cubes cured like the structure are ripe by their degree-days, whatever their age.
    private static TestAge age(GivenInputs given) {
        TestAge age = TestAge.of(given);
        if (age.told() && !given.choice("curing").equals("STANDARD")) {
            throw RuleBroken.at("ageDays", "standards.cube.ageOfDegreeDays");
        }
        return age;
    }

    private static BigDecimal strength(BigDecimal kilonewton, BigDecimal area) {
        return Gb8170.tenth(Rational.quotient(kilonewton.movePointRight(3), area));
    }

    private static List<BigDecimal> factored(List<BigDecimal> singles, BigDecimal factor) {
        return singles.stream().map(single -> factored(single, factor)).toList();
    }

    private static BigDecimal factored(BigDecimal value, BigDecimal factor) {
        return Gb8170.round(value.multiply(factor), Gb8170.TENTH);
    }

    private static void decide(AnswerSheet sheet, GivenInputs given) {
        sheet.decide("D3", "ROUNDED_SINGLES_EXACT_LIMIT")
                .decide("D4", given.choice("sizeFactorStage"))
                .decide("D7", "ROUNDED_VALUE")
                .decide("D10", "GROUP_FLAGGED_BATCH_SEPARATE")
                .decide("curing", given.choice("curing"));
    }

    private static Evaluation invalid(AnswerSheet sheet, GivenInputs given) {
        GradeVerdict.limit(sheet, given.choice("grade"), grade(given));
        return sheet.put("sizeFactor", null)
                .representative(null)
                .put("percentOfGrade", null)
                .verdict(Verdict.INVALID);
    }

    private static Evaluation judged(
            AnswerSheet sheet, GivenInputs given, BigDecimal factor, BigDecimal value, TestAge age) {
        BigDecimal divisor = CURING.where("curing", given.choice("curing")).decimal("divisor");
        BigDecimal result = Gb8170.tenth(Rational.quotient(value, divisor));
        sheet.put("sizeFactor", factor);
        return GradeVerdict.judge(sheet, given.choice("grade"), grade(given), result, age);
    }

    private static BigDecimal grade(GivenInputs given) {
        return GRADES.where("grade", given.choice("grade")).decimal("fcuk");
    }
}
