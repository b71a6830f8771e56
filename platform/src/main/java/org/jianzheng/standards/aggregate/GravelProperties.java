package org.jianzheng.standards.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;

/** Clay, lumps, flaky pieces and crushing value of pebbles and crushed stone, JGJ 52-2006 or GB/T 14685-2022. */
public final class GravelProperties implements Method {

    private static final List<String> ITEMS = List.of("clay", "lumps", "flaky", "crushing");

    @Override
    public String name() {
        return "gravel-properties";
    }

    @Override
    public List<InputField> inputs() {
        return Stream.concat(
                        Aggregates.ordered("STONE", "stoneClass").stream(),
                        Stream.of(
                                InputField.choice("rock", "SEDIMENTARY", "METAMORPHIC", "EXTRUSIVE", "PEBBLE")
                                        .commissioned(),
                                Aggregates.washed("clay"),
                                Aggregates.washed("lumps"),
                                InputField.group(
                                                "flaky",
                                                Aggregates.mass("sampleG"),
                                                InputField.unsigned("flakyG", "g", "100000"))
                                        .optional(),
                                InputField.group(
                                                "crushing",
                                                Aggregates.mass("sampleG"),
                                                InputField.unsigned("remainG", "g", "100000"))
                                        .many(3, 3)
                                        .optional()))
                .toList();
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Aggregates stone = Aggregates.of(new AnswerSheet(this), given, "STONE", "stoneClass");
        stone.requireSomething(ITEMS);
        stone.washedPair("clay");
        stone.washedPair("lumps");
        stone.judge("flaky", given.has("flaky") ? flaky(given.group("flaky")) : null);
        List<BigDecimal> singles = Aggregates.lost(given, "crushing", "sampleG", "remainG");
        stone.sheet().put("crushingSinglesPercent", singles.isEmpty() ? null : singles);
        stone.judge("crushing", singles.isEmpty() ? null : mean(singles, stone));
        return stone.done();
    }

    private static BigDecimal flaky(GivenInputs flaky) {
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
