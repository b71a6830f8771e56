package org.jianzheng.standards;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;

/** Rounding of a value by an interval of 1, 2 or 5 times a power of ten, GB/T 8170-2008. */
final class Rounding implements Method {

    private static final Set<BigInteger> INTERVALS = Set.of(BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(5));

    @Override
    public String name() {
        return "rounding";
    }

    @Override
    public List<Field> inputs() {
        return List.of(Field.decimal("value", ""), Field.decimal("interval", "").bounded(BigDecimal.ZERO, null, null));
    }

    @Override
    public Evaluation evaluate(Given given) {
        BigDecimal interval = given.decimal("interval").stripTrailingZeros();
        if (!INTERVALS.contains(interval.unscaledValue())) {
            throw RuleBroken.at("interval", "standards.rounding.interval", interval.toPlainString());
        }
        return new Sheet(this)
                .put("result", Gb8170.round(given.decimal("value"), interval))
                .unjudged();
    }
}
