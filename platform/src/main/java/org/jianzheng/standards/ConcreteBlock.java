package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Strength of five concrete blocks by mean and least value on the gross area, GB/T 8239-2014. */
final class ConcreteBlock implements Method {

    private static final Table GRADES = Table.load("concrete-block");

    @Override
    public String name() {
        return "concrete-block";
    }

    @Override
    public List<Field> inputs() {
        return List.of(Field.choice("grade", "", GRADES.values("grade")).commissioned(), Bricks.field("blocks", 5));
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row grade = GRADES.where("grade", given.choice("grade"));
        List<BigDecimal> singles = Bricks.strengths(given.groups("blocks"), Gb8170.TENTH);
        Checks checks = new Checks(new Sheet(this), grade.text("standard"));
        checks.sheet().put("singlesMpa", singles).decide("D7", "ROUNDED_VALUE");
        checks.atLeast("mean", "meanMpa", Gb8170.tenth(Rational.mean(singles)), grade.decimal("mean"), "MPa");
        checks.atLeast("min", "minMpa", Collections.min(singles), grade.decimal("min"), "MPa");
        return checks.done();
    }
}
