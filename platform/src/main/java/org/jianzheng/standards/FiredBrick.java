package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Strength of ten fired bricks by mean and characteristic value, GB/T 5101-2017. Not retested. */
final class FiredBrick implements Method {

    private static final Table GRADES = Table.load("fired-brick");

    @Override
    public String name() {
        return "fired-brick";
    }

    @Override
    public List<Field> inputs() {
        return List.of(Field.choice("grade", "", GRADES.values("grade")).commissioned(), Bricks.field("bricks", 10));
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row grade = GRADES.where("grade", given.choice("grade"));
        List<BigDecimal> singles = Bricks.strengths(given.groups("bricks"), Gb8170.HUNDREDTH);
        BigDecimal mean = Gb8170.tenth(Rational.mean(singles));
        BigDecimal deviation = ConcreteBatch.standardDeviation(singles);
        // From mean and s as printed, so that a reader can check it (D12).
        BigDecimal characteristic =
                Gb8170.round(mean.subtract(grade.decimal("factor").multiply(deviation)), Gb8170.TENTH);
        Checks checks = new Checks(new Sheet(this), grade.text("standard"));
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
