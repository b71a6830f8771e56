package org.jianzheng.standards.soil;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;

/**
 * Moisture of soil from two boxes, never from one: both to 0.1 %, and their mean.
 *
 * @param agree whether the two lie near enough to be averaged, GB/T 50123
 */
record SoilMoisture(BigDecimal percent, boolean agree) {

    private static final StandardTable PAIRS = StandardTable.load("moisture-pairs");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    static InputField boxes() {
        return InputField.group("moistures", mass("boxG"), mass("wetBoxG"), mass("dryBoxG"))
                .many(2, 2);
    }

    private static InputField mass(String name) {
        return InputField.positive(name, "g", "100000");
    }

    static SoilMoisture of(GivenInputs sample, String path) {
        List<GivenInputs> boxes = sample.groups("moistures");
        List<BigDecimal> both = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            both.add(of(boxes.get(i), path + ".moistures[" + i + "]", "dryBoxG"));
        }
        return of(both);
    }

    private static BigDecimal of(GivenInputs box, String path, String dry) {
        BigDecimal soil = box.decimal(dry).subtract(box.decimal("boxG"));
        BigDecimal water = box.decimal("wetBoxG").subtract(box.decimal(dry));
        if (soil.signum() <= 0 || water.signum() < 0) {
            throw RuleBroken.at(path + "." + dry, "standards.soil.dryBox");
        }
        return Gb8170.tenth(Rational.quotient(water.multiply(HUNDRED), soil));
    }

    static SoilMoisture of(List<BigDecimal> both) {
        BigDecimal mean = Gb8170.tenth(Rational.mean(both));
        BigDecimal apart = both.get(0).subtract(both.get(1)).abs();
        BigDecimal most = PAIRS.first(row -> row.within("moisture", mean)).decimal("apart");
        return new SoilMoisture(mean, apart.compareTo(most) <= 0);
    }

    /** Dry density of soil of that wet density, both as printed, to 0.01 g/cm³. */
    BigDecimal dry(BigDecimal wet) {
        return Gb8170.hundredth(Rational.quotient(wet.multiply(HUNDRED), HUNDRED.add(percent)));
    }
}
