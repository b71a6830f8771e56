package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;

/** Clay, lumps, flaky pieces and crushing value of pebbles and crushed stone, JGJ 52-2006 or GB/T 14685-2022. */
final class GravelProperties implements Method {

    private static final List<String> ITEMS = List.of("clay", "lumps", "flaky", "crushing");

    @Override
    public String name() {
        return "gravel-properties";
    }

    @Override
    public List<Field> inputs() {
        return Stream.concat(
                        Aggregates.ordered("STONE", "stoneClass").stream(),
                        Stream.of(
                                Field.choice("rock", "SEDIMENTARY", "METAMORPHIC", "EXTRUSIVE", "PEBBLE")
                                        .commissioned(),
                                Aggregates.washed("clay"),
                                Aggregates.washed("lumps"),
                                Field.group(
                                                "flaky",
                                                Aggregates.mass("sampleG"),
                                                Field.unsigned("flakyG", "g", "100000"))
                                        .optional(),
                                Field.group(
                                                "crushing",
                                                Aggregates.mass("sampleG"),
                                                Field.unsigned("remainG", "g", "100000"))
                                        .many(3, 3)
                                        .optional()))
                .toList();
    }

    @Override
    public Evaluation evaluate(Given given) {
        Aggregates stone = Aggregates.of(new Sheet(this), given, "STONE", "stoneClass");
        stone.requireSomething(ITEMS);
        stone.washedPair("clay");
        stone.washedPair("lumps");
        stone.judge("flaky", given.has("flaky") ? flaky(given.group("flaky")) : null);
        List<BigDecimal> singles = Aggregates.lost(given, "crushing", "sampleG", "remainG");
        stone.sheet().put("crushingSinglesPercent", singles.isEmpty() ? null : singles);
        stone.judge("crushing", singles.isEmpty() ? null : mean(singles, stone));
        return stone.done();
    }

    private static BigDecimal flaky(Given flaky) {
        if (flaky.decimal("flakyG").compareTo(flaky.decimal("sampleG")) > 0) {
            throw RuleBroken.at("flaky.flakyG", "standards.aggregate.moreThanBefore");
        }
        BigDecimal hundredfold = flaky.decimal("flakyG").multiply(Aggregates.HUNDRED);
        return Gb8170.round(Rational.quotient(hundredfold, flaky.decimal("sampleG")), BigDecimal.ONE);
    }

    private static BigDecimal mean(List<BigDecimal> singles, Aggregates stone) {
        return Gb8170.round(Rational.mean(singles), stone.standard().decimal("crushing_interval"));
    }
}
