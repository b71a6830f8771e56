package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.ArrayList;
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

/** Compressive strength of a group of three mortar cubes, JGJ/T 70-2009. */
public final class MortarCube implements Method {

    private static final Row CUBE = StandardTable.load("mortar-cube").rows().get(0);
    static final StandardTable GRADES = StandardTable.load("mortar-grades");

    @Override
    public String name() {
        return "mortar-cube";
    }

    @Override
    public List<InputField> inputs() {
        List<InputField> fields = new ArrayList<>(List.of(
                InputField.choice("grade", "", GRADES.values("grade")).commissioned(),
                InputField.decimal("k", "")
                        .bounded(null, CUBE.decimal("k_from"), CUBE.decimal("k_to"))
                        .commissioned(),
                InputField.positive("loadsKn", "kN", "1000").many(3, 3)));
        fields.addAll(TestAge.fields());
        return fields;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        TestAge age = TestAge.of(given);
        BigDecimal k = given.decimal("k");
        List<BigDecimal> singles = given.decimals("loadsKn").stream()
                .map(load -> Rational.quotient(k.multiply(load).movePointRight(3), CUBE.decimal("area_mm2")))
                .map(Gb8170::tenth)
                .toList();
        GroupOfThree group = GroupOfThree.of(singles, CUBE.decimal("deviation"));
        BigDecimal grade = GRADES.where("grade", given.choice("grade")).decimal("f2");

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("singlesMpa", singles).put("rule", group.rule());
        sheet.decide("D3", "ROUNDED_SINGLES_EXACT_LIMIT")
                .decide("D7", "ROUNDED_VALUE")
                .decide("D10", "GROUP_FLAGGED_BATCH_SEPARATE")
                .decide("k", k);
        if (group.invalid()) {
            GradeVerdict.limit(sheet, given.choice("grade"), grade);
            return sheet.representative(null).put("percentOfGrade", null).verdict(Verdict.INVALID);
        }
        return GradeVerdict.judge(sheet, given.choice("grade"), grade, group.value(), age);
    }
}
