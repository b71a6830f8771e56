package org.jianzheng.standards.masonry;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.concrete.ConcreteBatch;
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

/** Strength of ten fired bricks by mean and characteristic value, GB/T 5101-2017. Not retested. */
public final class FiredBrick implements Method {

    private static final StandardTable GRADES = StandardTable.load("fired-brick");

    @Override
    public String name() {
        return "fired-brick";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("grade", "", GRADES.values("grade")).commissioned(),
                CrushedBricks.field("bricks", 10));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = GRADES.where("grade", given.choice("grade"));
        List<BigDecimal> singles = CrushedBricks.strengths(given.groups("bricks"), Gb8170.HUNDREDTH);
        BigDecimal mean = Gb8170.tenth(Rational.mean(singles));
        BigDecimal deviation = ConcreteBatch.standardDeviation(singles);
        // From mean and s as printed, so that a reader can check it (D12).
        BigDecimal characteristic =
                Gb8170.round(mean.subtract(grade.decimal("factor").multiply(deviation)), Gb8170.TENTH);
        LimitChecks checks = new LimitChecks(new AnswerSheet(this), grade.text("standard"));
        checks.sheet()
                .put("singlesMpa", singles)
                .put("stdDev", deviation)
                .put("reachedGrade", reached(mean, characteristic))
                .decide("D7", "ROUNDED_VALUE")
                .decide("D9", "EXACT_MEAN")
                .decide("D12", "MEAN_AND_S_AS_PRINTED")
                .decide("retest", "NEVER");
        checks.atLeast("mean", "meanMpa", mean, grade.decimal("mean"), "MPa");
        checks.atLeast("characteristic", "characteristicMpa", characteristic, grade.decimal("characteristic"), "MPa");
        return checks.done();
    }

    // The file has the highest grade first.
    private static String reached(BigDecimal mean, BigDecimal characteristic) {
        return GRADES.find(row -> mean.compareTo(row.decimal("mean")) >= 0
                        && characteristic.compareTo(row.decimal("characteristic")) >= 0)
                .map(row -> row.text("grade"))
                .orElse(null);
    }
}
