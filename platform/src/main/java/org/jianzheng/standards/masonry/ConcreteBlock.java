package org.jianzheng.standards.masonry;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.LimitChecks;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;

/** Strength of five concrete blocks by mean and least value on the gross area, GB/T 8239-2014. */
public final class ConcreteBlock implements Method {

    private static final StandardTable GRADES = StandardTable.load("concrete-block");

    @Override
    public String name() {
        return "concrete-block";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("grade", "", GRADES.values("grade")).commissioned(),
                CrushedBricks.field("blocks", 5));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = GRADES.where("grade", given.choice("grade"));
        List<BigDecimal> singles = CrushedBricks.strengths(given.groups("blocks"), Gb8170.TENTH);
        LimitChecks checks = new LimitChecks(new AnswerSheet(this), grade.text("standard"));
        checks.sheet().put("singlesMpa", singles).decide("D7", "ROUNDED_VALUE");
        checks.atLeast("mean", "meanMpa", Gb8170.tenth(Rational.mean(singles)), grade.decimal("mean"), "MPa");
        checks.atLeast("min", "minMpa", Collections.min(singles), grade.decimal("min"), "MPa");
        return checks.done();
    }
}
