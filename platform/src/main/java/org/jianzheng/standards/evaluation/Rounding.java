package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;

/** Rounding of a value by an interval of 1, 2 or 5 times a power of ten, GB/T 8170-2008. */
public final class Rounding implements Method {

    private static final Set<BigInteger> INTERVALS = Set.of(BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(5));

    @Override
    public String name() {
        return "rounding";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.decimal("value", ""),
                InputField.decimal("interval", "").bounded(BigDecimal.ZERO, null, null));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        BigDecimal interval = given.decimal("interval").stripTrailingZeros();
        if (!INTERVALS.contains(interval.unscaledValue())) {
            throw RuleBroken.at("interval", "standards.rounding.interval", interval.toPlainString());
        }
        return new AnswerSheet(this)
                .put("result", Gb8170.round(given.decimal("value"), interval))
                .unjudged();
    }
}
